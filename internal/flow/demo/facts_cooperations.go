package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
)

// chinaFacts returns what is said of Changde and Shenzhen and the cooperation with them.
func chinaFacts() []fact.Fact {
	intent := i18n.Of("de", "Absichtserklärung", "en", "declaration of intent")
	return []fact.Fact{
		people("changde", "hannover", "500000", "", fact.Own, fact.Fact{Qualifier: fact.About, Preferred: true}, cityNews),
		people("changde", "press", "6000000", "", fact.Third, fact.Fact{}, bild),
		beginning("changde", "treaty", "2010", fact.Third, fact.Fact{Note: i18n.Of("de", "Freundschaftsvertrag", "en", "friendship treaty")}, changdeStory),
		focus("changde", "Wasserwirtschaft, Kreativwirtschaft, Gesundheitswirtschaft, nachhaltige Stadtentwicklung, Schul- und Sportaustausch (Drachenboot)",
			"Water industry, creative industries, health industries, sustainable urban development, school and sport exchange (dragon boat)", portal2019, portalEN, concept2019),
		milestone("changde", "water", "2005", "Ein Wasserprojekt der Europäischen Union verbindet die Städte bis 2006.", "A water project of the European Union connected the cities until 2006.", changdeStory),
		milestone("changde", "friends", "2014", "Der Freundeskreis Hannover-Changde entsteht.", "The Freundeskreis Hannover-Changde was founded.", changdeStory),
		milestone("changde", "street", "2016-10-18", "In Changde wird die Hannoversche Straße eröffnet.", "Hannoversche Straße was opened in Changde.", changdeStory, migration),
		milestone("changde", "centre", "2018-04-23", "Das Changde Centrum eröffnet mit einem Festakt im Neuen Rathaus.", "The Changde Centrum opened with a ceremony in the New Town Hall.", migration),
		milestone("changde", "dragon-boat", "2019-05", "Im Mai und Juni besuchen sich Schüler*innen und Sportler*innen beider Städte; es geht ums Drachenboot. Bürgermeisterin Regine Kramarek empfängt Gäste im Rathauspark.",
			"In May and June pupils and athletes of the two cities visited each other for dragon-boat racing. Mayor Regine Kramarek met guests in the town hall park.", portal2019),
		guessed(milestone("changde", "water-exchange", "2019-05-08", "Leibniz Universität und Tsinghua-Universität tauschen sich über Wassermanagement aus, unterstützt von der Stadt.",
			"Leibniz University and Tsinghua University talked about water management, with the city’s support.", portal2019), i18n.Of(
			"de", "Der Bericht steht unter „China“ und nennt keine Stadt; die Zuordnung zu Changde ist erschlossen.",
			"en", "The report is filed under “China” and names no city; that it belongs to Changde is inferred.")),
		milestone("changde", "visit", "2019-12-03", "Oberbürgermeister Lijun Cao kommt mit einer sechsköpfigen Delegation, trägt sich in das Goldene Buch ein und spricht mit Wasser Hannover, hannoverimpuls und dem Changde Centrum. Für Oberbürgermeister Belit Onay ist es der erste internationale Empfang.",
			"Lord Mayor Lijun Cao came with a delegation of six, signed the Golden Book and talked with Wasser Hannover, hannoverimpuls and the Changde Centrum. It was the first international reception given by Lord Mayor Belit Onay.", changdeGuests),

		people("shenzhen", "hannover", "12000000", "2019", fact.Own, fact.Fact{Qualifier: fact.MoreThan}, shenzhen2019),
		beginning("shenzhen", "haz", "2015-10-28", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Absichtserklärung; die Zeitung schreibt Mittwoch, und der 28. Oktober 2015 war ein Mittwoch",
			"en", "declaration of intent; the paper says Wednesday, and 28 October 2015 was a Wednesday")}, hazChina),
		beginning("shenzhen", "np", "2015-10-27", fact.Third, fact.Fact{Qualifier: fact.Inferred, Note: i18n.Of(
			"de", "Absichtserklärung; die Zeitung schreibt nur Dienstag, der Tag ist errechnet",
			"en", "declaration of intent; the paper says only Tuesday; the date is worked out")}, npChina),
		said("relation", "shenzhen", "label", "press", fact.Fact{Side: fact.Third, Text: intent}, hazChina, npChina),
		said("relation", "shenzhen", "label", "hannover", fact.Fact{Side: fact.Own, AsOf: "2016", Text: i18n.Of(
			"de", "Kooperationsvereinbarung", "en", "cooperation agreement")}, shenzhenGuests),
		focus("shenzhen", "Messe und Wirtschaft, Kreativwirtschaft, Gesundheitswirtschaft, Wissenschaft",
			"Trade fair and economy, creative industries, health industries, science", portal2019, portalEN, concept2019),
		milestone("shenzhen", "xu-qin", "2016-09-10", "Bürgermeister Xu Qin besucht Hannover.", "Mayor Xu Qin visited Hannover.", cityNews),
		guessed(milestone("shenzhen", "wu", "2019-10-15", "Bürgermeister Scholz empfängt Vize-Bürgermeisterin Wu im Neuen Rathaus.",
			"Mayor Scholz received Vice Mayor Wu in the New Town Hall.", portal2019), i18n.Of(
			"de", "Der Bericht nennt kein Jahr; es folgt aus der Reihe der Berichte.", "en", "The report gives no year; it follows from the order of the reports.")),
	}
}

// russiaFacts returns what is said of the cooperations with Ivanovo and Yekaterinburg.
func russiaFacts() []fact.Fact {
	return []fact.Fact{
		beginning("ivanovo", "council", "1990-09-27", fact.Own, fact.Fact{Preferred: true, Note: i18n.Of(
			"de", "Beschluss des Rates", "en", "decision of the council")}, paper1497),
		beginning("ivanovo", "guide", "1991", fact.Third, fact.Fact{Note: i18n.Of("de", "Freundschaftsvertrag", "en", "friendship treaty")}, discoverAll),
		said("relation", "ivanovo", "label", "portal", fact.Fact{
			Side: fact.Own, AsOf: "2019-11", Preferred: true, Text: i18n.Of("de", "Städtekooperation", "en", "city cooperation"),
		}, portal2019, portalEN),
		said("relation", "ivanovo", "label", "report", fact.Fact{Side: fact.Own, Text: i18n.Of("de", "Freundschaftsvertrag", "en", "friendship treaty")}, report2020),
		focus("ivanovo", "Jugendaustausch, humanitäre Hilfe", "Youth exchange, humanitarian aid", paper1497),
		said("relation", "ivanovo", "count", "aid", fact.Fact{
			Label: i18n.Of("de", "Humanitäre Hilfe bis 1994", "en", "Humanitarian aid up to 1994"), Number: "2250000",
			Unit: i18n.Of("de", "Euro", "en", "euros"), Qualifier: fact.MoreThan, AsOf: "1994", Side: fact.Own,
		}, paper1497),
		milestone("ivanovo", "upgrade", "2009", "Eine Eingabe, aus der Verbindung eine Städtepartnerschaft zu machen, wird abgelehnt.",
			"A petition to raise the tie to a town twinning was rejected.", paper1497),

		beginning("yekaterinburg", "intent", "2017-04", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Absichtserklärung auf der Hannover Messe", "en", "declaration of intent at the Hannover trade fair")}, russiaPartner),
		said("relation", "yekaterinburg", "label", "portal", fact.Fact{
			Side: fact.Own, AsOf: "2019-11", Text: i18n.Of("de", "Städtekooperation", "en", "city cooperation"),
		}, portal2019, portalEN),
		focus("yekaterinburg", "Kultur, Bildung, Wirtschaft", "Culture, education, economy", portal2019, portalEN),
		milestone("yekaterinburg", "visit", "2016", "Der Oberbürgermeister besucht Jekaterinburg.", "The Lord Mayor visited Yekaterinburg.", russiaPartner),
		milestone("yekaterinburg", "theatre", "2018-04", "Das Theaterfestival MOST findet statt.", "The theatre festival MOST took place.", russiaPartner),
		milestone("yekaterinburg", "training", "2018-05", "Eine Delegation spricht über berufliche Bildung.", "A delegation talked about vocational training.", russiaPartner),
	}
}

// turkeyFacts returns what is said of the cooperations with Konya and Diyarbakır.
func turkeyFacts() []fact.Fact {
	suggested := i18n.Of("de", "„angeregt“; auf der englischen Seite der Stadt heißt es „initiated“", "en", "“angeregt” (suggested); the city’s English page says “initiated”")
	return []fact.Fact{
		beginning("konya", "council", "2014", fact.Own, fact.Fact{Preferred: true, Note: suggested}, portal2019, portalEN),
		beginning("konya", "intent", "2014-05-06", fact.Own, fact.Fact{Note: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent")}, konyaTalks),
		remark("relation", "konya", "concept", fact.Own, "", "Einige Monate vor Mai 2014 hatte der Rat die Verwaltung um ein Konzept gebeten, das Partnerschaften oder Freundschaften mit Konya und Diyarbakır vorbereiten sollte.",
			"Some months before May 2014 the council had asked the administration for a concept to prepare partnerships or friendships with Konya and Diyarbakır.", konyaTalks),
		remark("relation", "konya", "press", fact.Third, "", "In den Jahren nach 2014 hat die Stadt ihre Bemühungen um Vereinbarungen mit beiden türkischen Städten nach einem Pressebericht zurückgefahren.",
			"According to a press report, after 2014 the city cut back its efforts for agreements with the two Turkish cities.", hazTurkey),

		beginning("diyarbakir", "council", "2014", fact.Own, fact.Fact{Note: suggested}, portal2019, portalEN),
		milestone("diyarbakir", "motion-2013", "2013", "Dem Rat liegt ein Antrag auf eine Städtepartnerschaft vor.", "A motion for a town twinning was laid before the council.", paper2597),
		milestone("diyarbakir", "committee", "2014-03-27", "Ein Ausschuss stimmt über den Antrag von 2013 ab, mit sieben zu vier Stimmen.", "A committee voted on the motion of 2013, seven to four.", paper2597),
		milestone("diyarbakir", "motion-2018", "2018", "Dem Rat liegt ein Antrag auf eine Städtefreundschaft vor.", "A motion for a city friendship was laid before the council.", paper2337),
		remark("relation", "diyarbakir", "concept", fact.Own, "", "Einige Monate vor Mai 2014 hatte der Rat die Verwaltung um ein Konzept gebeten, das Partnerschaften oder Freundschaften mit Konya und Diyarbakır vorbereiten sollte.",
			"Some months before May 2014 the council had asked the administration for a concept to prepare partnerships or friendships with Konya and Diyarbakır.", konyaTalks),
		remark("relation", "diyarbakir", "no-more", fact.Third, "2019-02-14", "Das Handlungskonzept von 2019 sieht nach einem Pressebericht keine weiteren Partnerstädte vor.",
			"According to a press report, the action concept of 2019 planned no further twin towns.", tOnline),
		remark("relation", "diyarbakir", "press", fact.Third, "", "In den Jahren nach 2014 hat die Stadt ihre Bemühungen um Vereinbarungen mit beiden türkischen Städten nach einem Pressebericht zurückgefahren.",
			"According to a press report, after 2014 the city cut back its efforts for agreements with the two Turkish cities.", hazTurkey),
	}
}

// americaFacts returns what is said of Kansas City, Ottawa and Belén and the ties with them.
func americaFacts() []fact.Fact {
	return []fact.Fact{
		said("relation", "kansas-city", "label", "hannover", fact.Fact{Side: fact.Own, AsOf: "2019-11", Preferred: true, Text: i18n.Of(
			"de", "Städtekooperation", "en", "city cooperation")}, portal2019, portalEN),
		said("relation", "kansas-city", "label", "kansas-city", fact.Fact{Side: fact.Partner, Text: i18n.Of(
			"de", "Schwesterstadt (sister city)", "en", "sister city")}, kcToday),
		said("relation", "kansas-city", "label", "friendship", fact.Fact{Side: fact.Own, AsOf: "2025-10", Text: i18n.Of(
			"de", "Freundschaft", "en", "friendship")}, kansas2025),
		beginning("kansas-city", "kansas-city", "1993", fact.Partner, fact.Fact{}, kcToday),
		focus("kansas-city", "Musik (Jazz)", "Music (jazz)", portal2019, portalEN),
		milestone("kansas-city", "2018", "2018", "Das Kansas City Jazz Orchestra spielt in Hannover.", "The Kansas City Jazz Orchestra played in Hannover.", localPress),
		milestone("kansas-city", "2022", "2022-10", "Die Hannover Big Band spielt in Kansas City.", "The Hannover Big Band played in Kansas City.", localPress),
		milestone("kansas-city", "2025", "2025-05", "Die Kansas City Connection gibt Konzerte.", "The Kansas City Connection gave concerts.", localPress),

		focus("ottawa", "Planung des Klimaschutzes", "Climate-protection planning", concept2019),

		beginning("belen", "solano", "2012", fact.Third, fact.Fact{Note: i18n.Of("de", "Klimapartnerschaft", "en", "climate partnership")}, solano),
		focus("belen", "Klima, Kakao und fairer Handel", "Climate, cocoa and fair trade", solano),
		said("relation", "belen", "count", "nakopa", fact.Fact{
			Label:  i18n.Of("de", "Förderung durch Nakopa", "en", "Funding by Nakopa"),
			Number: "50000", Unit: i18n.Of("de", "Euro", "en", "euros"), Qualifier: fact.About, Side: fact.Third,
		}, skew),
		remark("relation", "belen", "chocolate", fact.Own, "", "Aus Belén kommt der faire Kakao der Hannover-Schokolade. Sie gehört zum Vorhaben „50 Kommunale Klimapartnerschaften bis 2015“.",
			"The fair cocoa of Hannover’s city chocolate comes from Belén. The chocolate belongs to the scheme “50 Kommunale Klimapartnerschaften bis 2015” (50 municipal climate partnerships by 2015).", chocolate),
	}
}

// mykolaivFacts returns what is said of Mykolaiv and the solidarity partnership with it.
func mykolaivFacts() []fact.Fact {
	const key = "mykolaiv"
	return []fact.Fact{
		people(key, "before-the-war", "480000", "", fact.Own, fact.Fact{Qualifier: fact.About, Note: i18n.Of(
			"de", "vor dem Krieg; mehr als die Hälfte floh", "en", "before the war; more than half fled")}, mykolaivHelp),
		said("relation", key, "council-decision", "2022", fact.Fact{Day: "2022-06-30", Side: fact.Own}, mykolaivHelp, ukraineClub),
		said("relation", key, "signed", "2022", fact.Fact{Day: "2022-09-15", Side: fact.Third}, ukraineConsul, ndr, hanoverHelps),
		said("relation", key, "label", "hannover", fact.Fact{Side: fact.Own, Preferred: true, Text: i18n.Of(
			"de", "Solidaritätspartnerschaft, „eine Städtekooperation“", "en", "solidarity partnership, “a city cooperation”")}, mykolaivPage),
		said("relation", key, "label", "press", fact.Fact{Side: fact.Third, Text: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent")}, ndr, ukraineConsul, hanoverHelps),
		said("relation", key, "label", "paper", fact.Fact{Side: fact.Own, Text: i18n.Of("de", "Kooperationsvereinbarung", "en", "cooperation agreement")}, cityNews),
		remark("relation", key, "contact", fact.Third, "", "Das Büro für internationale Angelegenheiten ist die zentrale Anlaufstelle.", "The International Unit is the central contact.", ukraineClub),
		focus(key, "Humanitäre Hilfe, Wiederaufbau kommunaler Infrastruktur, Wasser, Wohnungsbau, Schule und IT",
			"Humanitarian aid, rebuilding municipal infrastructure, water, housing, schools and IT", mykolaivPage, ukraineClub),
		milestone(key, "transport", "2022-09", "Der erste Transport bringt 40 Tonnen Hilfsgüter.", "The first transport carried 40 tonnes of relief goods.", ukraineConsul, ndr),
		remark("relation", key, "vehicles", fact.Third, "", "Hannover hat kommunale Fahrzeuge abgegeben: einen Kanalspülwagen, zwei Rettungswagen und andere. Zwei weitere kamen über die GIZ und den Deutschen Städtetag.",
			"Hannover has handed over municipal vehicles: a sewer-flushing truck, two ambulances and others. Two more came through GIZ and the Association of German Cities.", hanoverHelps),
		milestone(key, "visits", "2023", "Seit 2023 besuchen der Bürgermeister, Führungskräfte und Unternehmen aus Mykolajiw die Hannover Messe oder sprechen in Hannover über Müllwagen, Planung, Wasser und sozialen Wohnungsbau.",
			"Since 2023 the mayor, executives and businesses from Mykolaiv have visited the Hannover trade fair or talked in Hannover about refuse trucks, planning, water and social housing.", mykolaivPage),
		remark("relation", key, "week", fact.Own, "", "Elf Führungskräfte der Verwaltung von Mykolajiw waren eine Woche in Hannover. Ihre Themen: Planung, Wasser, Wohnen.",
			"Eleven executives of Mykolaiv’s administration spent a week in Hannover. Their subjects: planning, water, housing.", mykolaivPage),
		milestone(key, "extension", "2025-02-24", "Am dritten Jahrestag des Angriffs baut Hannover die Hilfe aus; enercity und hanova machen mit.",
			"On the third anniversary of the attack Hannover extended its help; enercity and hanova joined in.", mykolaiv2025),
		said("relation", key, "count", "money", fact.Fact{
			Label: i18n.Of("de", "Mittel für 2022 bis 2024", "en", "Money for 2022 to 2024"), Number: "1500000", Unit: i18n.Of("de", "Euro", "en", "euros"),
			AsOf: "2022", Side: fact.Third, Note: i18n.Of("de", "dreimal 500.000 Euro, wie dem Rat vorgeschlagen", "en", "three times 500,000 euros, as proposed to the council"),
		}, ndrMoney, ukraineNews),
	}
}
