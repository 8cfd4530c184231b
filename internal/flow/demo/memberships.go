package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/engine/record"
)

// memberships returns Hannover's part in the networks. EUROCITIES has none: the application was announced, its result is
// not known; a milestone and the papers say so.
func memberships() []network.Membership {
	return []network.Membership{
		{
			Base:    record.Base{ID: id("membership", "mayors-for-peace")},
			Network: id("network", "mayors-for-peace"),
			Summary: i18n.Of(
				"de", "Hannover vertritt die Mayors for Peace in Deutschland und führt ihre Geschäftsstelle.",
				"en", "Hannover speaks for Mayors for Peace in Germany and runs their office."),
			Since: "1983",
			Unit:  id("organisation", "buero-internationale-angelegenheiten"),
			Roles: []network.Role{
				{Role: network.VicePresidency},
				{Role: network.LeadCity, Note: i18n.Of(
					"de", "Für Deutschland", "en", "For Germany")},
				{Role: network.SecretariatOf, Note: i18n.Of("de", "Für Deutschland", "en", "For Germany")},
				{Role: network.ExecutiveCity},
				{Role: network.MemberRole, Since: "1983"},
				{Role: network.MemberRole, Since: "2021-06-01", Note: i18n.Of(
					"de", "Europäischer Verband (European Chapter), durch Ratsbeschluss",
					"en", "European Chapter, by decision of the council")},
			},
			Benefits: []network.Benefit{{
				On: "2019-11-11",
				Text: i18n.Of(
					"de", "Hannover richtete zum dritten Mal die Exekutivkonferenz aus. Gäste kamen aus acht Ländern, das European Chapter wurde gegründet.",
					"en", "Hannover hosted the Executive Conference for the third time. Guests came from eight countries, the European Chapter was founded."),
				Source: executives2019.where(),
			}},
		},
		{
			Base:    record.Base{ID: id("membership", "rgre-cemr")},
			Network: id("network", "rgre-cemr"),
			Summary: i18n.Of(
				"de", "Hannover spricht im RGRE über europäische Fragen und lädt Ausschüsse ein.",
				"en", "Hannover discusses European issues in the council and hosts committees."),
			Unit: id("organisation", "buero-internationale-angelegenheiten"),
			Roles: []network.Role{
				{Role: network.Participant, Note: i18n.Of("de", "Austausch über europäische Fragen", "en", "Exchange on European issues")},
				{Role: network.Host, Note: i18n.Of("de", "Ausschüsse tagen in Hannover", "en", "Committees meet in Hannover")},
			},
			Benefits: []network.Benefit{
				{
					On: "2019-02-18",
					Text: i18n.Of(
						"de", "Der Ausschuss für kommunale Entwicklungszusammenarbeit tagte in Hannover.",
						"en", "The committee on municipal development cooperation met in Hannover."),
					Source: portal2019.where(),
				},
				{
					On: "2019-10-28",
					Text: i18n.Of(
						"de", "Der deutsch-polnische Ausschuss tagte in Hannover, mit 40 gewählten Kommunalpolitiker*innen.",
						"en", "The German-Polish committee met in Hannover, with 40 elected local politicians."),
					Source: germanPolish2019.where(),
				},
			},
		},
		{
			Base:    record.Base{ID: id("membership", "die-hanse")},
			Network: id("network", "die-hanse"),
			Summary: i18n.Of(
				"de", "Hannover ist Mitglied.",
				"en", "Hannover is a member."),
			Since: "2019-06",
			Unit:  id("organisation", "buero-internationale-angelegenheiten"),
			Roles: []network.Role{{Role: network.MemberRole, Since: "2019-06", Note: i18n.Of(
				"de", "Aufgenommen auf dem 39. Hansetag in Pskow",
				"en", "Admitted at the 39th Hanseatic Day in Pskov")}},
			Fees: []network.Fee{
				{Amount: "300", Currency: "EUR", Note: i18n.Of("de", "einmalig beim Beitritt", "en", "once, on joining")},
				{Amount: "50", Currency: "EUR", Note: i18n.Of("de", "Beitrag im Jahr", "en", "fee per year")},
				{Amount: "3000", Currency: "EUR", Note: i18n.Of("de", "im Haushalt vorgesehen je Jahr", "en", "set aside in the budget per year")},
				{Amount: "0.0085", Currency: "EUR", Note: i18n.Of(
					"de", "Hanse-Umlage je Einwohner*in und Jahr, mindestens 150, höchstens 2.000 Euro",
					"en", "Hanse levy per inhabitant and year, at least 150, at most 2,000 euros")},
			},
		},
		{
			Base:    record.Base{ID: id("membership", "klima-buendnis")},
			Network: id("network", "klima-buendnis"),
			Summary: i18n.Of("de", "Hannover ist Gründungsmitglied.", "en", "Hannover is a founding member."),
			Since:   "1990",
			Unit:    id("organisation", "klimaschutzleitstelle"),
			Roles:   []network.Role{{Role: network.FoundingMember, Since: "1990"}},
			Notes: i18n.Of(
				"de", "Die globale Seite betreut das Agenda 21- und Nachhaltigkeitsbüro.",
				"en", "The sustainability office looks after the global side."),
		},
		{
			Base:    record.Base{ID: id("membership", "iclei")},
			Network: id("network", "iclei"),
			Summary: i18n.Of("de", "Hannover ist Gründungsmitglied.", "en", "Hannover is a founding member."),
			Since:   "1990",
			Roles:   []network.Role{{Role: network.FoundingMember, Since: "1990"}},
		},
		{
			Base:    record.Base{ID: id("membership", "covenant-of-mayors")},
			Network: id("network", "covenant-of-mayors"),
			Summary: i18n.Of("de", "Hannover hat den Konvent unterzeichnet.", "en", "Hannover has signed the covenant."),
			Since:   "2008-12",
			Unit:    id("organisation", "klimaschutzleitstelle"),
			Roles:   []network.Role{{Role: network.Signatory}, {Role: network.MemberRole}},
		},
		{
			Base:    record.Base{ID: id("membership", "unesco-creative-cities-network")},
			Network: id("network", "unesco-creative-cities-network"),
			Summary: i18n.Of("de", "Hannover trägt den Titel City of Music.", "en", "Hannover holds the title City of Music."),
			Since:   "2014-12",
			Unit:    id("organisation", "kulturbuero-internationale-kultur"),
			Roles: []network.Role{
				{Role: network.MemberRole, Since: "2014-12"},
				{Role: network.Holder, Since: "2014-12", Note: i18n.Of("de", "City of Music", "en", "City of Music")},
			},
		},
		{
			Base:    record.Base{ID: id("membership", "icorn")},
			Network: id("network", "icorn"),
			Summary: i18n.Of("de", "Hannover ist Gründungsstadt.", "en", "Hannover is a founding city."),
			Since:   "2006",
			Unit:    id("organisation", "kulturbuero-internationale-kultur"),
			Roles:   []network.Role{{Role: network.FoundingMember, Since: "2006"}},
		},
		{
			Base:    record.Base{ID: id("membership", "eusea")},
			Network: id("network", "eusea"),
			Summary: i18n.Of("de", "Hannover ist mit seiner Wissenschaftsstadt dabei.", "en", "Hannover takes part through its team Wissenschaftsstadt."),
			Since:   "2018",
			Unit:    id("organisation", "wissenschaftsstadt"),
			Roles:   []network.Role{{Role: network.MemberRole, Since: "2018"}},
			Fees:    []network.Fee{{Amount: "300", Currency: "EUR", Note: i18n.Of("de", "Beitrag im Jahr", "en", "fee per year")}},
		},
		{
			Base:    record.Base{ID: id("membership", "efus-defus")},
			Network: id("network", "efus-defus"),
			Unit:    id("organisation", "dezernat-ii-praeventionsrat"),
			Roles:   []network.Role{{Role: network.MemberRole}},
		},
		{
			Base:    record.Base{ID: id("membership", "uclg")},
			Network: id("network", "uclg"),
			Summary: i18n.Of("de", "Hannover ist Mitglied.", "en", "Hannover is a member."),
			Roles:   []network.Role{{Role: network.MemberRole}},
		},
		{
			Base:    record.Base{ID: id("membership", "aalborg-charter")},
			Network: id("network", "aalborg-charter"),
			Summary: i18n.Of("de", "Hannover hat die Aalborg-Charta unterzeichnet.", "en", "Hannover has signed the Aalborg Charter."),
			Since:   "1995",
			Unit:    id("organisation", "agenda-21-nachhaltigkeitsbuero"),
			Roles: []network.Role{
				{Role: network.Signatory, Since: "1995", Note: i18n.Of("de", "Aalborg-Charta", "en", "Aalborg Charter")},
			},
			Notes: i18n.Of(
				"de", "Die Quelle nennt auch den Hannover-Aufruf (2000) und die Aalborg-Commitments (2004); dass Hannover sie unterzeichnet hat, sagt sie nicht.",
				"en", "The source also names the Hannover Call (2000) and the Aalborg Commitments (2004); it does not say that Hannover signed them."),
		},
		{
			Base:    record.Base{ID: id("membership", "agenda-2030-musterresolution")},
			Network: id("network", "agenda-2030-musterresolution"),
			Summary: i18n.Of("de", "Der Rat hat die Resolution beschlossen.", "en", "The council has adopted the resolution."),
			Since:   "2016-03",
			Unit:    id("organisation", "agenda-21-nachhaltigkeitsbuero"),
			Roles:   []network.Role{{Role: network.Signatory, Since: "2016-03"}},
		},
		{
			Base:    record.Base{ID: id("membership", "fairtrade-town")},
			Network: id("network", "fairtrade-town"),
			Summary: i18n.Of("de", "Hannover trägt die Auszeichnung.", "en", "Hannover holds the label."),
			Since:   "2010",
			Unit:    id("organisation", "agenda-21-nachhaltigkeitsbuero"),
			Roles:   []network.Role{{Role: network.Holder, Since: "2010"}},
		},
		{
			Base:    record.Base{ID: id("membership", "metropolregion-hannover-braunschweig-goettingen-wolfsburg")},
			Network: id("network", "metropolregion-hannover-braunschweig-goettingen-wolfsburg"),
			Summary: i18n.Of("de", "Hannover arbeitet mit.", "en", "Hannover takes part."),
			Roles:   []network.Role{{Role: network.Participant}},
		},
	}
}
