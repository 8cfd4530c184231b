package demo

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// agreements returns the documents on which the relations rest, by relation and then by date.
func agreements() []relation.Agreement {
	return []relation.Agreement{
		agreed("bristol", "2014", relation.Memorandum, "2014", "Memorandum von 2014", "Memorandum of 2014",
			"Arbeits- und Zeitprogramm beider Städte, unterzeichnet von Oberbürgermeister Stefan Schostok und Mayor George Ferguson.",
			"A joint programme of work with a timetable, signed by Lord Mayor Stefan Schostok and Mayor George Ferguson.", huculvi),
		signedIn(agreed("bristol", "2017", relation.Memorandum, "2017-08-19", "Memorandum zum 70. Jahr", "Memorandum for the 70th year",
			"Die Städte arbeiten trotz des Brexits weiter zusammen. Oberbürgermeister Stefan Schostok und Mayor Marvin Rees unterzeichnen; dazu gibt es eine Jubiläumsurkunde.",
			"The cities go on working together despite Brexit. Lord Mayor Stefan Schostok and Mayor Marvin Rees sign; there is an anniversary certificate as well.", bristol70),
			"Neues Rathaus, Hannover", "New Town Hall, Hannover"),
		agreed("bristol", "2022", relation.Memorandum, "2022-08-20", "Memorandum zum 75. Jahr", "Memorandum for the 75th year",
			"Oberbürgermeister Belit Onay und Deputy Mayor Asher Craig unterzeichnen. Ein Friedensginkgo wird gepflanzt.",
			"Lord Mayor Belit Onay and Deputy Mayor Asher Craig sign. A peace ginkgo is planted.", bristol75),

		signedIn(agreed("perpignan", "treaty", relation.Treaty, "1960-06-12", "Übereinkommen der Partnerschaft", "Twinning agreement",
			"Die Urkunde der Partnerschaft.", "The document of the twinning.", perpignanOB), "Perpignan", "Perpignan"),
		signedIn(agreed("perpignan", "counter-signing", relation.CounterSigning, "1961-05-10", "Gegenurkunde", "Counterpart document",
			"Die zweite Urkunde, elf Monate nach der ersten.", "The second document, eleven months after the first.", perpignanOB),
			"Hannover", "Hannover"),

		signedIn(agreed("rouen", "treaty", relation.Treaty, "1966-09-16", "Urkunde der Verschwisterung", "Twinning document",
			"Hannover und Rouen verschwistern sich.", "Hannover and Rouen are twinned.", rouenFriends), "Hannover", "Hannover"),
		signedIn(agreed("rouen", "counter-signing", relation.CounterSigning, "1967-04-14", "Gegenzeichnung", "Counter-signing",
			"Die Urkunde wird in Rouen gegengezeichnet.", "The document is counter-signed in Rouen.", rouenFriends), "Rouen", "Rouen"),
		agreed("rouen", "2013", relation.Memorandum, "2013-01-22", "Memorandum von 2013", "Memorandum of 2013",
			"Bürgermeister Yvon Robert und Bürgermeisterin Regine Kramarek unterzeichnen.",
			"Mayor Yvon Robert and Mayor Regine Kramarek sign.", discover),
		signedIn(agreed("rouen", "2016-hannover", "", "2016-05-21", "Erneuerung in Hannover", "Renewal in Hannover",
			"Zum fünfzigsten Jahr versprechen beide Städte erneut, den Austausch zu fördern: bei Jugend, Senior*innen, Kultur, Sport, Verwaltung, Wissenschaft, Nachhaltigkeit und Wirtschaft.",
			"In the fiftieth year both cities promise again to promote exchange: in youth, senior citizens, culture, sport, administration, science, sustainability and business.", placeHanovre),
			"Hannover", "Hannover"),
		signedIn(agreed("rouen", "2016-rouen", "", "2016-11-12", "Erneuerung in Rouen", "Renewal in Rouen",
			"Das Versprechen vom Mai wird in Rouen bekräftigt.", "The promise of May is confirmed in Rouen.", placeHanovre), "Rouen", "Rouen"),

		agreed("blantyre", "council", relation.CouncilDecision, "1967-12-13", "Beschluss des Rates", "Decision of the council",
			"Der Rat stimmt der Partnerschaft einstimmig zu.", "The council agrees to the twinning unanimously.", blantyreEN),
		agreed("blantyre", "treaty", relation.Treaty, "1968-04-22", "Partnerschaftsurkunde", "Twinning document",
			"Die Urkunde wird unterzeichnet.", "The document is signed.", onBlantyre),

		agreed("poznan", "treaty", relation.Treaty, "1979-10-29", "Partnerschaftsvertrag", "Twinning treaty",
			"Hannover und Poznań werden Partner.", "Hannover and Poznań become partners.", poznanSite),
		until(agreed("poznan", "annexes", relation.Annex, "", "Jährliche Annexe", "Annual annexes",
			"Jedes Jahr legt ein Annex das Programm fest. Unterzeichnet wird abwechselnd in Hannover und in Poznań, bis zum Jahr 2000.",
			"Each year an annex sets the programme. It is signed in Hannover and in Poznań in turn, until the year 2000.", poznanSite), "2000"),
		agreed("poznan", "2014", relation.Memorandum, "2014", "Memorandum zum 35. Jahr", "Memorandum for the 35th year",
			"Oberbürgermeister Stefan Schostok und Stadtpräsident Ryszard Grobelny vereinbaren ein gemeinsames Arbeitsprogramm.",
			"Lord Mayor Stefan Schostok and City President Ryszard Grobelny agree on a joint programme of work.", huculvi),

		datedBy(agreed("hiroshima", "treaty", relation.Treaty, "1983-05-27", "Partnerschaftsurkunde", "Twinning document",
			"Hannover und Hiroshima nennen verschiedene Tage: Hannover den der Urkunde, Hiroshima den der Zustimmung seines Stadtrats.",
			"Hannover and Hiroshima name different days: Hannover that of the document, Hiroshima that of its city council’s approval.", onHiroshima),
			relation.SideDate{Side: relation.Own, On: "1983-05-27", Source: onHiroshima.where(), Note: i18n.Of(
				"de", "beurkundet und unterzeichnet", "en", "documented and signed")},
			relation.SideDate{Side: relation.Partner, On: "1983-06-27", Source: hiroshimaSite.where(), Note: i18n.Of(
				"de", "Zustimmung des Stadtrats von Hiroshima", "en", "approval by Hiroshima City Council")}),
		agreed("hiroshima", "2013", relation.Memorandum, "2013", "Memorandum zum 30. Jahr", "Memorandum for the 30th year",
			"Der Tag ist nicht bekannt.", "The day is not known.", cityNews),

		agreed("leipzig", "treaty", relation.Treaty, "1987-11", "Partnerschaftsvertrag", "Twinning treaty",
			"Ein Dokument von fünf Seiten, Ende November unterzeichnet. Die Stadt selbst nennt das Jahr.",
			"A document of five pages, signed at the end of November. The city itself names the year.", hazLeipzig),

		signedIn(agreed("changde", "2010", relation.Treaty, "2010", "Freundschaftsvertrag", "Friendship treaty",
			"Oberbürgermeister Stephan Weil und Bürgermeister Chen Wenhao unterzeichnen auf der Expo.",
			"Lord Mayor Stephan Weil and Mayor Chen Wenhao sign at the Expo.", changdeStory), "Expo Shanghai", "Expo Shanghai"),
		agreed("changde", "2015", "", "2015-10", "Weitere Vereinbarung", "Further agreement",
			"Oberbürgermeister Stefan Schostok und Bürgermeister Zhou Derui unterzeichnen.",
			"Lord Mayor Stefan Schostok and Mayor Zhou Derui sign.", "hannover.de und Hannoversche Allgemeine Zeitung"),

		agreed("shenzhen", "2015", relation.DeclarationOfIntent, "2015-10", "Absichtserklärung", "Declaration of intent",
			"Zwei Zeitungen nennen verschiedene Tage, den 27. und den 28. Oktober. 2016 nennt die Stadt das Papier Kooperationsvereinbarung.",
			"Two newspapers name different days, 27 and 28 October. In 2016 the city calls the paper a cooperation agreement.", shenzhenGuests),

		agreed("ivanovo", "council", relation.CouncilDecision, "1990-09-27", "Beschluss über kommunale Zusammenarbeit", "Decision on municipal cooperation",
			"Der Rat stimmt der Zusammenarbeit mit Iwanowo zu.", "The council agrees to cooperate with Ivanovo.", paper1497),
		agreed("ivanovo", "treaty", relation.Treaty, "1991", "Freundschaftsvertrag", "Friendship treaty",
			"Bewusst keine Städtepartnerschaft. Die Stadt nennt den Vertrag neben den sieben Partnerstädten, aber ohne Tag; das Jahr steht bei einem Stadtführer.",
			"On purpose not a town twinning. The city names the treaty beside its seven twin towns but without a day; the year is given by a city guide.", discoverAll),

		signedIn(agreed("yekaterinburg", "2017", relation.DeclarationOfIntent, "2017-04", "Absichtserklärung", "Declaration of intent",
			"Die Städte wollen in Kultur, Bildung und Wirtschaft zusammenarbeiten.",
			"The cities mean to work together in culture, education and business.", russiaPartner), "Hannover Messe", "Hannover Messe"),

		agreed("konya", "2014", relation.DeclarationOfIntent, "2014-05-06", "Absichtserklärung", "Declaration of intent",
			"Oberbürgermeister Stefan Schostok und Bürgermeister Tahir Akyürek unterzeichnen.",
			"Lord Mayor Stefan Schostok and Mayor Tahir Akyürek sign.", konyaTalks),

		agreed("mykolaiv", "council", relation.CouncilDecision, "2022-06-30", "Beschluss über die Solidaritätspartnerschaft", "Decision on the solidarity partnership",
			"Der Rat beschließt einstimmig.", "The council decides unanimously.", mykolaivHelp),
		signedIn(agreed("mykolaiv", "2022", relation.DeclarationOfIntent, "2022-09-15", "Papier der Solidaritätspartnerschaft", "Paper of the solidarity partnership",
			"Oberbürgermeister Belit Onay und Bürgermeister Oleksandr Syenkevych unterzeichnen online; die Entwicklungsministerin des Bundes ist dabei. NDR und Konsulat sagen Absichtserklärung, die Stadt sagt Kooperationsvereinbarung.",
			"Lord Mayor Belit Onay and Mayor Oleksandr Syenkevych sign online in the presence of the federal development minister. NDR and the consulate say declaration of intent, the city says cooperation agreement.", ukraineConsul),
			"Neues Rathaus, Hannover, und online", "New Town Hall, Hannover, and online"),

		agreed("petit-couronne", "charter", relation.Treaty, "", "Charta der Partnerschaft", "Charter of the partnership",
			"Der Tag der Unterschrift ist nicht bekannt. Über die Herkunft eines der Unterzeichner sagen die Quellen Verschiedenes.",
			"The day of signing is not known. The sources differ on where one of those who signed came from.", normandy),
	}
}

// agreed is an agreement of the relation of this key; tag tells it from the others.
func agreed(key, tag string, form relation.AgreementForm, signed date.Partial, de, en, aboutDE, aboutEN string, by cite) relation.Agreement {
	return relation.Agreement{
		Base:     record.Base{ID: id("agreement", key+"-"+tag)},
		Relation: id("relation", key),
		Title:    i18n.Of("de", de, "en", en),
		Form:     form,
		Summary:  i18n.Of("de", aboutDE, "en", aboutEN),
		Signed:   signed,
		Source:   by.where(),
	}
}

// signedIn says where an agreement was signed.
func signedIn(a relation.Agreement, de, en string) relation.Agreement {
	a.Place = i18n.Of("de", de, "en", en)
	return a
}

// until says when an agreement ends.
func until(a relation.Agreement, ends date.Partial) relation.Agreement {
	a.Ends = ends
	return a
}

// datedBy gives the days that the sides name for an agreement.
func datedBy(a relation.Agreement, days ...relation.SideDate) relation.Agreement {
	a.Dates = days
	return a
}
