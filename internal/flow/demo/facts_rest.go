package demo

import (
	"slices"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/engine/record"
)

// restFacts returns what sources say of networks, projects and programmes. Days that sources give differently stand side
// by side; of competing values at most one is preferred.
func restFacts() []fact.Fact {
	return slices.Concat(cityNetworkFacts(), climateNetworkFacts(), specialistNetworkFacts(), projectFacts(), wellsFacts(), programmeFacts())
}

// takesPart is the day since which Hannover takes part in a network, as a source gives it.
func takesPart(key, tag string, day date.Partial, f fact.Fact, by ...cite) fact.Fact {
	f.Day = day
	f.Label = i18n.Of("de", "Hannover ist dabei seit", "en", "Hannover has taken part since")
	if f.Side == "" {
		f.Side = fact.Own
	}
	return said("network", key, "since", tag, f, by...)
}

// step is something that happened in a network or project.
func step(kind, key, tag string, in date.Partial, de, en string, by ...cite) fact.Fact {
	return said(kind, key, "milestone", tag, fact.Fact{Side: fact.Own, AsOf: in, Text: i18n.Of("de", de, "en", en)}, by...)
}

// counted is a number of a network or project; labels and units come in German and English.
func counted(kind, key, property, tag string, n record.Decimal, label, unit i18n.Text, f fact.Fact, by ...cite) fact.Fact {
	f.Number, f.Label, f.Unit = n, label, unit
	return said(kind, key, property, tag, f, by...)
}

// cityNetworkFacts returns the facts of the networks whose members are cities, but for those of the climate.
func cityNetworkFacts() []fact.Fact {
	const (
		mayors = "mayors-for-peace"
		rgre   = "rgre-cemr"
		hanse  = "die-hanse"
		music  = "unesco-creative-cities-network"
	)
	cities := i18n.Of("de", "Städte", "en", "cities")
	musicTotal := i18n.Of("de", "Cities of Music", "en", "Cities of Music")
	adoption := i18n.Of("de", "Beschluss des Rates", "en", "Council decision")
	return []fact.Fact{
		takesPart(mayors, "city", "1983", fact.Fact{}, leadCity, discover5000),
		step("network", mayors, "lead-city", "2015-08",
			"In Hiroshima erhält Hannover die Urkunde als Lead City. Es gibt damals 21 Lead Cities.",
			"In Hiroshima Hannover received its certificate as a lead city. There were 21 lead cities at the time.", leadCity),
		step("network", mayors, "flag-day-2019", "2019-07-08",
			"Rund 300 Städte beteiligen sich am Flaggentag. In Hannover werden von 16 bis 18 Uhr Papierkraniche gefaltet, dazu läuft der Film „Sadako“.",
			"About 300 cities took part in the flag day. In Hannover paper cranes were folded from 4 to 6 p.m., and the film “Sadako” was shown.", portal2019, cityNews),
		step("network", mayors, "executives-2019", "2019-11-11",
			"Zwei Tage lang tagt die 11. Exekutivkonferenz in Hannover, zum dritten Mal hier. Zehn Executive Cities kommen, dazu Gäste aus acht Ländern. Das European Chapter wird gegründet.",
			"For two days the 11th Executive Conference met in Hannover, here for the third time. Ten executive cities came, with guests from eight countries. The European Chapter was founded.",
			portal2019, executives2019, mayors2019),
		step("network", mayors, "european-chapter", "2021-06-01",
			"Hannover tritt durch Ratsbeschluss dem European Chapter bei.",
			"By decision of the council Hannover joined the European Chapter.", paper0963),
		step("network", mayors, "executives-2024", "2024-10-28",
			"Die 13. Exekutivkonferenz tagt bis zum 29. Oktober in Manchester.",
			"The 13th Executive Conference met in Manchester until 29 October.", mayorsWorld),
		counted("network", mayors, "german-members", "2024", "900",
			i18n.Of("de", "Mitglieder in Deutschland", "en", "Members in Germany"), i18n.Of("de", "Mitglieder", "en", "members"),
			fact.Fact{Side: fact.Own, AsOf: "2024-07-12"}, mayorsGermany),

		step("network", rgre, "development-2019", "2019-02-18",
			"Bis zum 19. Februar tagt der Ausschuss für kommunale Entwicklungszusammenarbeit in Hannover.",
			"Until 19 February the committee on municipal development cooperation met in Hannover.", portal2019),
		step("network", rgre, "german-polish-2019", "2019-10-28",
			"Bis zum 29. Oktober tagt der deutsch-polnische Ausschuss im Neuen Rathaus. 40 gewählte Kommunalpolitiker*innen sprechen über die Beteiligung der Jugend und die Zukunft der Europäischen Union.",
			"Until 29 October the German-Polish committee met in the New Town Hall. 40 elected local politicians discussed youth participation and the future of the European Union.",
			portal2019, germanPolish2019),
		remark("network", rgre, "committees", fact.Third, "",
			"Die Deutsche Sektion führt einen deutsch-französischen und einen deutsch-polnischen Ausschuss und einen für kommunale Entwicklungszusammenarbeit.",
			"The German section runs a Franco-German and a German-Polish committee and one on municipal development cooperation.", rgreSite),

		takesPart(hanse, "admitted", "2019-06", fact.Fact{Note: i18n.Of(
			"de", "aufgenommen auf dem 39. Hansetag in Pskow", "en", "admitted at the 39th Hanseatic Day in Pskov")}, hanseAdmitted),
		said("network", hanse, "council-decision", "city", fact.Fact{Label: adoption, Day: "2018-06-21", Side: fact.Own, Preferred: true, Note: i18n.Of(
			"de", "einstimmig", "en", "unanimous")}, hanseAdmitted),
		said("network", hanse, "council-decision", "press", fact.Fact{Label: adoption, Day: "2018-07", Side: fact.Third}, hazHanse),
		counted("network", hanse, "members", "all", "195", i18n.Of("de", "Mitglieder", "en", "Members"), cities,
			fact.Fact{Side: fact.Third}, hanseSite, hanseAdmitted),
		said("network", hanse, "fee", "rule", fact.Fact{
			Label: i18n.Of("de", "Beitrag", "en", "Fee"), Side: fact.Own, Text: i18n.Of(
				"de", "Einmalig 300 Euro, danach 50 Euro im Jahr; dazu eine Umlage von 0,0085 Euro je Einwohner*in, mindestens 150, höchstens 2.000 Euro. Im Haushalt stehen 3.000 Euro im Jahr.",
				"en", "300 euros once, then 50 euros a year; also a levy of 0.0085 euros per inhabitant, at least 150, at most 2,000 euros. The budget sets aside 3,000 euros a year."),
		}, paper1153),
		step("network", hanse, "query-2022", "2022",
			"Eine Anfrage im Rat will wissen, was die Mitgliedschaft gebracht hat.",
			"A query in the council asked what the membership had yielded.", paper0613),
		remark("network", hanse, "title", fact.Third, "", "Hannover führt den Titel „Hansestadt“ nicht.", "Hannover does not use the title “Hansestadt”.", hazHanse),

		step("network", "eurocities", "concept", "2019-01",
			"Das Handlungskonzept kündigt an, dass Hannover den Beitritt beantragt.",
			"The action concept announced that Hannover would apply to join.", concept2019),
		remark("network", "eurocities", "lobbying", fact.Own, "2019-01",
			"Die Stadt nennt EUROCITIES das wichtigste Netzwerk großer Städte in Europa: für den Austausch über kommunale Planung und als Stimme gegenüber der EU.",
			"The city calls EUROCITIES the most important network of big European cities: for exchange on municipal planning and as a voice towards the EU.", concept2019),

		takesPart(music, "city", "2014-12", fact.Fact{}, musicCity, musicSchool),
		counted("network", music, "cities-of-music", "2020", "31", musicTotal, cities, fact.Fact{Side: fact.Own, AsOf: "2020", Preferred: true}, report2020, defus),
		counted("network", music, "cities-of-music", "59", "59", musicTotal, cities, fact.Fact{Side: fact.Third, Note: laterCount()}, unescoPages),
		counted("network", music, "cities-of-music", "75", "75", musicTotal, cities, fact.Fact{Side: fact.Third, Note: laterCount()}, unescoPages),
		counted("network", music, "cities-of-music", "76", "76", musicTotal, cities, fact.Fact{Side: fact.Third, Note: laterCount()}, unescoPages),
		counted("network", music, "members", "2020", "180", i18n.Of("de", "Städte im Netzwerk", "en", "Cities in the network"), cities,
			fact.Fact{Side: fact.Own, AsOf: "2020"}, report2020),
		counted("network", music, "anniversary-budget", "city", "740000", i18n.Of("de", "Mittel für das Jubiläumsjahr", "en", "Budget of the anniversary year"),
			i18n.Of("de", "Euro", "en", "euros"), fact.Fact{Side: fact.Own}, musicPress),

		said("network", "uclg", "role", "city", fact.Fact{
			Label: i18n.Of("de", "Rolle von Hannover", "en", "Role of Hannover"), Side: fact.Own, Text: i18n.Of("de", "Mitglied", "en", "member"),
		}, cityNews, climateWork),
		remark("network", "metropolregion-hannover-braunschweig-goettingen-wolfsburg", "engagement", fact.Own, "2019-01",
			"Die Gesellschaften der Stadt und ihre Arbeit in der Metropolregion verstärken und erweitern das internationale Engagement.",
			"The city’s companies and its work in the metropolitan region strengthen and widen its international engagement.", concept2019),
	}
}

func laterCount() i18n.Text {
	return i18n.Of("de", "spätere Zählung", "en", "later count")
}

// climateNetworkFacts returns the facts of the networks and charters of climate and sustainability.
func climateNetworkFacts() []fact.Fact {
	const (
		covenant = "covenant-of-mayors"
		aalborg  = "aalborg-charter"
	)
	return []fact.Fact{
		takesPart("klima-buendnis", "city", "1990", fact.Fact{}, climateTies),
		remark("network", "klima-buendnis", "global", fact.Own, "",
			"Für die globale Seite des Bündnisses, die Zusammenarbeit mit indigenen Völkern, ist das Agenda 21- und Nachhaltigkeitsbüro zuständig.",
			"The sustainability office is in charge of the global side of the alliance, the work with indigenous peoples.", climateAlliance),
		takesPart("iclei", "city", "1990", fact.Fact{}, climateTies),
		takesPart(covenant, "december", "2008-12", fact.Fact{Preferred: true}, climateWork),
		takesPart(covenant, "new-year", "2009", fact.Fact{Note: i18n.Of("de", "Anfang 2009", "en", "early 2009")}, climateTies),

		takesPart(aalborg, "charter", "1995", fact.Fact{}, climateTies),
		step("network", aalborg, "charter", "1995", "Hannover unterzeichnet die Aalborg-Charta.", "Hannover signed the Aalborg Charter.", climateTies),
		step("network", aalborg, "call", "2000", "Der Hannover-Aufruf folgt.", "The Hannover Call followed.", climateTies),
		step("network", aalborg, "commitments", "2004", "Die Aalborg-Commitments folgen.", "The Aalborg Commitments followed.", climateTies),

		takesPart("agenda-2030-musterresolution", "council", "2016-03", fact.Fact{Note: i18n.Of(
			"de", "Beschluss des Rates", "en", "council resolution")}, cityNews),
		takesPart("fairtrade-town", "label", "2010", fact.Fact{}, cityNews),
	}
}

// specialistNetworkFacts returns the facts of the networks with one subject.
func specialistNetworkFacts() []fact.Fact {
	refugeLabel := i18n.Of("de", "Zufluchtsstadt und Hannah-Arendt-Stipendium seit", "en", "City of refuge and Hannah-Arendt-Stipendium since")
	return []fact.Fact{
		takesPart("icorn", "founding", "2006", fact.Fact{Note: i18n.Of("de", "als Gründungsstadt", "en", "as a founding city")}, paper2152, refuge),
		said("network", "icorn", "founded", "paper", fact.Fact{Day: "2006", Side: fact.Own}, paper2152, refuge),
		said("network", "icorn", "accession", "paper", fact.Fact{
			Label: i18n.Of("de", "Beitritt nach der Drucksache", "en", "Accession according to the paper"), Day: "2007-01-01", Side: fact.Own,
		}, paper2152, refuge),
		said("network", "icorn", "city-of-refuge", "2000", fact.Fact{Label: refugeLabel, Day: "2000", Side: fact.Own, Preferred: true}, refuge),
		said("network", "icorn", "city-of-refuge", "2001", fact.Fact{Label: refugeLabel, Day: "2001", Side: fact.Own}, refuge),

		takesPart("eusea", "paper", "2018", fact.Fact{}, paper0248),
		counted("network", "eusea", "fee", "paper", "300", i18n.Of("de", "Beitrag", "en", "Fee"), i18n.Of("de", "Euro im Jahr", "en", "euros per year"),
			fact.Fact{Side: fact.Own}, paper0248),

		remark("network", "efus-defus", "member", fact.Third, "",
			"Den Kontakt hält der Kommunale Präventionsrat im Dezernat Finanzen und Ordnung.",
			"The prevention council in the department of finance and public order keeps the contact.", defus),
	}
}

// projectFacts returns the facts of the projects, but for the wells and trees in Blantyre.
func projectFacts() []fact.Fact {
	euro := i18n.Of("de", "Euro", "en", "euros")
	var facts []fact.Fact
	for _, key := range []string{
		"eu-bildung-und-austausch-zur-gesunden-ernaehrung", "eu-modelle-fuer-die-integration-von", "eu-mobilebe",
		"eu-network-supporting-refugees", "eu-nucleus", "eu-einsatz-von-blended-learning-in-der", "eu-revot",
	} {
		facts = append(facts, period(key, "2018/2019", "2018/2019", concept2019))
	}
	return append(facts,
		matched("eu-mobilebe", "MobileBE", mobileBE),
		matched("eu-network-supporting-refugees", "Network Supporting Refugees", vhsRefugees),
		matched("eu-nucleus", "NUCLEUS", nucleus),
		matched("eu-revot", "REVOT – Refugees in Vocational Training", vhsRevot),
		partnerCount("eu-network-supporting-refugees", "8", vhsRefugees),
		partnerCount("eu-nucleus", "24", nucleus),
		partnerCount("eu-revot", "7", vhsRevot),
		counted("project", "eu-nucleus", "budget", "all", "4000000", i18n.Of("de", "Mittel des ganzen Verbunds", "en", "Budget of the whole consortium"), euro,
			fact.Fact{Side: fact.Own, Qualifier: fact.About}, nucleus),
		remark("project", "eu-nucleus", "conference", fact.Own, "",
			"Die zweite Jahreskonferenz fand in Hannover statt, vom 4. bis 6. Oktober.",
			"The second annual conference took place in Hannover, on 4–6 October.", nucleus),

		period("vhs-hannover-goes-europe-europ-heart", "1. Oktober 2017 bis 31. August 2023", "1 October 2017 to 31 August 2023", vhsEurope),
		counted("project", "vhs-hannover-goes-europe-europ-heart", "mobilities", "all", "80", i18n.Of("de", "Lernreisen", "en", "Mobilities"),
			i18n.Of("de", "Reisen von Mitarbeitenden und Kursleitungen", "en", "mobilities of staff and course teachers"), fact.Fact{Side: fact.Own}, vhsEurope),
		counted("project", "connected-ehap-ii", "budget", "all", "898000", i18n.Of("de", "Mittel", "en", "Budget"), euro,
			fact.Fact{Side: fact.Own, Qualifier: fact.About}, ehap),
		period("connected-ehap-ii", "2019 bis 2020", "2019 to 2020", ehap),
		period("ehap-plus-project", "1. Oktober 2022 bis 30. September 2026", "1 October 2022 to 30 September 2026", ehapPlus),
		started("aware-fair", "2010", "2010", fact.Fact{Preferred: true}, awareFair),
		started("aware-fair", "2011", "2011", fact.Fact{}, blantyreEN),
		said("project", "concerto-act2", "partners", "page", fact.Fact{
			Label: i18n.Of("de", "Städte im Projekt", "en", "Cities in the project"), Side: fact.Own,
			Text: i18n.Of("de", "Hannover, Nantes, Koszalin, Malmö und Newcastle", "en", "Hannover, Nantes, Koszalin, Malmö and Newcastle"),
		}, climateWork),
		counted("project", "covid-19-protection-for-blantyre", "budget", "all", "50000", i18n.Of("de", "Mittel", "en", "Budget"), euro,
			fact.Fact{Side: fact.Own}, report2020),
		started("covid-19-protection-for-blantyre", "report", "2020", fact.Fact{Qualifier: fact.Inferred, Note: i18n.Of(
			"de", "Der Bericht ist von 2020 und nennt keinen Tag.", "en", "The report is of 2020 and gives no day.")}, report2020),
	)
}

// period is when a project runs, in the words of the source.
func period(key, de, en string, by cite) fact.Fact {
	return said("project", key, "period", "source", fact.Fact{
		Label: i18n.Of("de", "Zeitraum", "en", "Period"), Text: i18n.Of("de", de, "en", en), Side: fact.Own,
	}, by)
}

// matched is the acronym of a project of which the action concept gives only the subject.
func matched(key, acronym string, by cite) fact.Fact {
	return said("project", key, "acronym", "match", fact.Fact{
		Label: i18n.Of("de", "Kurzname", "en", "Acronym"), Text: alike(acronym), Qualifier: fact.Inferred, Side: fact.Own,
		Note: i18n.Of("de", "geschlossen aus Thema und Zeitraum", "en", "concluded from subject and period"),
	}, by, concept2019)
}

// partnerCount is how many partners a project has, Hannover among them.
func partnerCount(key string, n record.Decimal, by cite) fact.Fact {
	return counted("project", key, "partner-count", "all", n, i18n.Of("de", "Partner im Projekt", "en", "Partners in the project"),
		i18n.Of("de", "Partner", "en", "partners"), fact.Fact{Side: fact.Own}, by)
}

// started is the day on which a project begins, as a source gives it.
func started(key, tag string, day date.Partial, f fact.Fact, by cite) fact.Fact {
	f.Day, f.Side = day, fact.Own
	f.Label = i18n.Of("de", "Beginn", "en", "Start")
	return said("project", key, "since", tag, f, by)
}

// wellsFacts returns the facts of the wells and trees in Blantyre.
func wellsFacts() []fact.Fact {
	const key = "blantyre-wells-trees"
	officialName := i18n.Of("de", "Name des Projekts", "en", "Name of the project")
	schools := i18n.Of("de", "Grundschulen als Ziel", "en", "Primary schools aimed at")
	unit := i18n.Of("de", "Grundschulen", "en", "primary schools")
	return []fact.Fact{
		said("project", key, "official-name", "report", fact.Fact{
			Label: officialName, Side: fact.Own,
			Text: i18n.Of("de", "Baumpflanz- und Brunnenbauprojekt"),
		}, report2020),
		said("project", key, "official-name", "page", fact.Fact{Label: officialName, Side: fact.Own, Preferred: true, Text: i18n.Of(
			"de", "Global nachhaltige Entwicklung durch Bildung stärken – Gestaltungskompetenz mithilfe von Pflanzprojekten und Bildungsmaßnahmen in Blantyre fördern")}, wellsProject),
		said("project", key, "official-name", "funder", fact.Fact{Label: officialName, Side: fact.Third, Text: i18n.Of(
			"de", "Global nachhaltige Entwicklung durch Klimaschutzmaßnahmen und Bildung stärken")}, cityNews, skew),
		period(key, "2020 bis 31. Dezember 2023", "2020 to 31 December 2023", wellsProject),
		counted("project", key, fundingRate, "page", "84", i18n.Of("de", "Fördersatz", "en", "Funding rate"), alike("%"), fact.Fact{Side: fact.Own, Note: i18n.Of(
			"de", "Nakopa, Engagement Global mit Mitteln des BMZ", "en", "Nakopa, Engagement Global with funds of the BMZ")}, wellsProject),
		counted("project", key, "target-schools", "page", "40", schools, unit, fact.Fact{Side: fact.Own, Preferred: true}, wellsProject),
		counted("project", key, "target-schools", "report", "60", schools, unit, fact.Fact{Side: fact.Own, Qualifier: fact.About}, report2020),

		step("project", key, "precursor", "2018", "Eine Pflanzaktion bringt mehr als 1.100 Setzlinge an 20 Schulen.", "A planting campaign brought more than 1,100 seedlings to 20 schools.", blantyreTrees),
		step("project", key, "first-wells", "2021-07",
			"Die Grundschulen Chimwankhunda und Mulunguzi haben neue Brunnen. An vier weiteren Schulen sind die Brunnen geprüft und repariert; damit geben sechs Brunnen Wasser. Zwölf Brunnenpat*innen sind geschult, sechs je Schule.",
			"Chimwankhunda and Mulunguzi primary schools had new wells. At four more schools the wells had been inspected and repaired, so that six wells gave water. Twelve well sponsors had been trained, six per school.", wellsStart),
		step("project", key, "big-walk", "2021-12-02", "15 Schulen nehmen am „Big Walk“ teil.", "15 schools took part in the “Big Walk”.", wellsInterim),
		step("project", key, "interim", "2022-02",
			"Nach einem Jahr: fünf neue und vier reparierte Brunnen, 30 Brunnenpat*innen, 900 Setzlinge an 15 Schulen, mehr als 100 Schüler*innen und 15 Lehrkräfte geschult.",
			"After one year: five new and four repaired wells, 30 well sponsors, 900 seedlings at 15 schools, more than 100 pupils and 15 teachers trained.", wellsInterim, report2020),
		step("project", key, "delegation-2022", "2022-09-22",
			"Zehn Menschen, darunter eine Lehrkraft, sind für das Projekt bis zum 1. Oktober in Blantyre.",
			"Ten people, one of them a teacher, stayed in Blantyre until 1 October for the project.", blantyreTrip22),
		step("project", key, "final", "2023-12-31",
			"Zum Abschluss: rund 6.000 Obstbäume an 61 Grundschulen, acht Brunnen gebohrt, vier repariert, 366 Schüler*innen und 244 Lehrkräfte geschult.",
			"At the end: about 6,000 fruit trees at 61 primary schools, eight wells drilled, four repaired, 366 pupils and 244 teachers trained.", blantyreWells),
	}
}
