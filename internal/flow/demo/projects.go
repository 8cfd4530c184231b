package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
)

// projects returns what Hannover does with others for a time. A status that no source states stays empty.
func projects() []project.Project {
	all := append(conceptProjects(), otherProjects()...)
	return append(all, wellsAndTrees())
}

// conceptProjects are the seven EU projects that the action concept lists for 2018 and 2019, by their subject alone.
// Acronyms, partners and programmes come from other pages; that they belong together is concluded from subject and time.
func conceptProjects() []project.Project {
	return []project.Project{
		{
			Base: record.Base{ID: id("project", "eu-bildung-und-austausch-zur-gesunden-ernaehrung")},
			Title: i18n.Of(
				"de", "Bildung und Austausch zur gesunden Ernährung",
				"en", "Education and exchange on healthy eating"),
			Form:   project.EU,
			Starts: "2018",
			Ends:   "2019",
			Summary: i18n.Of(
				"de", "Ein EU-Projekt über gesundes Essen. Partner und Programm sind nicht bekannt.",
				"en", "An EU project about healthy food. Partners and programme are not known."),
			Themes: projectThemes("gesunde-ernaehrung", "bildung"),
		},
		{
			Base: record.Base{ID: id("project", "eu-modelle-fuer-die-integration-von")},
			Title: i18n.Of(
				"de", "Modelle für die Integration von Flüchtlingen in die Arbeitswelt",
				"en", "Models for integrating refugees into working life"),
			Form:   project.EU,
			Starts: "2018",
			Ends:   "2019",
			Summary: i18n.Of(
				"de", "Ein EU-Projekt über Wege in die Arbeit für Menschen, die geflüchtet sind. Partner und Programm sind nicht bekannt.",
				"en", "An EU project about ways into work for people who have fled. Partners and programme are not known."),
			Themes: projectThemes("flucht-und-integration-in-arbeit"),
		},
		{
			Base:    record.Base{ID: id("project", "eu-mobilebe")},
			Title:   i18n.Of("de", "Mobile Grundbildung für Erwachsene", "en", "Mobile basic education for adults"),
			Acronym: "MobileBE",
			Form:    project.EU,
			Starts:  "2018",
			Ends:    "2019",
			Summary: i18n.Of(
				"de", "Grundbildung, die Erwachsene unterwegs erreicht. Die Volkshochschule ist Partnerin.",
				"en", "Basic education that reaches adults on the move. The adult education centre is a partner."),
			About:    concluded("MobileBE"),
			Partners: []project.Partner{{Party: of("volkshochschule"), Role: project.FullPartner}},
			Units:    projectUnits("volkshochschule"),
			Themes:   projectThemes("erwachsenenbildung", "digitalisierung"),
		},
		{
			Base:      record.Base{ID: id("project", "eu-network-supporting-refugees")},
			Title:     i18n.Of("de", "Netzwerk zur Unterstützung von Flüchtlingen", "en", "Network supporting refugees"),
			Acronym:   "Network Supporting Refugees",
			Form:      project.EU,
			Programme: id("programme", "erasmus"),
			Starts:    "2018",
			Ends:      "2019",
			Summary: i18n.Of(
				"de", "Acht Einrichtungen aus acht Ländern lernen voneinander, wie sie Geflüchtete unterstützen. Die Wiener Volkshochschulen leiten das Netzwerk.",
				"en", "Eight institutions from eight countries learn from each other how to support refugees. Vienna’s adult education centres lead the network."),
			About: i18n.Of(
				"de", `Gefördert wird das Netzwerk aus Erasmus+, Leitaktion 2. Hannover ist mit seiner Volkshochschule dabei.

Das Handlungskonzept nennt nur das Thema und die Jahre 2018/2019. Dass „Network Supporting Refugees“ gemeint ist, ist daraus geschlossen.`,
				"en", `The network is funded by Erasmus+, key action 2. Hannover takes part through its adult education centre.

The action concept gives only the subject and the years 2018/2019. That it means “Network Supporting Refugees” is concluded from them.`),
			Partners: []project.Partner{
				{Party: city(2761369), Role: project.LeadPartner, Note: alike("Wiener Volkshochschulen")},
				{Party: of("volkshochschule"), Role: project.FullPartner},
				{Party: city(668954), Role: project.FullPartner},
				{Party: city(3054643), Role: project.FullPartner, Note: alike("Budapest")},
				{Party: city(727011), Role: project.FullPartner, Note: alike("Sofia")},
				{Party: city(2743477), Role: project.FullPartner, Note: alike("Zwolle")},
				{Party: city(658225), Role: project.FullPartner, Note: alike("Helsinki")},
				{Party: city(3093133), Role: project.FullPartner, Note: alike("Łódź")},
			},
			Units:   projectUnits("volkshochschule"),
			Themes:  projectThemes("integration", "erwachsenenbildung"),
			Website: vhsRefugees.url(),
		},
		{
			Base: record.Base{ID: id("project", "eu-nucleus")},
			Title: i18n.Of(
				"de", "Kommunikation zwischen Wissenschaft und Gesellschaft",
				"en", "Communication between science and society"),
			Acronym:   "NUCLEUS",
			Form:      project.EU,
			Programme: id("programme", "horizon-2020-horizon-europe"),
			Starts:    "2015-09",
			Summary: i18n.Of(
				"de", "24 Partner erproben, wie Forschung und Öffentlichkeit ins Gespräch kommen. Hannover ist mit der Wissenschaftsstadt dabei.",
				"en", "24 partners try out how research and the public get talking. Hannover takes part through its team Wissenschaftsstadt."),
			About: i18n.Of(
				"de", `NUCLEUS beginnt im September 2015 und hat im ganzen Verbund rund 4 Millionen Euro. Die zweite Jahreskonferenz findet vom 4. bis 6. Oktober in Hannover statt; das Jahr ist hier nicht bekannt, ebenso wenig das Ende des Projekts.

Das Handlungskonzept nennt nur das Thema und die Jahre 2018/2019. Dass NUCLEUS gemeint ist, ist daraus geschlossen.`,
				"en", `NUCLEUS begins in September 2015; the whole consortium has about 4 million euros. The second annual conference takes place in Hannover on 4–6 October; the year is not known here, nor is the end of the project.

The action concept gives only the subject and the years 2018/2019. That it means NUCLEUS is concluded from them.`),
			Partners: []project.Partner{{Party: of("wissenschaftsstadt"), Role: project.FullPartner}},
			Units:    projectUnits("wissenschaftsstadt"),
			Themes:   projectThemes("wissenschaft"),
			Budget: []project.Money{{
				Source:   i18n.Of("de", "Ganzer Verbund", "en", "Whole consortium"),
				Amount:   "4000000",
				Currency: "EUR",
				Note:     i18n.Of("de", "rund", "en", "about"),
			}},
		},
		{
			Base: record.Base{ID: id("project", "eu-einsatz-von-blended-learning-in-der")},
			Title: i18n.Of(
				"de", "Einsatz von Blended Learning in der Erwachsenenbildung",
				"en", "Use of blended learning in adult education"),
			Form:   project.EU,
			Starts: "2018",
			Ends:   "2019",
			Summary: i18n.Of(
				"de", "Ein EU-Projekt darüber, wie Kurs und Online-Lernen zusammengehen. Partner und Programm sind nicht bekannt.",
				"en", "An EU project about combining classroom and online learning. Partners and programme are not known."),
			Themes: projectThemes("erwachsenenbildung", "digitalisierung"),
		},
		{
			Base:      record.Base{ID: id("project", "eu-revot")},
			Title:     i18n.Of("de", "Berufliche Weiterbildung von geflüchteten Menschen", "en", "Vocational training of refugees"),
			Acronym:   "REVOT",
			Form:      project.EU,
			Programme: id("programme", "erasmus"),
			Starts:    "2018",
			Ends:      "2019",
			Summary: i18n.Of(
				"de", "Partner aus sieben Ländern bilden Geflüchtete beruflich weiter. Die Volkshochschule Hannover koordiniert.",
				"en", "Partners from seven countries train refugees for work. The adult education centre of Hannover coordinates."),
			About: i18n.Of(
				"de", `REVOT heißt „Refugees in Vocational Training“. Mit Hannover arbeiten Partner in Zagreb, Leeuwarden, Graz, Patras, Tolmezzo und Granada.

Das Handlungskonzept nennt nur das Thema und die Jahre 2018/2019. Dass REVOT gemeint ist, ist daraus geschlossen.`,
				"en", `REVOT stands for “Refugees in Vocational Training”. Hannover works with partners in Zagreb, Leeuwarden, Graz, Patras, Tolmezzo and Granada.

The action concept gives only the subject and the years 2018/2019. That it means REVOT is concluded from them.`),
			Partners: []project.Partner{
				{Party: of("volkshochschule"), Role: project.LeadPartner},
				{Party: city(3186886), Role: project.FullPartner, Note: alike("Zagreb")},
				{Party: city(2751792), Role: project.FullPartner, Note: alike("Leeuwarden")},
				{Party: city(2778067), Role: project.FullPartner, Note: alike("Graz")},
				{Party: city(255683), Role: project.FullPartner},
				{Party: city(3165584), Role: project.FullPartner, Note: alike("Tolmezzo")},
				{Party: city(2517117), Role: project.FullPartner, Note: alike("Granada")},
			},
			Units:   projectUnits("volkshochschule"),
			Themes:  projectThemes("flucht-und-integration-in-arbeit", "berufliche-qualifizierung"),
			Website: vhsRevot.url(),
		},
	}
}

// otherProjects are funded by the European Union or the federal government.
func otherProjects() []project.Project {
	return []project.Project{
		{
			Base:      record.Base{ID: id("project", "vhs-hannover-goes-europe-europ-heart")},
			Title:     alike("VHS Hannover goes Europe – europ@heart"),
			Form:      project.EU,
			Programme: id("programme", "erasmus"),
			Starts:    "2017-10-01",
			Ends:      "2023-08-31",
			Summary: i18n.Of(
				"de", "Menschen aus der Volkshochschule lernen in anderen Ländern Europas: 80 Reisen von Mitarbeitenden und Kursleitungen.",
				"en", "People of the adult education centre learn in other countries of Europe: 80 stays abroad of staff and course teachers."),
			Partners: []project.Partner{{Party: of("volkshochschule"), Role: project.FullPartner}},
			Units:    projectUnits("volkshochschule"),
			Themes:   projectThemes("erwachsenenbildung"),
			Website:  vhsEurope.url(),
		},
		{
			Base:      record.Base{ID: id("project", "connected-ehap-ii")},
			Title:     alike("Connected (EHAP II)"),
			Form:      project.EU,
			Programme: id("programme", "esf-ehap-ehap-plus"),
			Starts:    "2019",
			Ends:      "2020",
			Summary: i18n.Of(
				"de", "Ein Projekt aus dem Europäischen Hilfsfonds für die am stärksten benachteiligten Personen, mit rund 898.000 Euro.",
				"en", "A project of the European Fund for Aid to the Most Deprived, with about 898,000 euros."),
			Themes: projectThemes("gesellschaftliche-teilhabe"),
			Budget: []project.Money{{
				Source:   i18n.Of("de", "Europäischer Hilfsfonds (EHAP)", "en", "European Fund for Aid to the Most Deprived (EHAP)"),
				Amount:   "898000",
				Currency: "EUR",
				Note:     i18n.Of("de", "rund", "en", "about"),
			}},
		},
		{
			Base:      record.Base{ID: id("project", "ehap-plus-project")},
			Title:     i18n.Of("de", "EhAP-Plus-Projekt", "en", "EhAP Plus project"),
			Form:      project.EU,
			Programme: id("programme", "esf-ehap-ehap-plus"),
			Starts:    "2022-10-01",
			Ends:      "2026-09-30",
			Summary: i18n.Of(
				"de", "Vier Jahre Förderung aus dem Europäischen Sozialfonds Plus. Mehr ist hier nicht bekannt.",
				"en", "Four years of funding from the European Social Fund Plus. Nothing more is known here."),
			Themes: projectThemes("gesellschaftliche-teilhabe"),
		},
		{
			Base:      record.Base{ID: id("project", "aware-fair")},
			Title:     alike("aware&fair"),
			Form:      project.EU,
			Programme: id("programme", "eu-development-education"),
			Starts:    "2010",
			Summary: i18n.Of(
				"de", "Hannover arbeitet mit Blantyre, Poznań und Bristol an entwicklungspolitischer Bildung.",
				"en", "Hannover works with Blantyre, Poznań and Bristol on development education."),
			About: i18n.Of(
				"de", "Drei Partnerstädte in einem Projekt. Zum Beginn gehen die Angaben auseinander: 2010 oder 2011. Ein Ende ist nicht bekannt.",
				"en", "Three twin towns in one project. Sources differ on its start: 2010 or 2011. No end is known."),
			Relations: projectRelations("blantyre", "poznan", "bristol"),
			Partners: []project.Partner{
				{Party: on("blantyre"), Role: project.FullPartner},
				{Party: on("poznan"), Role: project.FullPartner},
				{Party: on("bristol"), Role: project.FullPartner},
			},
			Themes: projectThemes("kommunale-entwicklungszusammenarbeit", "nachhaltige-entwicklung-bne"),
		},
		{
			Base:      record.Base{ID: id("project", "concerto-act2")},
			Title:     alike("CONCERTO act2"),
			Acronym:   "act2",
			Form:      project.EU,
			Programme: id("programme", "eu-concerto"),
			Summary: i18n.Of(
				"de", "Fünf Städte arbeiten gemeinsam am Klimaschutz: Hannover, Nantes, Koszalin, Malmö und Newcastle. Wann, ist hier nicht bekannt.",
				"en", "Five cities work on climate protection together: Hannover, Nantes, Koszalin, Malmö and Newcastle. Its dates are not known here."),
			Partners: []project.Partner{
				{Party: on("nantes"), Role: project.FullPartner},
				{Party: on("koszalin"), Role: project.FullPartner},
				{Party: on("malmoe"), Role: project.FullPartner},
				{Party: on("newcastle"), Role: project.FullPartner, Note: i18n.Of(
					"de", "Die Quelle nennt nur Newcastle in Großbritannien.",
					"en", "The source says only Newcastle in Great Britain.")},
			},
			Units:  projectUnits("klimaschutzleitstelle"),
			Themes: projectThemes("umwelt-und-klimaschutz"),
		},
		{
			Base:  record.Base{ID: id("project", "covid-19-protection-for-blantyre")},
			Title: i18n.Of("de", "Schutz vor Covid-19 in Blantyre", "en", "Covid-19 protection for Blantyre"),
			Form:  project.Joint,
			Summary: i18n.Of(
				"de", "Mit 50.000 Euro des Bundes bekommen eine Klinik und Menschen im Gesundheitsdienst Schutzausrüstung. Tausende Stoffmasken entstehen vor Ort.",
				"en", "With 50,000 euros from the federal government a clinic and health staff receive protective equipment. Thousands of cloth masks are made on site."),
			About: i18n.Of(
				"de", "Der Nachhaltigkeitsbericht von 2020 beschreibt die Hilfe, nennt aber keinen Tag.",
				"en", "The sustainability report of 2020 describes the aid but gives no day."),
			Relations: projectRelations("blantyre"),
			Partners: []project.Partner{
				{Party: on("blantyre"), Role: project.FullPartner},
				{Party: of("bmz"), Role: project.FundedBy},
			},
			Themes: projectThemes("gesundheit", "kommunale-entwicklungszusammenarbeit", "frieden-und-solidaritaet"),
			Budget: []project.Money{{
				Source:   i18n.Of("de", "Bundesministerium für wirtschaftliche Zusammenarbeit", "en", "Federal Ministry for Economic Cooperation"),
				Amount:   "50000",
				Currency: "EUR",
			}},
		},
	}
}

// concluded says that an acronym was tied to a subject of the action concept by inference.
func concluded(acronym string) i18n.Text {
	return i18n.Of(
		"de", "Das Handlungskonzept nennt nur das Thema und die Jahre 2018/2019. Dass "+acronym+" gemeint ist, ist daraus geschlossen.",
		"en", "The action concept gives only the subject and the years 2018/2019. That it means "+acronym+" is concluded from them.")
}

// city refers to a place that nothing else in the seed details, by its number in the gazetteer.
func city(geonames int) record.Ref {
	return record.Ref{Kind: "place", ID: record.GeoNames(geonames)}
}

// projectThemes lists what a project is about.
func projectThemes(keys ...string) []project.Theme {
	list := make([]project.Theme, len(keys))
	for i, key := range keys {
		list[i].Theme = id("theme", key)
	}
	return list
}

// projectUnits lists the units of the city that work on a project.
func projectUnits(keys ...string) []project.Unit {
	list := make([]project.Unit, len(keys))
	for i, key := range keys {
		list[i].Unit = id("organisation", key)
	}
	return list
}

// projectRelations lists the relations that a project belongs to.
func projectRelations(keys ...string) []project.Relation {
	list := make([]project.Relation, len(keys))
	for i, key := range keys {
		list[i].Relation = id("relation", key)
	}
	return list
}
