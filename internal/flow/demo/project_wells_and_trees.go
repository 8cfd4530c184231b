package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
)

// wellsAndTrees is the project that builds wells and plants trees at primary schools in Blantyre. Results of July 2021 and
// February 2022 are interim, those of 31 December 2023 are final. Wells new or repaired are added up here.
func wellsAndTrees() project.Project {
	return project.Project{
		Base: record.Base{ID: id("project", "blantyre-wells-trees")},
		Title: i18n.Of(
			"de", "Brunnen und Bäume für Grundschulen in Blantyre",
			"en", "Wells and trees for primary schools in Blantyre"),
		Form: project.Joint,
		Summary: i18n.Of(
			"de", "An 61 Grundschulen in Blantyre wachsen rund 6.000 Obstbäume. Acht Brunnen sind neu, vier repariert. Kinder und Lehrkräfte haben gelernt, beides zu pflegen.",
			"en", "About 6,000 fruit trees grow at 61 primary schools in Blantyre. Eight wells are new, four are repaired. Children and teachers have learned to look after both."),
		About: prose(
			"Ein Baum braucht Wasser, ein Brunnen braucht Menschen, die auf ihn achten. Beides gehörte in diesem Projekt zusammen: Schulen in Blantyre pflanzten Obstbäume, und Brunnenpat*innen lernten, die Brunnen zu pflegen. Das Agenda 21- und Nachhaltigkeitsbüro leitete das Projekt mit dem Kulturbüro. 84 % der Kosten trug das Programm Nakopa mit Mitteln des Bundesministeriums für wirtschaftliche Zusammenarbeit.",
			"Gepflanzt wird nur in der Regenzeit, von November bis März oder April. Diebstahl und Zerstörung gefährden die Brunnen; sinkt das Grundwasser, fallen sie trocken.",
			"Vorangegangen war eine Pflanzaktion im 50. Jahr der Partnerschaft: 2018 kamen mehr als 1.100 Setzlinge an 20 Schulen. Ende 2023 war das Projekt abgeschlossen, mit mehr Schulen als geplant.",
			"/",
			"A tree needs water, a well needs people who watch over it. In this project the two belonged together: schools in Blantyre planted fruit trees, and well sponsors learned to look after the wells. The city’s sustainability office led the project together with the culture office. The programme Nakopa met 84% of the costs, with funds of the Federal Ministry for Economic Cooperation.",
			"Planting is possible only in the rainy season, from November to March or April. Theft and vandalism put wells at risk; when the ground water falls, they run dry.",
			"A planting campaign had gone before, in the 50th year of the twinning: in 2018 more than 1,100 seedlings went to 20 schools. At the end of 2023 the project was complete, with more schools than planned."),
		Programme: id("programme", "nakopa"),
		Status:    project.Closed,
		Starts:    "2020",
		Ends:      "2023-12-31",
		Relations: projectRelations("blantyre"),
		Partners: []project.Partner{
			{Party: on("blantyre"), Role: project.FullPartner},
			{Party: of("engagement-global"), Role: project.FundedBy},
			{Party: of("bmz"), Role: project.FundedBy, Note: i18n.Of("de", "über Engagement Global", "en", "through Engagement Global")},
		},
		Units:  projectUnits("agenda-21-nachhaltigkeitsbuero", "kulturbuero-internationale-kultur"),
		Themes: projectThemes("kommunale-entwicklungszusammenarbeit", "umwelt-und-klimaschutz", "bildung", "wasserwirtschaft"),
		Budget: []project.Money{{
			Source: i18n.Of("de", "Nakopa (Engagement Global, Mittel des BMZ)", "en", "Nakopa (Engagement Global, funds of the BMZ)"),
			Share:  "84",
		}},
		Indicators: []project.Indicator{
			indicator("fruit-trees-planted", "Obstbäume", "Fruit trees", "Bäume", "trees", "6000"),
			indicator("primary-schools", "Grundschulen", "Primary schools", "Schulen", "schools", "40"),
			indicator("wells-new-or-repaired", "Brunnen, neu oder repariert", "Wells, new or repaired", "Brunnen", "wells", "12"),
			indicator("wells-drilled", "Brunnen, neu gebohrt", "Wells drilled", "Brunnen", "wells", ""),
			indicator("wells-repaired", "Brunnen, repariert", "Wells repaired", "Brunnen", "wells", ""),
			indicator("pupils-trained", "Geschulte Schüler*innen", "Pupils trained", "Menschen", "people", ""),
			indicator("teachers-trained", "Geschulte Lehrkräfte", "Teachers trained", "Menschen", "people", ""),
			indicator("well-sponsors", "Geschulte Brunnenpat*innen", "Well sponsors trained", "Menschen", "people", ""),
		},
		Results: []project.Result{
			{Indicator: "wells-drilled", Value: "2", On: "2021-07", Source: wellsStart.where(), Note: i18n.Of(
				"de", "an den Grundschulen Chimwankhunda und Mulunguzi",
				"en", "at Chimwankhunda and Mulunguzi primary schools")},
			{Indicator: "wells-repaired", Value: "4", On: "2021-07", Source: wellsStart.where()},
			{Indicator: "wells-new-or-repaired", Value: "6", On: "2021-07", Source: wellsStart.where()},
			{Indicator: "well-sponsors", Value: "12", On: "2021-07", Source: wellsStart.where(), Note: i18n.Of(
				"de", "sechs je Schule", "en", "six per school")},

			{Indicator: "fruit-trees-planted", Value: "900", On: "2022-02", Source: wellsInterim.where(), Note: i18n.Of(
				"de", "Setzlinge", "en", "seedlings")},
			{Indicator: "primary-schools", Value: "15", On: "2022-02", Source: wellsInterim.where()},
			{Indicator: "wells-drilled", Value: "5", On: "2022-02", Source: wellsInterim.where()},
			{Indicator: "wells-repaired", Value: "4", On: "2022-02", Source: wellsInterim.where()},
			{Indicator: "wells-new-or-repaired", Value: "9", On: "2022-02", Source: wellsInterim.where(), Note: addedUp()},
			{Indicator: "pupils-trained", Value: "100", Qualifier: project.MoreThan, On: "2022-02", Source: wellsInterim.where()},
			{Indicator: "teachers-trained", Value: "15", On: "2022-02", Source: wellsInterim.where()},
			{Indicator: "well-sponsors", Value: "30", On: "2022-02", Source: wellsInterim.where()},

			{Indicator: "fruit-trees-planted", Value: "6000", Qualifier: project.About, On: "2023-12-31", Source: blantyreWells.where()},
			{Indicator: "primary-schools", Value: "61", On: "2023-12-31", Source: blantyreWells.where()},
			{Indicator: "wells-drilled", Value: "8", On: "2023-12-31", Source: blantyreWells.where()},
			{Indicator: "wells-repaired", Value: "4", On: "2023-12-31", Source: blantyreWells.where()},
			{Indicator: "wells-new-or-repaired", Value: "12", On: "2023-12-31", Source: blantyreWells.where(), Note: addedUp()},
			{Indicator: "pupils-trained", Value: "366", On: "2023-12-31", Source: blantyreWells.where()},
			{Indicator: "teachers-trained", Value: "244", On: "2023-12-31", Source: blantyreWells.where()},
		},
		Sites: []project.Site{
			wellSite("Chimwankhunda"),
			wellSite("Mulunguzi"),
		},
		Website: wellsPage,
	}
}

// indicator is something that the project counts; a target is given only where the project's page names one.
func indicator(code, de, en, unitDE, unitEN string, target record.Decimal) project.Indicator {
	x := project.Indicator{
		Code:   code,
		Label:  i18n.Of("de", de, "en", en),
		Unit:   i18n.Of("de", unitDE, "en", unitEN),
		Target: target,
	}
	if target != "" {
		x.Due, x.Source = "2023-12-31", wellsProject.where()
	}
	return x
}

// wellSite is a school with a new well. Where exactly it stands is not known.
func wellSite(school string) project.Site {
	return project.Site{
		Name:  i18n.Of("de", "Grundschule "+school, "en", school+" primary school"),
		Place: id("place", "blantyre"),
		Note:  i18n.Of("de", "neuer Brunnen, Juli 2021", "en", "new well, July 2021"),
	}
}

func addedUp() i18n.Text {
	return i18n.Of("de", "neue und reparierte zusammengezählt", "en", "new and repaired ones added up")
}
