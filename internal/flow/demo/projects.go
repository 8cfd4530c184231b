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
				"de", "Ein EU-Projekt über gesunde Ernährung, mit Bildung und Austausch.",
				"en", "An EU project about healthy eating, through education and exchange."),
			Themes: projectThemes("gesunde-ernaehrung", "bildung"),
			Notes:  partnersUnknown(),
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
				"de", "Ein EU-Projekt über Wege in die Arbeit für Menschen, die geflüchtet sind.",
				"en", "An EU project about ways into work for people who have fled."),
			Themes: projectThemes("flucht-und-integration-in-arbeit"),
			Notes:  partnersUnknown(),
		},
		{
			Base:    record.Base{ID: id("project", "eu-mobilebe")},
			Title:   i18n.Of("de", "Mobile Grundbildung für Erwachsene", "en", "Mobile basic education for adults"),
			Acronym: "MobileBE",
			Form:    project.EU,
			Starts:  "2018",
			Ends:    "2019",
			Summary: i18n.Of(
				"de", "Ein EU-Projekt zur mobilen Grundbildung. Die Volkshochschule Hannover war Partnerin.",
				"en", "An EU project on mobile basic education. Hannover’s adult education centre was a partner."),
			Partners: []project.Partner{{Party: of("volkshochschule"), Role: project.FullPartner}},
			Units:    projectUnits("volkshochschule"),
			Themes:   projectThemes("erwachsenenbildung", "digitalisierung"),
			Notes:    concluded("MobileBE"),
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
				"de", "Acht Einrichtungen aus acht Ländern lernten voneinander, wie sie Geflüchtete unterstützen können. Die Wiener Volkshochschulen leiteten das Netzwerk.",
				"en", "Eight institutions from eight countries learned from each other how to support refugees. Vienna’s adult education centres led the network."),
			About: i18n.Of(
				"de", "Gefördert wurde das Netzwerk aus Erasmus+, Leitaktion 2. Hannover war mit seiner Volkshochschule dabei.",
				"en", "The network was funded by Erasmus+, key action 2. Hannover took part through its adult education centre."),
			Notes: concluded("Network Supporting Refugees"),
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
				"de", "24 Partner erprobten, wie Forschung und Öffentlichkeit ins Gespräch kommen. Hannover war mit seinem Team Wissenschaftsstadt dabei.",
				"en", "24 partners tried out how to get research and the public talking. Hannover took part with its team Wissenschaftsstadt."),
			About: i18n.Of(
				"de", "NUCLEUS begann im September 2015. Der ganze Verbund hatte rund 4 Millionen Euro.",
				"en", "NUCLEUS began in September 2015. The whole consortium had about 4 million euros."),
			Notes:    concluded("NUCLEUS"),
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
				"de", "Ein EU-Projekt darüber, wie sich Lernen im Kurs und Lernen im Netz verbinden lassen.",
				"en", "An EU project about combining classroom and online learning."),
			Themes: projectThemes("erwachsenenbildung", "digitalisierung"),
			Notes:  partnersUnknown(),
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
				"de", "Partner aus sieben Ländern bildeten Geflüchtete beruflich weiter. Die Volkshochschule Hannover koordinierte das Projekt.",
				"en", "Partners from seven countries trained refugees for work. Hannover’s adult education centre coordinated the project."),
			About: i18n.Of(
				"de", "REVOT steht für „Refugees in Vocational Training“. Mit Hannover arbeiteten Partner in Zagreb, Leeuwarden, Graz, Patras, Tolmezzo und Granada.",
				"en", "REVOT stands for “Refugees in Vocational Training”. Hannover worked with partners in Zagreb, Leeuwarden, Graz, Patras, Tolmezzo and Granada."),
			Notes: concluded("REVOT"),
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
				"de", "Menschen aus der Volkshochschule lernten in anderen Ländern Europas, auf 80 Reisen von Mitarbeitenden und Kursleitungen.",
				"en", "People from the adult education centre learned in other countries of Europe, on 80 trips of staff and course teachers."),
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
				"de", "Ein Projekt mit rund 898.000 Euro aus dem Europäischen Hilfsfonds für die am stärksten benachteiligten Personen.",
				"en", "A project with about 898,000 euros from the European Fund for Aid to the Most Deprived."),
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
				"de", "Vier Jahre Förderung aus dem Europäischen Sozialfonds Plus, von Oktober 2022 bis September 2026.",
				"en", "Four years of funding from the European Social Fund Plus, from October 2022 to September 2026."),
			Themes: projectThemes("gesellschaftliche-teilhabe"),
		},
		{
			Base:      record.Base{ID: id("project", "aware-fair")},
			Title:     alike("aware&fair"),
			Form:      project.EU,
			Programme: id("programme", "eu-development-education"),
			Starts:    "2010",
			Summary: i18n.Of(
				"de", "Hannover und drei seiner Partnerstädte, Blantyre, Poznań und Bristol, arbeiteten an entwicklungspolitischer Bildung.",
				"en", "Hannover and three of its twin towns, Blantyre, Poznań and Bristol, worked on development education."),
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
				"de", "Ein gemeinsames Projekt von fünf Städten für den Klimaschutz: Hannover, Nantes, Koszalin, Malmö und Newcastle.",
				"en", "A joint project of five cities for climate protection: Hannover, Nantes, Koszalin, Malmö and Newcastle."),
			Partners: []project.Partner{
				{Party: on("nantes"), Role: project.FullPartner},
				{Party: on("koszalin"), Role: project.FullPartner},
				{Party: on("malmoe"), Role: project.FullPartner},
				{Party: on("newcastle"), Role: project.FullPartner},
			},
			Units:  projectUnits("klimaschutzleitstelle"),
			Themes: projectThemes("umwelt-und-klimaschutz"),
			Notes: i18n.Of(
				"de", "Wann das Projekt lief, ist nicht gefunden. Die Quelle schreibt nur „Newcastle (GB)“.",
				"en", "When the project ran was not found. The source writes only “Newcastle (GB)”."),
		},
		{
			Base:  record.Base{ID: id("project", "covid-19-protection-for-blantyre")},
			Title: i18n.Of("de", "Schutz vor Covid-19 in Blantyre", "en", "Covid-19 protection for Blantyre"),
			Form:  project.Joint,
			Summary: i18n.Of(
				"de", "Mit 50.000 Euro des Bundes bekamen eine Klinik und Menschen im Gesundheitsdienst Schutzausrüstung. Tausende Stoffmasken entstanden vor Ort.",
				"en", "With 50,000 euros from the federal government, a clinic and health staff received protective equipment. Thousands of cloth masks were made on the spot."),
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

// partnersUnknown says, for the house, what no source tells of a project.
func partnersUnknown() i18n.Text {
	return i18n.Of("de", "Partner und Programm sind nicht gefunden.", "en", "Partners and programme were not found.")
}

// concluded says, for the house, that an acronym was tied to a subject of the action concept by inference.
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
