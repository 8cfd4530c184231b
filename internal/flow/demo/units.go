package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/engine/record"
)

// units returns the city's own units and companies, its political bodies, and the outside organisations that networks and
// projects name. A parent comes before its children. Names are kept in the languages in which the city uses them.
func units() []party.Organisation {
	var all []party.Organisation
	all = append(all, cityUnits()...)
	all = append(all, cityCompanies()...)
	all = append(all, politicalBodies()...)
	return append(all, outsideOrganisations()...)
}

// cityUnits are the parts of the administration.
func cityUnits() []party.Organisation {
	home := id("place", "hannover")
	return []party.Organisation{
		{
			Base:  record.Base{ID: id("organisation", "oberbuergermeister")},
			Name:  i18n.Of("de", "Der Oberbürgermeister", "en", "Lord Mayor"),
			Form:  party.Unit,
			Place: home,
			Summary: i18n.Of(
				"de", "Der Oberbürgermeister vertritt die Stadt nach außen. Er gibt das Handlungskonzept „Hannover – internationale Stadt“ heraus.",
				"en", "The Lord Mayor speaks for the city abroad. He publishes the action concept “Hannover – international city”."),
		},
		{
			Base:    record.Base{ID: id("organisation", "buero-internationale-angelegenheiten")},
			Name:    i18n.Of("de", "Büro für internationale Angelegenheiten", "en", "International Unit"),
			Short:   "OE 15.23",
			Form:    party.Unit,
			Parent:  id("organisation", "oberbuergermeister"),
			Place:   home,
			Email:   "international@hannover-stadt.de",
			Address: "Trammplatz 2, 30159 Hannover",
			Summary: i18n.Of(
				"de", "Das Büro entwickelt die Städtekooperationen, vertritt Hannover in Netzwerken und führt die deutsche Geschäftsstelle der Mayors for Peace.",
				"en", "The unit develops the city cooperations, speaks for Hannover in networks and runs the German office of Mayors for Peace."),
			About: i18n.Of(
				"de", `Hier laufen die Fäden der internationalen Arbeit zusammen. Das Büro richtet die Städtekooperationen strategisch aus, berät zu Europa und zu Fördermitteln und koordiniert das Handlungskonzept „Hannover – internationale Stadt“.

Es bereitet internationale Termine des Oberbürgermeisters vor, plant die Besuche von Delegationen und die Reisen der eigenen. In der Deutschen Sektion des Rates der Gemeinden und Regionen Europas spricht es über Europa, im Städtebund DIE HANSE arbeitet es mit. Mit Changde und Shenzhen unterstützt es die wirtschaftliche Zusammenarbeit.`,
				"en", `This is where the threads of the international work meet. The unit sets the course of the city cooperations, advises on Europe and on funding, and coordinates the action concept “Hannover – international city”.

It prepares the Lord Mayor’s international appointments, plans the visits of delegations and the trips of the city’s own. It discusses Europe in the German section of the Council of European Municipalities and Regions and takes part in the Hanse. With Changde and Shenzhen it supports business ties.`),
		},
		{
			Base:    record.Base{ID: id("organisation", "fachbereich-kultur")},
			Name:    i18n.Of("de", "Fachbereich Kultur"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Zum Fachbereich gehört das Kulturbüro.", "en", "The culture office is part of this department."),
		},
		{
			Base:    record.Base{ID: id("organisation", "kulturbuero-internationale-kultur")},
			Name:    i18n.Of("de", "Kulturbüro, Sachgebiet Internationale Kultur"),
			Short:   "OE 41.14",
			Form:    party.Unit,
			Parent:  id("organisation", "fachbereich-kultur"),
			Place:   home,
			Email:   "Internationale-kulturarbeit@hannover-stadt.de",
			Phone:   "+49 511 168-41167",
			Address: "Landschaftstraße 7, 30159 Hannover",
			Summary: i18n.Of(
				"de", "Das Kulturbüro organisiert die Städtepartnerschaften, fördert Projekte anderer und betreut die UNESCO City of Music.",
				"en", "The culture office runs the town twinnings, funds projects of others and looks after the UNESCO City of Music."),
			About: i18n.Of(
				"de", `Das Sachgebiet versteht sich als Netzwerkstelle. Es bringt Menschen zusammen, die sich hier und in den Partnerstädten engagieren. Was sie gemeinsam tun, entsteht immer wieder neu aus dem, was vor Ort gebraucht wird. Die Städtepartnerschaft gibt den dauerhaften Rahmen.

Das Team veranstaltet Begegnungen in Kunst und Kultur, Jugendaustausch und nachhaltiger Stadtentwicklung. Es arbeitet mit Partnern hier und dort in gemeinsamen Projekten und gibt Geld für Projekte anderer.

Die Ziele: interkulturelles Lernen, gesellschaftliche Teilhabe, nachhaltige Entwicklung, kulturelle Vielfalt.`,
				"en", `The team sees itself as a hub. It brings together people who are committed here and in the twin towns. What they do together always grows anew out of what is needed on the spot. Town twinning gives it a lasting frame.

The team arranges encounters in arts and culture, youth exchange and sustainable urban development. It works with partners here and there in joint projects and gives money to projects of others.

Its aims: intercultural learning, social participation, sustainable development, cultural diversity.`),
		},
		{
			Base:  record.Base{ID: id("organisation", "agenda-21-nachhaltigkeitsbuero")},
			Name:  i18n.Of("de", "Agenda 21- und Nachhaltigkeitsbüro"),
			Form:  party.Unit,
			Place: home,
			Summary: i18n.Of(
				"de", "Das Büro arbeitet vor Ort und weltweit für die globalen Nachhaltigkeitsziele. Es hat das Brunnen- und Baumprojekt in Blantyre geleitet. Später wurde es in Nachhaltigkeitsbüro umbenannt.",
				"en", "The office works for the global sustainability goals, locally and worldwide. It led the wells and trees project in Blantyre. Later it was renamed Nachhaltigkeitsbüro."),
		},
		{
			Base:    record.Base{ID: id("organisation", "klimaschutzleitstelle")},
			Name:    i18n.Of("de", "Klimaschutzleitstelle"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Die Leitstelle tauscht sich mit Ottawa über Klimaschutzplanung aus.", "en", "The climate protection unit exchanges knowledge of climate planning with Ottawa."),
		},
		{
			Base:    record.Base{ID: id("organisation", "volkshochschule")},
			Name:    i18n.Of("de", "Volkshochschule Hannover"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Die Volkshochschule arbeitet in mehreren EU-Projekten zu Erwachsenenbildung und Integration.", "en", "The adult education centre takes part in several EU projects on adult education and integration."),
			About: i18n.Of(
				"de", "Mit vollem Namen heißt sie Ada-und-Theodor-Lessing-Volkshochschule Hannover.",
				"en", "Its full name is Ada-und-Theodor-Lessing-Volkshochschule Hannover."),
		},
		{
			Base:    record.Base{ID: id("organisation", "fachbereich-jugend")},
			Name:    i18n.Of("de", "Fachbereich Jugend"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Der Fachbereich organisiert und fördert Jugendbegegnungen in Europa und der Welt.", "en", "The youth department organises and supports youth encounters in Europe and the world."),
		},
		{
			Base:    record.Base{ID: id("organisation", "fachbereich-wirtschaft")},
			Name:    i18n.Of("de", "Fachbereich Wirtschaft"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Der Fachbereich wirbt auf führenden Immobilienmessen für den Standort.", "en", "The business department promotes the city at leading property fairs."),
		},
		{
			Base:    record.Base{ID: id("organisation", "wissenschaftsstadt")},
			Name:    i18n.Of("de", "Wissenschaftsstadt Hannover"),
			Short:   "OE 15.22",
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Das Team bringt Wissenschaft und Stadt ins Gespräch, zum Beispiel im Projekt NUCLEUS und im Netzwerk EUSEA.", "en", "The team gets science and the city talking, for example in the project NUCLEUS and the network EUSEA."),
		},
		{
			Base:    record.Base{ID: id("organisation", "dezernat-ii-praeventionsrat")},
			Name:    i18n.Of("de", "Dezernat II Finanzen und Ordnung, Kommunaler Präventionsrat"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Der Präventionsrat hält den Kontakt zu Efus und Defus.", "en", "The prevention council keeps the contact with Efus and Defus."),
		},
		{
			Base:    record.Base{ID: id("organisation", "stadtentwaesserung")},
			Name:    i18n.Of("de", "Stadtentwässerung"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Die Stadtentwässerung hilft Mykolajiw mit Gerät und Wissen.", "en", "The drainage service helps Mykolaiv with equipment and know-how."),
		},
		{
			Base:    record.Base{ID: id("organisation", "feuerwehr")},
			Name:    i18n.Of("de", "Feuerwehr"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Die Feuerwehr hilft Mykolajiw mit Gerät und Wissen.", "en", "The fire service helps Mykolaiv with equipment and know-how."),
		},
		{
			Base:    record.Base{ID: id("organisation", "fachbereich-umwelt-und-stadtgruen")},
			Name:    i18n.Of("de", "Fachbereich Umwelt und Stadtgrün"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Der Fachbereich hilft Mykolajiw mit Gerät und Wissen.", "en", "The department for environment and green spaces helps Mykolaiv with equipment and know-how."),
		},
		{
			Base:    record.Base{ID: id("organisation", "staedtische-haefen")},
			Name:    i18n.Of("de", "Städtische Häfen"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Die städtischen Häfen helfen Mykolajiw mit Gerät und Wissen.", "en", "The municipal ports help Mykolaiv with equipment and know-how."),
		},
		{
			Base:    record.Base{ID: id("organisation", "dezernate")},
			Name:    i18n.Of("de", "Dezernate", "en", "Departments"),
			Form:    party.Unit,
			Place:   home,
			Summary: i18n.Of("de", "Alle Dezernate wirken mit: Internationale Themen gehen quer durch die Verwaltung.", "en", "All departments take part: international themes cut across the whole administration."),
		},
	}
}

// cityCompanies belong to the city. Which of them stands under which is not stated, so none has a parent.
func cityCompanies() []party.Organisation {
	home := id("place", "hannover")
	return []party.Organisation{
		{
			Base:    record.Base{ID: id("organisation", "staedtische-beteiligungen")},
			Name:    i18n.Of("de", "Tochtergesellschaften und Beteiligungen der Stadt", "en", "Municipal subsidiaries and holdings"),
			Form:    party.Company,
			Place:   home,
			Summary: i18n.Of("de", "Die Gesellschaften der Stadt verstärken ihre internationale Arbeit und tragen sie weiter.", "en", "The city’s companies strengthen its international work and carry it further."),
		},
		{
			Base:    record.Base{ID: id("organisation", "hannoverimpuls")},
			Name:    i18n.Of("de", "hannoverimpuls GmbH"),
			Form:    party.Company,
			Place:   home,
			Summary: i18n.Of("de", "Die Wirtschaftsförderung der Stadt sprach 2019 mit der Delegation aus Changde.", "en", "The city’s economic development company talked with the delegation from Changde in 2019."),
		},
		{
			Base:    record.Base{ID: id("organisation", "hmtg")},
			Name:    i18n.Of("de", "Hannover Marketing und Tourismus GmbH"),
			Short:   "HMTG",
			Form:    party.Company,
			Place:   home,
			Summary: i18n.Of("de", "Die Gesellschaft wirbt im Ausland für den Standort.", "en", "The company promotes the city abroad."),
		},
		{
			Base:    record.Base{ID: id("organisation", "enercity")},
			Name:    i18n.Of("de", "enercity"),
			Form:    party.Company,
			Place:   home,
			Summary: i18n.Of("de", "enercity hilft Mykolajiw mit Gerät und Wissen.", "en", "enercity helps Mykolaiv with equipment and know-how."),
		},
		{
			Base:    record.Base{ID: id("organisation", "hanova")},
			Name:    i18n.Of("de", "hanova"),
			Form:    party.Company,
			Place:   home,
			Summary: i18n.Of("de", "hanova hilft Mykolajiw mit Gerät und Wissen.", "en", "hanova helps Mykolaiv with equipment and know-how."),
		},
	}
}

// politicalBodies are the council, its committees and the district councils.
func politicalBodies() []party.Organisation {
	home := id("place", "hannover")
	return []party.Organisation{
		{
			Base:    record.Base{ID: id("organisation", "rat")},
			Name:    i18n.Of("de", "Rat der Landeshauptstadt Hannover", "en", "Hannover City Council"),
			Form:    party.Council,
			Place:   home,
			Summary: i18n.Of("de", "Der Rat entscheidet über Partnerschaften und Mitgliedschaften.", "en", "The council decides on twinnings and memberships."),
			About: i18n.Of(
				"de", `Über den Beitritt zu Vereinen und Netzwerken entscheidet allein der Rat; so bestimmt es das Niedersächsische Kommunalverfassungsgesetz (§ 58 Abs. 1 Nr. 17). Die Vorlagen nennen Kosten, Gleichstellungsaspekte und den Weg der Beratung.

2014 hat der Rat eine Partnerschaft oder Freundschaft mit Diyarbakır und Konya angeregt.`,
				"en", `Only the council decides on joining associations and networks; the law of Lower Saxony on municipalities says so (section 58, paragraph 1, number 17 NKomVG). The papers state the costs, aspects of gender equality and the course of consultation.

In 2014 the council suggested a partnership or friendship with Diyarbakır and Konya.`),
		},
		{
			Base:    record.Base{ID: id("organisation", "verwaltungsausschuss")},
			Name:    i18n.Of("de", "Verwaltungsausschuss"),
			Form:    party.Council,
			Place:   home,
			Summary: i18n.Of("de", "Der Ausschuss entscheidet über Ehrungen und genehmigt Dienstreisen von Mandatsträger*innen.", "en", "The committee decides on honours and approves official trips of delegates."),
		},
		{
			Base:   record.Base{ID: id("organisation", "internationaler-ausschuss")},
			Name:   i18n.Of("de", "Ausschuss für Integration, Europa und Internationale Kooperation (Internationaler Ausschuss)"),
			Form:   party.Council,
			Parent: id("organisation", "rat"),
			Place:  home,
		},
		{
			Base:   record.Base{ID: id("organisation", "kulturausschuss")},
			Name:   i18n.Of("de", "Kulturausschuss"),
			Form:   party.Council,
			Parent: id("organisation", "rat"),
			Place:  home,
		},
		{
			Base:    record.Base{ID: id("organisation", "ausschuss-geschaeftsbereich-ob")},
			Name:    i18n.Of("de", "Ausschuss für Angelegenheiten des Geschäftsbereiches des Oberbürgermeisters"),
			Form:    party.Council,
			Parent:  id("organisation", "rat"),
			Place:   home,
			Summary: i18n.Of("de", "Der Ausschuss hat die Vorlagen zu EUROCITIES und zur Hanse beraten.", "en", "The committee has discussed the papers on EUROCITIES and the Hanse."),
		},
		{
			Base:    record.Base{ID: id("organisation", "ratsgremien")},
			Name:    i18n.Of("de", "Ratsgremien", "en", "Council bodies"),
			Form:    party.Council,
			Place:   home,
			Summary: i18n.Of("de", "Mit den zuständigen Gremien und mit Partnern von außen stimmt die Verwaltung die Maßnahmen des Handlungskonzepts ab.", "en", "The administration agrees the measures of the action concept with the bodies concerned and with outside partners."),
		},
		{
			Base:    record.Base{ID: id("organisation", "stadtbezirksraete")},
			Name:    i18n.Of("de", "Stadtbezirksräte"),
			Form:    party.Council,
			Place:   home,
			Summary: i18n.Of("de", "Jeder Stadtbezirk hat einen Rat, zum Beispiel Misburg-Anderten und Ahlem-Badenstedt-Davenstedt.", "en", "Each city district has a council, for example Misburg-Anderten and Ahlem-Badenstedt-Davenstedt."),
		},
	}
}

// outsideOrganisations are named beside networks, projects and reports.
func outsideOrganisations() []party.Organisation {
	return []party.Organisation{
		{
			Base:    record.Base{ID: id("organisation", "leibniz-universitaet-hannover")},
			Name:    i18n.Of("de", "Leibniz Universität"),
			Form:    party.University,
			Place:   id("place", "hannover"),
			Summary: i18n.Of("de", "Die Universität tauschte sich am 8. Mai 2019 mit der Tsinghua-Universität über Wassermanagement aus.", "en", "On 8 May 2019 the university and Tsinghua University held an exchange on water management."),
		},
		{
			Base:    record.Base{ID: id("organisation", "tsinghua-universitaet")},
			Name:    i18n.Of("de", "Tsinghua Universität", "en", "Tsinghua University"),
			Form:    party.University,
			Summary: i18n.Of("de", "Die chinesische Universität tauschte sich am 8. Mai 2019 mit der Leibniz Universität über Wassermanagement aus.", "en", "On 8 May 2019 the Chinese university and Leibniz Universität held an exchange on water management."),
		},
		{
			Base:    record.Base{ID: id("organisation", "engagement-global")},
			Name:    i18n.Of("de", "Engagement Global"),
			Form:    party.Funder,
			Summary: i18n.Of("de", "Engagement Global fördert kommunale Entwicklungspolitik, zum Beispiel das Brunnen- und Baumprojekt in Blantyre.", "en", "Engagement Global funds municipal development policy, for example the wells and trees project in Blantyre."),
		},
		{
			Base:  record.Base{ID: id("organisation", "bristol-city-council")},
			Name:  i18n.Of("en", "Bristol City Council"),
			Form:  party.PublicBody,
			Place: id("place", "bristol"),
		},
		{
			Base:    record.Base{ID: id("organisation", "bmz")},
			Name:    i18n.Of("de", "Bundesministerium für wirtschaftliche Zusammenarbeit", "en", "Federal Ministry for Economic Cooperation"),
			Short:   "BMZ",
			Form:    party.PublicBody,
			Summary: i18n.Of("de", "Das Ministerium gab in der Corona-Pandemie 50.000 Euro für Blantyre.", "en", "The ministry gave 50,000 euros for Blantyre during the Covid-19 pandemic."),
		},
		{
			Base:    record.Base{ID: id("organisation", "unesco")},
			Name:    i18n.Of("de", "UNESCO", "en", "UNESCO"),
			Form:    party.PublicBody,
			Summary: i18n.Of("de", "Zur UNESCO gehören das Netzwerk der Creative Cities und die Cities of Music.", "en", "The Creative Cities Network and the Cities of Music belong to UNESCO."),
		},
		{
			Base:    record.Base{ID: id("organisation", "europaeische-union")},
			Name:    i18n.Of("de", "Europäische Union", "en", "European Union"),
			Form:    party.PublicBody,
			Summary: i18n.Of("de", "Die EU bezahlt Projekte, in denen Städte über Grenzen hinweg zusammenarbeiten.", "en", "The EU pays for projects in which cities work together across borders."),
		},
	}
}
