package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
)

// bristolFacts returns what is said of Bristol and the twinning with it.
func bristolFacts() []fact.Fact {
	const key = "bristol"
	return []fact.Fact{
		people(key, "hannover", "459300", "", fact.Own, fact.Fact{}, onBristol),
		people(key, "2015", "449300", "2015", fact.Third, fact.Fact{Preferred: true}, wikiBristol),
		website(key, "www.bristol.gov.uk", onBristol),
		remark("place", key, "name", fact.Third, "", "Zu Beginn des 11. Jahrhunderts heißt die Stadt Brycgstow.",
			"At the beginning of the 11th century the city was called Brycgstow.", discoverAll),
		remark("place", key, "partners", fact.Partner, "",
			"Weitere Partner von Bristol: Bordeaux (1947), Porto (1984), Tbilissi (1988), Puerto Morazán (1989), Beira (1990), Guangzhou (2001).",
			"Other partners of Bristol: Bordeaux (1947), Porto (1984), Tbilisi (1988), Puerto Morazán (1989), Beira (1990), Guangzhou (2001).", bristolTwins),
		beginning(key, "hannover", "1947", fact.Own, fact.Fact{Preferred: true}, history, portal2019, portalEN),
		beginning(key, "press", "1947-08-30", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "als Tag der Besiegelung genannt; nach einer anderen Zeitung trifft die erste Delegation am Tag danach ein",
			"en", "named as the day of sealing; according to another newspaper the first delegation arrived a day later")}, np70),
		focus(key,
			"Aussöhnung nach dem Krieg, Bürgerreisen und Gastfamilien, Jugend und Demokratie, Kultur, Umwelt (Bristol war 2015 Umwelthauptstadt Europas), Stadtplanung",
			"Reconciliation after the war, citizens’ trips and host families, youth and democracy, culture, the environment (Bristol was European Green Capital in 2015), urban planning", onBristol),
		milestone(key, "goodwill", "1947-08-31", "Die erste Delegation des guten Willens aus Bristol trifft in Hannover ein.",
			"The first goodwill mission from Bristol arrived in Hannover.", zeit1972),
		milestone(key, "council", "1948", "In Bristol entsteht das Bristol-Hannover Council.", "The Bristol-Hannover Council was founded in Bristol.", bristolPapers),
		milestone(key, "freedom", "1983", "Hannover erhält die Ehrenbürgerschaft von Bristol.", "Hannover received the honorary freedom of Bristol.", history),
		milestone(key, "exhibition", "2017-11", "Eine Ausstellung im Bürgersaal des Rathauses zeigt siebzig Jahre Partnerschaft. Dafür wird in den Archiven beider Städte je vier Wochen lang geforscht.",
			"An exhibition in the town hall showed seventy years of twinning. Four weeks of research in the archives of each city had gone into it.", discover70),
		milestone(key, "festival", "2019-10-16", "Bürgermeister Hermann spricht am 16. und 17. Oktober beim Festival of the Future City auf dem Podium „Beyond Apologies: Past Guilt and Urban Futures“.",
			"On 16 and 17 October Mayor Hermann spoke at the Festival of the Future City, on the panel “Beyond Apologies: Past Guilt and Urban Futures”.", portal2019, bristolVisit),
		milestone(key, "green", "2022", "„Visit the Green Twin Cities“: Beide Städte zeigen einander ihr Grün.", "“Visit the Green Twin Cities”: the two cities showed each other their green side.", bristol75),
		remark("relation", key, "youth", fact.Own, "", "Im Youth Democracy Project und bei „Pimp Your Town!“ spielen Jugendliche Kommunalpolitik.",
			"In the Youth Democracy Project and in “Pimp Your Town!” young people try their hand at municipal politics.", onBristol),
		remark("relation", key, "art", fact.Own, "", "„Wallace and Gromit meet Wilhelm Busch“ war eine gemeinsame Ausstellung; beim Upfest begegnen sich Street-Art-Künstler*innen.",
			"“Wallace and Gromit meet Wilhelm Busch” was a joint exhibition; at Upfest street artists meet.", onBristol),
	}
}

// perpignanFacts returns what is said of Perpignan and the twinning with it.
func perpignanFacts() []fact.Fact {
	const key = "perpignan"
	return []fact.Fact{
		people(key, "hannover", "122000", "", fact.Own, fact.Fact{}, onPerpignan),
		people(key, "hannover-2016", "120000", "2016-12", fact.Own, fact.Fact{Note: i18n.Of(
			"de", "Stand der älteren Seite", "en", "as of the older page")}, perpignan16),
		people(key, "2021", "119656", "2021", fact.Third, fact.Fact{Preferred: true}, wikiPerpi),
		website(key, "www.mairie-perpignan.fr", onPerpignan),
		website(key, "www.ajuntament-perpinya.cat", catalanSite),
		remark("place", key, "name", fact.Third, "", "Im Jahr 927 heißt die Stadt Villa Perpinianum.", "In the year 927 the city was called Villa Perpinianum.", wikiPerpi),
		beginning(key, "history", "1960", fact.Own, fact.Fact{Preferred: true}, history),
		beginning(key, "page", "1960-06", fact.Own, fact.Fact{Note: i18n.Of("de", "besiegelt", "en", "sealed")}, onPerpignan),
		beginning(key, "document", "1960-06-12", fact.Own, fact.Fact{Note: i18n.Of(
			"de", "Urkunde in Perpignan", "en", "document concluded in Perpignan")}, perpignanOB),
		focus(key, "Sport (Rugby), Bürgerreisen, Volkshochschule und Sprache, deutsch-französische Aussöhnung",
			"Sport (rugby), citizens’ trips, adult education and language, Franco-German reconciliation", onPerpignan),
		guessed(milestone(key, "rugby", "1938", "Mannschaften aus Hannover und Perpignan spielen Rugby gegeneinander.",
			"Teams from Hannover and Perpignan played rugby against each other.", onPerpignan), i18n.Of(
			"de", "Die Quelle sagt: ein Jahr vor dem Zweiten Weltkrieg. Das Jahr ist errechnet.",
			"en", "The source says: one year before the Second World War. The year is worked out.")),
	}
}

// rouenFacts returns what is said of Rouen and the twinning with it.
func rouenFacts() []fact.Fact {
	const key = "rouen"
	return []fact.Fact{
		people(key, "hannover", "110000", "", fact.Own, fact.Fact{Note: i18n.Of(
			"de", "mit den Vororten 489.000", "en", "489,000 with the suburbs")}, onRouen),
		people(key, "2019", "112321", "2019", fact.Third, fact.Fact{}, wikiRouen),
		people(key, "2020", "114187", "2020", fact.Third, fact.Fact{Preferred: true}, wikiRouen),
		website(key, "rouen.fr", onRouen),
		remark("place", key, "name", fact.Third, "", "Auf Latein heißt die Stadt Rothomagus, im alten Italienisch Roano.",
			"In Latin the city is called Rothomagus, in old Italian Roano.", wikiRouen),
		beginning(key, "hannover", "1966", fact.Own, fact.Fact{Preferred: true}, history),
		beginning(key, "society", "1966-09-16", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "in Hannover unterzeichnet", "en", "signed in Hannover")}, rouenFriends),
		said("relation", key, "label", "hannover", fact.Fact{Side: fact.Own, Text: i18n.Of(
			"de", "Verschwisterung", "en", "twinning (“Verschwisterung”)")}, history),
		focus(key, "Jugend, Senior*innen, Kultur, Sport, Austausch der Verwaltungen, Wissenschaft, nachhaltige Entwicklung, Wirtschaft",
			"Youth, senior citizens, culture, sport, exchange between administrations, science, sustainable development, economy", onRouen),
		remark("relation", key, "contacts", fact.Own, "",
			"Kontakt in die andere Stadt halten auch das Haus der Jugend und die Maison des Jeunes, Anwaltskammern, AIESEC, Gewerkschaften des DGB, Polizei und Reservist*innen (AKRO).",
			"The youth centres Haus der Jugend and Maison des Jeunes, bar associations, AIESEC, the trade unions of the DGB, police and reservists (AKRO) are in touch as well.", onRouen),
		milestone(key, "schools", "1961", "Die ersten Schulpartnerschaften beginnen, vor der Verschwisterung.", "The first school partnerships began, before the twinning.", rouenFriends),
		milestone(key, "place-hanovre", "2016-11-12", "In Rouen wird die Place Hanovre an der Maison des Jeunes eingeweiht. Oberbürgermeister Stefan Schostok, Kulturdezernent Harald Härke und Bürgermeister Yvon Robert sind dabei.",
			"The Place Hanovre at the Maison des Jeunes in Rouen was opened. Lord Mayor Stefan Schostok, the head of culture Harald Härke and Mayor Yvon Robert were there.", placeHanovre, hazRouen),
		milestone(key, "pimp-your-town", "2016-11", "„Pimp Your Town!“, das Planspiel zur Kommunalpolitik, läuft zum ersten Mal im Ausland: in Rouen.",
			"“Pimp Your Town!”, the council simulation, ran abroad for the first time: in Rouen.", placeHanovre),
		remark("relation", key, "museau", fact.Own, "", "Die Gruppe MUSEAU aus Rouen ist auf der Förderseite der Stadt zu sehen.",
			"The act MUSEAU from Rouen is pictured on the city’s funding page.", twinFunding),
	}
}

// blantyreFacts returns what is said of Blantyre and the twinning with it.
func blantyreFacts() []fact.Fact {
	const key = "blantyre"
	metres := i18n.Of("de", "Meter über dem Meer", "en", "metres above sea level")
	height := i18n.Of("de", "Höhe", "en", "Altitude")
	return []fact.Fact{
		people(key, "hannover", "1000000", "", fact.Own, fact.Fact{Qualifier: fact.About}, onBlantyre),
		people(key, "2018", "800264", "2018", fact.Third, fact.Fact{Preferred: true, Note: i18n.Of("de", "Volkszählung", "en", "census")}, wikiBlan),
		people(key, "hannover-old", "700000", "", fact.Own, fact.Fact{Note: i18n.Of(
			"de", "Stand der älteren englischen Seite", "en", "as of the older English page")}, blantyreOld),
		said("place", key, "altitude", "hannover", fact.Fact{Label: height, Number: "1600", Unit: metres, Side: fact.Own}, onBlantyre),
		said("place", key, "altitude", "guide", fact.Fact{Label: height, Number: "1039", Unit: metres, Side: fact.Third}, discoverAll),
		website(key, "www.bccmw.com", onBlantyre),
		remark("place", key, "name", fact.Third, "", "Blantyre heißt nach dem Geburtsort von David Livingstone in Schottland. Mit Limbe bildet es eine Doppelstadt.",
			"Blantyre is named after David Livingstone’s birthplace in Scotland. Together with Limbe it forms one double city.", discoverAll),
		beginning(key, "hannover", "1968", fact.Own, fact.Fact{Preferred: true}, report2020, history),
		said("relation", key, "council-decision", "1967", fact.Fact{Day: "1967-12-13", Side: fact.Own}, blantyreOld, blantyreEN),
		said("relation", key, "signed", "1968", fact.Fact{Day: "1968-04-22", Side: fact.Own}, onBlantyre),
		focus(key, "Kommunale Entwicklungszusammenarbeit, Bildung, Umwelt und Klimaschutz, Kultur, Gesundheit und HIV/AIDS, fairer Handel",
			"Municipal development cooperation, education, environment and climate protection, culture, health and HIV/AIDS, fair trade", onBlantyre),
		withNote(milestone(key, "aware-fair", "2010", "Das EU-Projekt aware&fair beginnt, mit Blantyre, Poznań und Bristol.",
			"The European project aware&fair began, with Blantyre, Poznań and Bristol.", awareFair, blantyreEN), i18n.Of(
			"de", "nach einer anderen Seite der Stadt erst 2011", "en", "only in 2011, according to another page of the city")),
		milestone(key, "schools", "2017", "Die IGS List und die Jacaranda School werden Partnerschulen.", "IGS List and the Jacaranda School became partner schools.", onBlantyre),
		milestone(key, "trees", "2018", "Im fünfzigsten Jahr werden an 20 Schulen mehr als 1.100 Setzlinge gepflanzt. Schulamt, Forstbehörde, Wildlife Clubs und Mary’s Meals helfen.",
			"In the fiftieth year more than 1,100 seedlings were planted at 20 schools. The school district office, the forestry department, Wildlife Clubs and Mary’s Meals helped.", blantyreTrees),
		milestone(key, "anniversary", "2018-06", "Hannover feiert fünfzig Jahre Partnerschaft. Bürgermeister Wild Ndipo trägt sich in das Goldene Buch ein.",
			"Hannover celebrated fifty years of twinning. Mayor Wild Ndipo signed the Golden Book.", blantyre50, np50),
		milestone(key, "delegation", "2018-10-02", "Eine Delegation des Rates besucht vom 2. bis 8. Oktober Blantyre und berichtet danach dem Rat.",
			"A delegation of the council visited Blantyre from 2 to 8 October and reported to the council afterwards.", paper0023),
		guessed(milestone(key, "covid", "2020", "Das Bundesministerium für wirtschaftliche Zusammenarbeit gibt 50.000 Euro: für Schutzausrüstung der Klinik und ihres Personals und für Tausende Stoffmasken aus Blantyre.",
			"The Federal Ministry for Economic Cooperation gave 50,000 euros: for protective equipment for the clinic and its staff, and for thousands of cloth masks made in Blantyre.", report2020), i18n.Of(
			"de", "Der Bericht ist von 2020 und nennt keinen Tag.", "en", "The report is of 2020 and gives no date.")),
		milestone(key, "delegation-2022", "2022-09-22", "Zehn Menschen, darunter eine Lehrkraft, sind bis zum 1. Oktober in Blantyre. Es geht um Brunnen und Bäume.",
			"Ten people, one of them a teacher, stayed in Blantyre until 1 October. The visit was about wells and trees.", blantyreTrip22),
	}
}

// poznanFacts returns what is said of Poznań and the twinning with it.
func poznanFacts() []fact.Fact {
	const key = "poznan"
	return []fact.Fact{
		people(key, "hannover", "540000", "", fact.Own, fact.Fact{}, onPoznan),
		people(key, "2010", "551627", "2010", fact.Third, fact.Fact{Preferred: true}, wikiPoznan),
		website(key, "www.poznan.pl", onPoznan),
		beginning(key, "hannover", "1979-10-29", fact.Own, fact.Fact{Preferred: true}, history),
		beginning(key, "poznan", "1979-10-29", fact.Partner, fact.Fact{}, poznanSite),
		focus(key, "Ost-West-Verständigung, Messe und Wirtschaft, Kultur und Kunsthochschulen, Jugend, Erinnerungskultur, kommunalpolitischer Austausch",
			"East-West understanding, trade fair and economy, culture and art schools, youth, culture of remembrance, exchange in municipal politics", onPoznan),
		milestone(key, "forum", "2007", "Das Europäische Forum Poznań–Rennes–Hannover findet statt.", "The European Forum Poznań–Rennes–Hannover took place.", onPoznan),
		milestone(key, "anniversary", "2019-06-13", "Vom 13. bis 15. Juni feiert Hannover vierzig Jahre Partnerschaft, mit Stadtpräsident Jacek Jaśkowiak.",
			"From 13 to 15 June Hannover celebrated forty years of twinning, with City President Jacek Jaśkowiak.", poznan40),
		milestone(key, "exhibition", "2019-06-13", "Die Volkshochschule zeigt bis zum 11. Juli die Ausstellung „Vertriebene 1939“.",
			"Until 11 July the adult education centre showed the exhibition “Vertriebene 1939” (Expelled in 1939).", poznan40),
	}
}

// hiroshimaFacts returns what is said of Hiroshima and the twinning with it.
func hiroshimaFacts() []fact.Fact {
	const key = "hiroshima"
	return []fact.Fact{
		people(key, "hannover", "1100000", "", fact.Own, fact.Fact{Qualifier: fact.MoreThan}, onHiroshima),
		people(key, "2016", "1196274", "2016", fact.Third, fact.Fact{Preferred: true}, wikiHiro),
		website(key, "www.city.hiroshima.lg.jp", onHiroshima),
		beginning(key, "hannover", "1983-05-27", fact.Own, fact.Fact{Preferred: true, Note: i18n.Of(
			"de", "Partnerschaft beurkundet und unterzeichnet", "en", "twinning documented and signed")}, onHiroshima, wikiTwin),
		beginning(key, "hiroshima", "1983-06-27", fact.Partner, fact.Fact{Note: i18n.Of(
			"de", "Zustimmung des Stadtrats von Hiroshima", "en", "approval by Hiroshima City Council")}, hiroshimaSite),
		focus(key, "Frieden und atomare Abrüstung, Jugendaustausch, Teekultur, Wissenschaft, Wirtschaft, Stadtentwicklung, Nahverkehr, Klimaanpassung",
			"Peace and nuclear disarmament, youth exchange, the culture of tea, science, economy, urban development, public transport, climate adaptation", onHiroshima),
		milestone(key, "youth", "1968", "Jugendliche machen den Anfang: Ihr Austausch beginnt fünfzehn Jahre vor der Partnerschaft.",
			"Young people took the first step: their exchange began fifteen years before the twinning.", wikiTwin),
		milestone(key, "tea-house", "1988", "Hiroshima schenkt Hannover ein Teehaus.", "Hiroshima gave Hannover a tea house.", teaSociety),
		milestone(key, "hannover-day", "2002", "Hiroshima feiert zum ersten Mal den Hannover-Tag, seither jedes Jahr.", "Hiroshima held its first Hannover Day; there has been one each year since.", teaSociety),
		said("relation", key, "count", "cherry-trees", fact.Fact{Label: i18n.Of("de", "Hiroshimahain", "en", "Hiroshima grove"), Number: "110", Unit: i18n.Of(
			"de", "Kirschbäume", "en", "cherry trees")}, hiroshimaHain),
		milestone(key, "visit-2014", "2014-03-31", "Dreißig Gäste kommen aus Hiroshima: Jugendliche, Vertreter*innen der Wirtschaft, Musiker*innen und die Partnerschaftsgesellschaft. Der Jugendaustausch soll neu aufleben.",
			"Thirty guests came from Hiroshima: young people, business people, musicians and the partnership society. The youth exchange was to be revived.", hiroshimaIn14),
		milestone(key, "trip-2023", "2023-08-03", "Im vierzigsten Jahr besucht Oberbürgermeister Belit Onay mit einer Delegation von 21 Personen bis zum 8. August Hiroshima. Am 6. August nimmt er an der Friedenszeremonie teil. In den Gesprächen geht es um Innenstadt, Nahverkehr und Klimaanpassung.",
			"In the fortieth year Lord Mayor Belit Onay visited Hiroshima until 8 August with a delegation of 21. On 6 August he took part in the peace ceremony. The talks were about the inner city, public transport and climate adaptation.", hiroshimaTrip),
		milestone(key, "visit-2023", "2023-11-01", "Bürgermeister Kazumi Matsui ist bis zum 4. November in Hannover: bei der Bundeskonferenz der Mayors for Peace und beim Festakt im Neuen Rathaus. Im aufhof ist die Ausstellung „Die Samurai und die Teekultur“ zu sehen.",
			"Mayor Kazumi Matsui stayed in Hannover until 4 November: for the federal conference of Mayors for Peace and a ceremony in the New Town Hall. The exhibition “Die Samurai und die Teekultur” was on show in the aufhof.", hiroshimaTrip),
	}
}

// leipzigFacts returns what is said of Leipzig and the twinning with it.
func leipzigFacts() []fact.Fact {
	const key = "leipzig"
	return []fact.Fact{
		people(key, "hannover", "625000", "", fact.Own, fact.Fact{Qualifier: fact.MoreThan, Preferred: true}, onLeipzig),
		people(key, "hannover-2016", "520000", "2016", fact.Own, fact.Fact{Qualifier: fact.MoreThan, Note: i18n.Of(
			"de", "Stand der älteren Seite", "en", "as of the older page")}, leipzigOld),
		website(key, "www.leipzig.de/buergerservice-und-verwaltung/partnerstaedte", onLeipzig),
		beginning(key, "hannover", "1987", fact.Own, fact.Fact{Preferred: true}, history, portal2019, portalEN),
		beginning(key, "press", "1987-11", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Ende November, Dokument von fünf Seiten", "en", "end of November, a document of five pages")}, hazLeipzig),
		focus(key, "Deutsch-deutsche Verständigung, Aufbau der Verwaltung nach 1990, Musik",
			"Understanding between the two German states, building up the administration after 1990, music", onLeipzig),
		guessed(milestone(key, "advent", "1989-12-17", "Am dritten Advent kommen 2.000 Menschen aus Leipzig nach Hannover.",
			"On the third Sunday of Advent 2,000 people from Leipzig came to Hannover.", hazLeipzig), i18n.Of(
			"de", "Die Quelle nennt den dritten Advent 1989; der Tag ist errechnet.", "en", "The source names the third Sunday of Advent 1989; the date is worked out.")),
		milestone(key, "mayor", "1990-06", "Dr. Lehmann-Grube, zuvor Oberstadtdirektor in Hannover, wird Oberbürgermeister von Leipzig. Hannover hilft mit Fahrzeugen, beim Umbau der Verwaltung und mit Schulungen.",
			"Dr Lehmann-Grube, previously head of Hannover’s administration, became Lord Mayor of Leipzig. Hannover helped with vehicles, with rebuilding the administration and with training.", leipzigPage, haz),
		remark("relation", key, "music", fact.Own, "", "Zur Fête de la Musique tauschen die Städte Musiker*innen aus.", "For the Fête de la Musique the cities exchange musicians.", cityNews),
		remark("relation", key, "money", fact.Third, "2019-12", "Nach einem Pressebericht gibt Hannover für alle Partnerschaften zusammen rund 100.000 Euro im Jahr aus, für Leipzig nur einen Bruchteil davon.",
			"According to a press report, Hannover spent about 100,000 euros a year on all its twinnings, and only a fraction of that on Leipzig.", lvz2019),
	}
}
