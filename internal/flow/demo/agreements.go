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
			"Die Städte versprechen, trotz des Brexits weiter zusammenzuarbeiten. Oberbürgermeister Stefan Schostok und Mayor Marvin Rees unterzeichnen; dazu gibt es eine Jubiläumsurkunde.",
			"The cities promised to go on working together despite Brexit. Lord Mayor Stefan Schostok and Mayor Marvin Rees signed; there was an anniversary certificate as well.", bristol70),
			"Neues Rathaus, Hannover", "New Town Hall, Hannover"),
		agreed("bristol", "2022", relation.Memorandum, "2022-08-20", "Memorandum zum 75. Jahr", "Memorandum for the 75th year",
			"Oberbürgermeister Belit Onay und Deputy Mayor Asher Craig unterzeichnen. Ein Friedensginkgo wird gepflanzt.",
			"Lord Mayor Belit Onay and Deputy Mayor Asher Craig signed. A peace ginkgo was planted.", bristol75),

		signedIn(agreed("perpignan", "treaty", relation.Treaty, "1960-06-12", "Übereinkommen der Partnerschaft", "Twinning agreement",
			"Die Partnerschaft wird besiegelt.", "The twinning was sealed.", perpignanOB), "Perpignan", "Perpignan"),
		signedIn(agreed("perpignan", "counter-signing", relation.CounterSigning, "1961-05-10", "Gegenurkunde", "Counterpart document",
			"Elf Monate nach der Urkunde von Perpignan folgt ihr Gegenstück.", "Eleven months after the document of Perpignan came its counterpart.", perpignanOB),
			"Hannover", "Hannover"),

		signedIn(agreed("rouen", "treaty", relation.Treaty, "1966-09-16", "Urkunde der Verschwisterung", "Twinning document",
			"Hannover und Rouen verschwistern sich.", "Hannover and Rouen were twinned.", rouenFriends), "Hannover", "Hannover"),
		signedIn(agreed("rouen", "counter-signing", relation.CounterSigning, "1967-04-14", "Gegenzeichnung", "Counter-signing",
			"Die Urkunde wird in Rouen gegengezeichnet.", "The document was counter-signed in Rouen.", rouenFriends), "Rouen", "Rouen"),
		agreed("rouen", "2013", relation.Memorandum, "2013-01-22", "Memorandum von 2013", "Memorandum of 2013",
			"Bürgermeister Yvon Robert und Bürgermeisterin Regine Kramarek unterzeichnen.",
			"Mayor Yvon Robert and Mayor Regine Kramarek signed.", discover),
		signedIn(agreed("rouen", "2016-hannover", "", "2016-05-21", "Erneuerung in Hannover", "Renewal in Hannover",
			"Im fünfzigsten Jahr versprechen beide Städte erneut, den Austausch zu fördern: zwischen Jugendlichen und Senior*innen, in Kultur, Sport, Verwaltung, Wissenschaft, Nachhaltigkeit und Wirtschaft.",
			"In the fiftieth year both cities promised once more to promote exchange: among young people and senior citizens, in culture, sport, administration, science, sustainability and business.", placeHanovre),
			"Hannover", "Hannover"),
		signedIn(agreed("rouen", "2016-rouen", "", "2016-11-12", "Erneuerung in Rouen", "Renewal in Rouen",
			"Das Versprechen vom Mai wird in Rouen bekräftigt.", "The promise of May was confirmed in Rouen.", placeHanovre), "Rouen", "Rouen"),

		agreed("blantyre", "council", relation.CouncilDecision, "1967-12-13", "Beschluss des Rates", "Decision of the council",
			"Der Rat stimmt der Partnerschaft einstimmig zu.", "The council agreed to the twinning unanimously.", blantyreEN),
		agreed("blantyre", "treaty", relation.Treaty, "1968-04-22", "Partnerschaftsurkunde", "Twinning document",
			"Die Urkunde wird unterzeichnet.", "The document was signed.", onBlantyre),

		agreed("poznan", "treaty", relation.Treaty, "1979-10-29", "Partnerschaftsvertrag", "Twinning treaty",
			"Hannover und Poznań werden Partner.", "Hannover and Poznań became partners.", poznanSite),
		until(agreed("poznan", "annexes", relation.Annex, "1979-10-29", "Jährliche Annexe", "Annual annexes",
			"Vom Tag des Vertrags an legt jedes Jahr ein Annex das Programm fest. Unterzeichnet wird er abwechselnd in Hannover und in Poznań.",
			"From the day of the treaty, an annex set the programme of each year. It was signed in Hannover and in Poznań by turns.", poznanSite), "2000"),
		agreed("poznan", "2014", relation.Memorandum, "2014", "Memorandum zum 35. Jahr", "Memorandum for the 35th year",
			"Oberbürgermeister Stefan Schostok und Stadtpräsident Ryszard Grobelny vereinbaren ein gemeinsames Arbeitsprogramm.",
			"Lord Mayor Stefan Schostok and City President Ryszard Grobelny agreed on a joint programme of work.", huculvi),

		datedBy(agreed("hiroshima", "treaty", relation.Treaty, "1983-05-27", "Partnerschaftsurkunde", "Twinning document",
			"Hannover und Hiroshima nennen verschiedene Tage: Hannover den der Urkunde, Hiroshima den der Zustimmung seines Stadtrats.",
			"Hannover and Hiroshima name different days: Hannover that of the document, Hiroshima that of its city council’s approval.", onHiroshima),
			relation.SideDate{Side: relation.Own, On: "1983-05-27", Source: onHiroshima.where(), Note: i18n.Of(
				"de", "beurkundet und unterzeichnet", "en", "documented and signed")},
			relation.SideDate{Side: relation.Partner, On: "1983-06-27", Source: hiroshimaSite.where(), Note: i18n.Of(
				"de", "Zustimmung des Stadtrats von Hiroshima", "en", "approval by Hiroshima City Council")}),
		agreed("hiroshima", "2013", relation.Memorandum, "2013", "Memorandum zum 30. Jahr", "Memorandum for the 30th year",
			"", "", cityNews),

		agreed("leipzig", "treaty", relation.Treaty, "1987-11", "Partnerschaftsvertrag", "Twinning treaty",
			"Ein Dokument von fünf Seiten, Ende November unterzeichnet.",
			"A document of five pages, signed at the end of November.", hazLeipzig),

		signedIn(agreed("changde", "2010", relation.Treaty, "2010", "Freundschaftsvertrag", "Friendship treaty",
			"Oberbürgermeister Stephan Weil und Bürgermeister Chen Wenhao unterzeichnen auf der Expo.",
			"Lord Mayor Stephan Weil and Mayor Chen Wenhao signed at the Expo.", changdeStory), "Expo Shanghai", "Expo Shanghai"),
		agreed("changde", "2015", "", "2015-10", "Weitere Vereinbarung", "Further agreement",
			"Oberbürgermeister Stefan Schostok und Bürgermeister Zhou Derui unterzeichnen.",
			"Lord Mayor Stefan Schostok and Mayor Zhou Derui signed.", "hannover.de, Hannoversche Allgemeine Zeitung"),

		agreed("shenzhen", "2015", relation.DeclarationOfIntent, "2015-10", "Absichtserklärung", "Declaration of intent",
			"Das Papier nennt die Felder, auf denen die Städte zusammenarbeiten wollen.",
			"The paper names the fields in which the cities mean to work together.", shenzhenGuests),

		agreed("ivanovo", "council", relation.CouncilDecision, "1990-09-27", "Beschluss über kommunale Zusammenarbeit", "Decision on municipal cooperation",
			"Der Rat stimmt der Zusammenarbeit mit Iwanowo zu.", "The council agreed to cooperate with Ivanovo.", paper1497),
		agreed("ivanovo", "treaty", relation.Treaty, "1991", "Freundschaftsvertrag", "Friendship treaty",
			"Bewusst keine Städtepartnerschaft. Die Stadt nennt den Vertrag neben ihren sieben Partnerstädten, ein Stadtführer nennt das Jahr.",
			"On purpose not a town twinning. The city names the treaty beside its seven twin towns, a city guide names the year.", discoverAll),

		signedIn(agreed("yekaterinburg", "2017", relation.DeclarationOfIntent, "2017-04", "Absichtserklärung", "Declaration of intent",
			"Die Städte wollen in Kultur, Bildung und Wirtschaft zusammenarbeiten.",
			"The cities meant to work together in culture, education and business.", russiaPartner), "Hannover Messe", "Hannover Messe"),

		agreed("konya", "2014", relation.DeclarationOfIntent, "2014-05-06", "Absichtserklärung", "Declaration of intent",
			"Oberbürgermeister Stefan Schostok und Bürgermeister Tahir Akyürek unterzeichnen.",
			"Lord Mayor Stefan Schostok and Mayor Tahir Akyürek signed.", konyaTalks),

		agreed("mykolaiv", "council", relation.CouncilDecision, "2022-06-30", "Beschluss über die Solidaritätspartnerschaft", "Decision on the solidarity partnership",
			"Der Rat beschließt einstimmig.", "The council decided unanimously.", mykolaivHelp),
		signedIn(agreed("mykolaiv", "2022", relation.DeclarationOfIntent, "2022-09-15", "Papier der Solidaritätspartnerschaft", "Paper of the solidarity partnership",
			"Oberbürgermeister Belit Onay und Bürgermeister Oleksandr Syenkevych unterzeichnen online; die Entwicklungsministerin des Bundes ist dabei.",
			"Lord Mayor Belit Onay and Mayor Oleksandr Syenkevych signed online in the presence of the federal development minister.", ukraineConsul),
			"Neues Rathaus, Hannover, und online", "New Town Hall, Hannover, and online"),

		agreed("petit-couronne", "charter", relation.Treaty, "", "Charta der Partnerschaft", "Charter of the partnership",
			"Die Charta, auf der die Partnerschaft beruht.",
			"The charter on which the partnership rests.", normandy),
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
