package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/engine/record"
)

// networks returns the networks, charters, labels and companies in which Hannover takes part or wants to. Names are kept
// in the languages in which they were seen. Other members are only those that a source names.
func networks() []network.Network {
	return append(cityNetworks(), specialistNetworks()...)
}

// cityNetworks have cities as members.
func cityNetworks() []network.Network {
	return []network.Network{
		{
			Base: record.Base{ID: id("network", "mayors-for-peace")},
			Name: i18n.Of("de", "Bürgermeister für den Frieden", "en", "Mayors for Peace"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Bürgermeister*innen aus aller Welt treten für eine Welt ohne Atomwaffen ein. Hannover ist Vizepräsidentin, Lead City und Geschäftsstelle für Deutschland.",
				"en", "Mayors from all over the world stand up for a world without nuclear weapons. Hannover is a vice-president city, lead city and office for Germany."),
			About: i18n.Of(
				"de", `Hannover gehört seit 1983 zu den Mayors for Peace, seit dem Jahr, in dem auch die Partnerschaft mit Hiroshima begann. Das Büro für internationale Angelegenheiten führt die deutsche Geschäftsstelle. Im Juli 2024 zählte das Netzwerk in Deutschland 900 Mitglieder.

Im November 2019 war Hannover zum dritten Mal Gastgeberin der Exekutivkonferenz, des Treffens der Executive Cities. Dort entstand auch der europäische Verband, das European Chapter. Hannover trat ihm am 1. Juni 2021 bei.`,
				"en", `Hannover has belonged to Mayors for Peace since 1983, the year in which the twinning with Hiroshima began. The International Unit runs the German office. In July 2024 the network had 900 members in Germany.

In November 2019 Hannover was host for the third time to the Executive Conference, the meeting of the executive cities. The European Chapter was founded there. Hannover joined it on 1 June 2021.`),
			Website: "https://www.mayorsforpeace.org",
			Themes:  networkThemes("frieden-und-solidaritaet", "toleranz-und-voelkerverstaendigung"),
			Members: []network.Member{{
				Party:  on("hiroshima"),
				Source: hiroshimaTrip.where(),
			}},
		},
		{
			Base:  record.Base{ID: id("network", "rgre-cemr")},
			Name:  i18n.Of("de", "Rat der Gemeinden und Regionen Europas, Deutsche Sektion", "en", "Council of European Municipalities and Regions"),
			Short: "RGRE / CEMR",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Der Verband bringt Kommunen aus Europa zusammen. Hannover spricht hier über europäische Fragen und lädt Ausschüsse ein.",
				"en", "The association brings Europe’s municipalities together. Hannover discusses European issues here and hosts committees."),
			About: i18n.Of(
				"de", "2019 tagten zwei Ausschüsse der Deutschen Sektion in Hannover: im Februar der für kommunale Entwicklungszusammenarbeit, im Oktober der deutsch-polnische.",
				"en", "In 2019 two committees of the German section met in Hannover: in February the one on municipal development cooperation, in October the German-Polish one."),
			Website: "https://www.rgre.de",
			Themes:  networkThemes("zukunft-der-eu", "kommunale-entwicklungszusammenarbeit", "kommunalpolitik"),
		},
		{
			Base: record.Base{ID: id("network", "die-hanse")},
			Name: i18n.Of("de", "Städtebund DIE HANSE", "en", "The Hanse"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Ein Bund von 195 Städten in Europa. Hannover ist seit Juni 2019 dabei.",
				"en", "A league of 195 cities in Europe. Hannover joined in June 2019."),
			About: i18n.Of(
				"de", "Der Rat beschloss den Beitritt 2018 einstimmig. Ein Jahr später nahm der 39. Hansetag in Pskow Hannover auf.",
				"en", "The council decided to join in 2018, unanimously. A year later the 39th Hanseatic Day in Pskov admitted Hannover."),
		},
		{
			Base: record.Base{ID: id("network", "eurocities")},
			Name: i18n.Of("de", "EUROCITIES", "en", "EUROCITIES"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Große Städte Europas sprechen hier über kommunale Planung und vertreten ihre Interessen gegenüber der EU. 2019 hat Hannover angekündigt, beizutreten.",
				"en", "Europe’s big cities discuss municipal planning here and speak up for themselves towards the EU. In 2019 Hannover announced that it would join."),
			About: i18n.Of(
				"de", `Nach dem Handlungskonzept von 2019 soll der Beitritt die Europaarbeit der Stadt stärken und ordnen. Im selben Jahr lag dem Rat dazu eine Drucksache vor. Ihr Ergebnis ist nicht bekannt.`,
				"en", `According to the action concept of 2019, joining is to strengthen the city’s European work and give it structure. In the same year a paper on it was laid before the council. Its outcome is not known.`),
			Themes: networkThemes("zukunft-der-eu", "buergernahes-und-erfolgreiches-europa", "stadtentwicklung"),
		},
		{
			Base: record.Base{ID: id("network", "klima-buendnis")},
			Name: i18n.Of("de", "Klima-Bündnis", "en", "Climate Alliance"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Europäische Städte schützen das Klima, gemeinsam mit indigenen Völkern. Hannover gehörte 1990 zu den Gründungsmitgliedern.",
				"en", "European cities protect the climate, together with indigenous peoples. Hannover was among the founding members in 1990."),
			About: i18n.Of(
				"de", "In Hannover kümmert sich die Klimaschutzleitstelle um das Bündnis.",
				"en", "In Hannover the climate protection unit looks after the alliance."),
			Themes: networkThemes("umwelt-und-klimaschutz", "nachhaltige-entwicklung-bne"),
		},
		{
			Base: record.Base{ID: id("network", "iclei")},
			Name: i18n.Of("en", "ICLEI – Local Governments for Sustainability"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Kommunen aus aller Welt arbeiten an nachhaltiger Entwicklung. Hannover gehörte 1990 zu den Gründungsmitgliedern.",
				"en", "Local governments from all over the world work on sustainable development. Hannover was among the founding members in 1990."),
			Short:  "ICLEI",
			Themes: networkThemes("nachhaltige-entwicklung-bne", "umwelt-und-klimaschutz"),
		},
		{
			Base: record.Base{ID: id("network", "covenant-of-mayors")},
			Name: i18n.Of("de", "Konvent der Bürgermeister", "en", "Covenant of Mayors"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Europäische Städte verpflichten sich zum Klimaschutz. Hannover hat unterzeichnet.",
				"en", "European cities commit themselves to climate protection. Hannover has signed."),
			Themes: networkThemes("umwelt-und-klimaschutz"),
		},
		{
			Base: record.Base{ID: id("network", "unesco-creative-cities-network")},
			Name: i18n.Of("en", "UNESCO Creative Cities Network – City of Music"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Städte, die auf Kreativität setzen, tun sich unter dem Dach der UNESCO zusammen. Hannover ist seit Dezember 2014 City of Music.",
				"en", "Cities that build on creativity join forces under the roof of UNESCO. Hannover has been a City of Music since December 2014."),
			About: i18n.Of(
				"de", "Hannover war die siebte City of Music. Kansas City trägt den Titel ebenfalls. Im Jahr 2025 lag Hannovers Schwerpunkt auf Belfast, Daegu, Gent, Katowice, Liverpool und London (Ontario).",
				"en", "Hannover was the seventh City of Music. Kansas City holds the title too. In 2025 Hannover focused on Belfast, Daegu, Ghent, Katowice, Liverpool and London (Ontario)."),
			Themes:  networkThemes("musik", "kultur", "kreativitaet"),
			Members: namedMusicCities(),
		},
	}
}

// namedMusicCities are the Cities of Music that Hannover's sources name.
func namedMusicCities() []network.Member {
	members := []network.Member{{
		Party:  on("kansas-city"),
		Source: musicCities.where(),
	}}
	for _, key := range []string{"belfast", "daegu", "gent", "katowice", "liverpool", "london-ontario"} {
		members = append(members, network.Member{
			Party:  on(key),
			Source: musicFocus.where(),
		})
	}
	return members
}

// specialistNetworks have one subject, or are a charter, a label or a company.
func specialistNetworks() []network.Network {
	return []network.Network{
		{
			Base:  record.Base{ID: id("network", "icorn")},
			Name:  i18n.Of("en", "ICORN – International Cities of Refuge Network"),
			Short: "ICORN",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Städte geben verfolgten Autor*innen und Künstler*innen Zuflucht. Hannover gehörte 2006 zu den Gründungsstädten.",
				"en", "Cities give refuge to persecuted writers and artists. Hannover was one of the founding cities in 2006."),
			About: i18n.Of(
				"de", "Schon vorher war Hannover Zufluchtsstadt und vergab das Hannah-Arendt-Stipendium.",
				"en", "Even before that Hannover was a city of refuge and awarded the Hannah-Arendt-Stipendium."),
			Themes: networkThemes("schutz-verfolgter-kulturschaffender"),
		},
		{
			Base:  record.Base{ID: id("network", "eusea")},
			Name:  i18n.Of("en", "EUSEA – European Science Engagement Association"),
			Short: "EUSEA",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Das Netzwerk bringt Wissenschaft und Öffentlichkeit ins Gespräch. Hannover ist seit 2018 Mitglied.",
				"en", "The network gets science and the public talking. Hannover has been a member since 2018."),
			Themes: networkThemes("wissenschaft"),
		},
		{
			Base:  record.Base{ID: id("network", "efus-defus")},
			Name:  i18n.Of("en", "Efus / Defus – European / German Forum for Urban Security"),
			Short: "Efus / Defus",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Das Forum arbeitet für Sicherheit in der Stadt, in Europa und in Deutschland. Hannover ist Mitglied.",
				"en", "The forum works for safety in cities, in Europe and in Germany. Hannover is a member."),
			Themes: networkThemes("kommunalpolitik"),
		},
		{
			Base:  record.Base{ID: id("network", "uclg")},
			Name:  i18n.Of("en", "UCLG – United Cities and Local Governments"),
			Short: "UCLG",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Ein weltweiter Verband von Städten und Kommunen, dem Hannover angehört.",
				"en", "A worldwide association of cities and local governments, to which Hannover belongs."),
			Themes: networkThemes("kommunalpolitik"),
		},
		{
			Base: record.Base{ID: id("network", "aalborg-charter")},
			Name: i18n.Of("de", "Aalborg-Charta / Hannover-Aufruf / Aalborg-Commitments", "en", "Aalborg Charter / Hannover Call / Aalborg Commitments"),
			Form: network.Charter,
			Summary: i18n.Of(
				"de", "Drei Erklärungen europäischer Städte zur Nachhaltigkeit. Hannover hat 1995 die Charta unterzeichnet; 2000 folgte der Hannover-Aufruf, 2004 die Aalborg-Commitments.",
				"en", "Three declarations of European cities on sustainability. Hannover signed the charter in 1995; the Hannover Call followed in 2000, the Aalborg Commitments in 2004."),
			Themes: networkThemes("nachhaltige-entwicklung-bne"),
		},
		{
			Base: record.Base{ID: id("network", "agenda-2030-musterresolution")},
			Name: i18n.Of("de", "Agenda 2030 (Musterresolution)", "en", "Agenda 2030 resolution"),
			Form: network.Charter,
			Summary: i18n.Of(
				"de", "Mit dieser Resolution bekennen sich Kommunen zu den globalen Nachhaltigkeitszielen. Der Rat hat sie im März 2016 beschlossen.",
				"en", "With this resolution municipalities commit themselves to the global sustainability goals. The council adopted it in March 2016."),
			Themes: networkThemes("globale-nachhaltigkeitsziele"),
		},
		{
			Base: record.Base{ID: id("network", "fairtrade-town")},
			Name: i18n.Of("de", "Fairtrade-Stadt", "en", "Fairtrade Town"),
			Form: network.Label,
			Summary: i18n.Of(
				"de", "Die Auszeichnung erhalten Städte, die den fairen Handel stärken. Hannover trägt sie seit 2010.",
				"en", "The label goes to cities that support fair trade. Hannover has held it since 2010."),
			Themes: networkThemes("nachhaltige-entwicklung-bne"),
		},
		{
			Base: record.Base{ID: id("network", "metropolregion-hannover-braunschweig-goettingen-wolfsburg")},
			Name: i18n.Of("de", "Metropolregion Hannover Braunschweig Göttingen Wolfsburg GmbH"),
			Form: network.Company,
			Summary: i18n.Of(
				"de", "Die Gesellschaft der Metropolregion, in der Hannover mitarbeitet.",
				"en", "The company of the metropolitan region, in which Hannover takes part."),
		},
	}
}

// networkThemes lists what a network works on.
func networkThemes(keys ...string) []network.Theme {
	list := make([]network.Theme, len(keys))
	for i, key := range keys {
		list[i].Theme = id("theme", key)
	}
	return list
}
