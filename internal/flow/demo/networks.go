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
				"de", `Hannover gehört seit 1983 zu den Mayors for Peace, dem Jahr, in dem auch die Partnerschaft mit Hiroshima beginnt. Das Büro für internationale Angelegenheiten führt die deutsche Geschäftsstelle. Im Juli 2024 zählt das Netzwerk in Deutschland 900 Mitglieder.

Am 8. Juli 2019 beteiligen sich rund 300 Städte am Flaggentag, einem Zeichen gegen Atomwaffen. In Hannover werden Papierkraniche gefaltet. Im November 2019 treffen sich zehn Executive Cities in Hannover zur 11. Exekutivkonferenz; die Stadt ist zum dritten Mal Gastgeberin. Dort entsteht auch der europäische Verband, das European Chapter. Hannover tritt ihm am 1. Juni 2021 bei.`,
				"en", `Hannover has belonged to Mayors for Peace since 1983, the year in which the twinning with Hiroshima begins. The International Unit runs the German office. In July 2024 the network counts 900 members in Germany.

On 8 July 2019 about 300 cities take part in the flag day, a sign against nuclear weapons. In Hannover paper cranes are folded. In November 2019 ten executive cities meet in Hannover for the 11th Executive Conference; the city is host for the third time. The European Chapter is founded there. Hannover joins it on 1 June 2021.`),
			Website: "https://www.mayorsforpeace.org",
			Themes:  networkThemes("frieden-und-solidaritaet", "toleranz-und-voelkerverstaendigung"),
			Members: []network.Member{{
				Party: on("hiroshima"),
				Note: i18n.Of(
					"de", "Im November 2023 kommt Bürgermeister Kazumi Matsui zur Bundeskonferenz nach Hannover.",
					"en", "In November 2023 Mayor Kazumi Matsui comes to Hannover for the federal conference."),
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
				"de", `Die Deutsche Sektion hat Ausschüsse für die deutsch-französische und die deutsch-polnische Zusammenarbeit und für kommunale Entwicklungszusammenarbeit.

Zwei davon tagen 2019 in Hannover: im Februar der Ausschuss für Entwicklungszusammenarbeit, im Oktober der deutsch-polnische mit 40 gewählten Kommunalpolitiker*innen.`,
				"en", `The German section has committees for Franco-German and German-Polish cooperation and for municipal development cooperation.

Two of them meet in Hannover in 2019: in February the one on development cooperation, in October the German-Polish one with 40 elected local politicians.`),
			Website: "https://www.rgre.de",
			Themes:  networkThemes("zukunft-der-eu", "kommunale-entwicklungszusammenarbeit", "kommunalpolitik"),
		},
		{
			Base: record.Base{ID: id("network", "die-hanse")},
			Name: i18n.Of("de", "Städtebund DIE HANSE", "en", "Die Hanse (The Hanseatic League)"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Ein Bund von 195 Städten in Europa. Hannover ist seit Juni 2019 dabei.",
				"en", "A league of 195 cities in Europe. Hannover joined in June 2019."),
			About: i18n.Of(
				"de", `Der Rat beschließt den Beitritt 2018 einstimmig. Ein Jahr später nimmt der 39. Hansetag in Pskow Hannover auf. Den Titel „Hansestadt“ führt die Stadt nicht.

2022 will eine Anfrage im Rat wissen, was die Mitgliedschaft gebracht hat.`,
				"en", `The council decides to join in 2018, unanimously. A year later the 39th Hanseatic Day in Pskov admits Hannover. The city does not use the title “Hansestadt”.

In 2022 a query in the council asks what the membership has yielded.`),
		},
		{
			Base: record.Base{ID: id("network", "eurocities")},
			Name: i18n.Of("de", "EUROCITIES", "en", "EUROCITIES"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Große Städte Europas sprechen hier über kommunale Planung und vertreten ihre Interessen gegenüber der EU. 2019 kündigt Hannover an, beizutreten.",
				"en", "Europe’s big cities discuss municipal planning here and speak up for themselves towards the EU. In 2019 Hannover announces that it will join."),
			About: i18n.Of(
				"de", `Das Handlungskonzept von 2019 kündigt einen Antrag an: Der Beitritt soll die Europaarbeit der Stadt stärken und ordnen. Im selben Jahr liegt dem Rat dazu eine Drucksache vor. Wie er entschieden hat, ist hier nicht bekannt.`,
				"en", `The action concept of 2019 announces an application: joining is to strengthen the city’s European work and give it structure. In the same year a paper is laid before the council. How it decided is not known here.`),
			Themes: networkThemes("zukunft-der-eu", "buergernahes-und-erfolgreiches-europa", "stadtentwicklung"),
		},
		{
			Base: record.Base{ID: id("network", "klima-buendnis")},
			Name: i18n.Of("de", "Klima-Bündnis", "en", "Climate Alliance"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Europäische Städte schützen das Klima, gemeinsam mit indigenen Völkern. Hannover gehört 1990 zu den Gründungsmitgliedern.",
				"en", "European cities protect the climate, together with indigenous peoples. Hannover was among the founding members in 1990."),
			About: i18n.Of(
				"de", "In Hannover kümmert sich die Klimaschutzleitstelle um das Bündnis. Für die globale Seite, die Zusammenarbeit mit indigenen Völkern, ist das Agenda 21- und Nachhaltigkeitsbüro zuständig.",
				"en", "In Hannover the climate protection unit looks after the alliance. The sustainability office is in charge of its global side, the work with indigenous peoples."),
			Themes: networkThemes("umwelt-und-klimaschutz", "nachhaltige-entwicklung-bne"),
		},
		{
			Base: record.Base{ID: id("network", "iclei")},
			Name: i18n.Of("en", "ICLEI – Local Governments for Sustainability"),
			Form: network.Association,
			Summary: i18n.Of(
				"de", "Kommunen aus aller Welt arbeiten an nachhaltiger Entwicklung. Hannover gründet das Netzwerk 1990 mit.",
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
			About: i18n.Of(
				"de", "Zum Beitritt nennt die Stadt zwei Zeitpunkte: Dezember 2008 und Anfang 2009. Beide stehen hier nebeneinander.",
				"en", "For its accession the city gives two dates: December 2008 and early 2009. Both stand side by side here."),
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
				"de", `Hannover ist die siebte City of Music. Ein Bericht von 2020 zählt 31 Musikstädte und 180 Städte im ganzen Netzwerk; spätere Zählungen nennen 59, 75 und 76 Musikstädte.

Kansas City trägt den Titel ebenfalls. Im Jahr 2025 legt Hannover den Schwerpunkt auf Belfast, Daegu, Gent, Katowice, Liverpool und London (Ontario).`,
				"en", `Hannover is the seventh City of Music. A report of 2020 counts 31 Cities of Music and 180 cities in the whole network; later counts give 59, 75 and 76 Cities of Music.

Kansas City holds the title too. In 2025 Hannover focuses on Belfast, Daegu, Ghent, Katowice, Liverpool and London (Ontario).`),
			Themes:  networkThemes("musik", "kultur", "kreativitaet"),
			Members: namedMusicCities(),
		},
	}
}

// namedMusicCities are the Cities of Music that Hannover's sources name.
func namedMusicCities() []network.Member {
	members := []network.Member{{
		Party:  on("kansas-city"),
		Note:   i18n.Of("de", "City of Music wie Hannover", "en", "A City of Music like Hannover"),
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
				"de", "Städte geben verfolgten Autor*innen und Künstler*innen Zuflucht. Hannover gründet das Netzwerk 2006 mit.",
				"en", "Cities give refuge to persecuted writers and artists. Hannover is one of the founding cities in 2006."),
			About: i18n.Of(
				"de", "Schon vorher ist Hannover Zufluchtsstadt: Seit 2000 vergibt es das Hannah-Arendt-Stipendium; eine Quelle nennt 2001. Die Drucksache zum Beitritt gilt ab dem 1. Januar 2007.",
				"en", "Hannover is a city of refuge even before that: it has awarded the Hannah-Arendt-Stipendium since 2000; one source says 2001. The paper on joining holds from 1 January 2007."),
			Founded: "2006",
			Themes:  networkThemes("schutz-verfolgter-kulturschaffender"),
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
				"de", "Das Forum arbeitet an Sicherheit in der Stadt. Hannover ist Mitglied; den Kontakt hält der Kommunale Präventionsrat.",
				"en", "The forum works on safety in cities. Hannover is a member; the city’s prevention council keeps the contact."),
			Themes: networkThemes("kommunalpolitik"),
		},
		{
			Base:  record.Base{ID: id("network", "uclg")},
			Name:  i18n.Of("en", "UCLG – United Cities and Local Governments"),
			Short: "UCLG",
			Form:  network.Association,
			Summary: i18n.Of(
				"de", "Ein weltweiter Verband von Städten und Kommunen. Hannover ist Mitglied; seit wann, ist nicht bekannt.",
				"en", "A worldwide association of cities and local governments. Hannover is a member; since when is not known."),
			Themes: networkThemes("kommunalpolitik"),
		},
		{
			Base: record.Base{ID: id("network", "aalborg-charter")},
			Name: i18n.Of("de", "Aalborg-Charta / Hannover-Aufruf / Aalborg-Commitments", "en", "Aalborg Charter / Hannover Call / Aalborg Commitments"),
			Form: network.Charter,
			Summary: i18n.Of(
				"de", "Drei Erklärungen europäischer Städte zur Nachhaltigkeit. Hannover unterzeichnet 1995 die Charta, 2000 und 2004 folgen Aufruf und Commitments.",
				"en", "Three declarations of European cities on sustainability. Hannover signs the charter in 1995; the call and the commitments follow in 2000 and 2004."),
			Themes: networkThemes("nachhaltige-entwicklung-bne"),
		},
		{
			Base: record.Base{ID: id("network", "agenda-2030-musterresolution")},
			Name: i18n.Of("de", "Agenda 2030 (Musterresolution)", "en", "Agenda 2030 resolution"),
			Form: network.Charter,
			Summary: i18n.Of(
				"de", "Mit dieser Resolution bekennen sich Kommunen zu den globalen Nachhaltigkeitszielen. Der Rat hat sie im März 2016 beschlossen.",
				"en", "With this resolution municipalities commit themselves to the global sustainability goals. The council adopted it in March 2016."),
			About: i18n.Of(
				"de", "Auf die Resolution beruft sich auch das Brunnen- und Baumprojekt in Blantyre.",
				"en", "The wells and trees project in Blantyre refers to the resolution too."),
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
				"de", "Die Arbeit in der Metropolregion verstärkt Hannovers internationale Arbeit.",
				"en", "Hannover’s work in the metropolitan region strengthens its international engagement."),
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
