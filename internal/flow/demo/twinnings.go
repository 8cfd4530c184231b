package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// twinnings returns the seven town twinnings, oldest first. The council decided on each of them.
func twinnings() []relation.Relation {
	return []relation.Relation{
		{
			Base:  record.Base{ID: id("relation", "bristol")},
			Title: alike("Bristol"),
			Summary: i18n.Of(
				"de", "1947 reichen Menschen aus Bristol einer zerstörten Stadt die Hand. Daraus wird Hannovers älteste Städtepartnerschaft.",
				"en", "In 1947 people from Bristol held out a hand to a city in ruins. This grew into Hannover’s oldest town twinning."),
			About: prose(
				"Zwei Jahre nach dem Krieg kommen Bürger*innen aus Bristol nach Hannover. Aus dem Besuch wird eine Partnerschaft. Bis heute wohnen Reisende in Gastfamilien.",
				"1983 erhält Hannover die Ehrenbürgerschaft von Bristol. 2014, 2017 und 2022 halten beide Städte in Memoranden fest, woran sie arbeiten: Jugend und Demokratie, Kultur, Umwelt, Stadtplanung. Das Memorandum von 2017 sichert die Zusammenarbeit auch für die Zeit nach dem Brexit zu.",
				"Auf jeder Seite trägt ein Verein die Begegnungen: die Hannover-Bristol-Gesellschaft und das Bristol-Hannover Council.",
				"/",
				"Two years after the war, citizens of Bristol came to Hannover. The visit grew into a twinning. To this day travellers stay with host families.",
				"In 1983 Hannover received the honorary freedom of Bristol. In memoranda of 2014, 2017 and 2022 the two cities laid down what they work on: youth and democracy, culture, the environment, urban planning. The memorandum of 2017 promises that the work will go on after Brexit.",
				"On each side a society keeps the encounters going: the Hannover-Bristol-Gesellschaft and the Bristol-Hannover Council.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: with("bristol"),
			Since: "1947",
			History: []relation.Step{{Status: relation.Active, On: "1947", Wording: i18n.Of(
				"de", "Bürger*innen aus Bristol kommen nach Hannover; die Partnerschaft beginnt.",
				"en", "Citizens of Bristol came to Hannover; the twinning began.")}},
			Themes: about("aussoehnung", "jugend-und-schule", "kultur", "umwelt-und-klimaschutz", "stadtentwicklung"),
			Units:  ledBy(cultureOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "perpignan")},
			Title: alike("Perpignan"),
			Summary: i18n.Of(
				"de", "Am Anfang steht ein Rugbyspiel. Seit 1960 sind Hannover und die Stadt im Süden Frankreichs Partner.",
				"en", "It started with a game of rugby. Hannover and the city in the south of France have been twinned since 1960."),
			About: prose(
				"Ein Jahr vor dem Zweiten Weltkrieg treffen sich Mannschaften aus Hannover und Perpignan zum Rugby. Nach dem Krieg knüpfen die Städte daran an: Am 12. Juni 1960 wird die Urkunde in Perpignan geschlossen, am 10. Mai 1961 ihr Gegenstück in Hannover.",
				"Die Partnerschaft gehört zur deutsch-französischen Aussöhnung. Sie lebt von Bürgerreisen, vom Sport und vom Lernen der Sprache des anderen.",
				"/",
				"One year before the Second World War, teams from Hannover and Perpignan met for rugby. After the war the cities picked up the thread: the document was concluded in Perpignan on 12 June 1960, its counterpart in Hannover on 10 May 1961.",
				"The twinning is part of Franco-German reconciliation. It lives on citizens’ trips, on sport and on learning each other’s language.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: with("perpignan"),
			Since: "1960",
			History: []relation.Step{{Status: relation.Active, On: "1960", Wording: i18n.Of(
				"de", "Die Partnerschaft wird besiegelt.",
				"en", "The twinning was sealed.")}},
			Themes:  about("sport", "aussoehnung", "erwachsenenbildung"),
			Units:   ledBy(cultureOffice),
			Website: twins + "/Perpignan",
			Notes: i18n.Of(
				"de", "Seit 2020 stellt der Rassemblement National den Bürgermeister (faz.net). Ein Beleg dafür, dass die Partnerschaft ruht, ist nicht gefunden.",
				"en", "Since 2020 the mayor has come from the Rassemblement National (faz.net). No evidence was found that the twinning is suspended."),
		},
		{
			Base:  record.Base{ID: id("relation", "rouen")},
			Title: alike("Rouen"),
			Summary: i18n.Of(
				"de", "Die Schulen machen 1961 den Anfang, fünf Jahre später verschwistern sich die Städte. Heute tragen viele Vereine den Austausch mit Rouen.",
				"en", "Schools took the first step in 1961; five years later the cities were twinned. Today many societies keep the exchange with Rouen alive."),
			About: prose(
				"Schon vor der Urkunde besuchen sich Schulklassen. Am 16. September 1966 wird in Hannover unterzeichnet, am 14. April 1967 in Rouen gegengezeichnet.",
				"2016, nach fünfzig Jahren, erneuern beide Städte ihr Versprechen, den Austausch zu fördern: zwischen Jugendlichen und Senior*innen, in Kultur, Sport, Verwaltung, Wissenschaft und Wirtschaft. Rouen gibt einem Platz am Haus der Jugend den Namen Place Hanovre.",
				"/",
				"School classes visited each other even before there was a document. It was signed in Hannover on 16 September 1966 and counter-signed in Rouen on 14 April 1967.",
				"In 2016, after fifty years, the two cities renewed their promise to promote exchange: between young people and senior citizens, in culture, sport, administration, science and business. Rouen named a square at its youth centre Place Hanovre.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: with("rouen"),
			Since: "1966",
			History: []relation.Step{{Status: relation.Active, On: "1966", Wording: i18n.Of(
				"de", "Hannover und Rouen verschwistern sich.",
				"en", "Hannover and Rouen were twinned.")}},
			Themes: about("jugend-und-schule", "kultur", "sport", "wissenschaft", "nachhaltige-entwicklung-bne", "wirtschaft"),
			Units:  ledBy(cultureOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "blantyre")},
			Title: alike("Blantyre"),
			Summary: i18n.Of(
				"de", "Seit 1968 sind Hannover und Blantyre in Malawi Partner. Es ist eine der ältesten deutsch-afrikanischen Städtepartnerschaften.",
				"en", "Hannover and Blantyre in Malawi have been twinned since 1968. It is one of the oldest German-African town twinnings."),
			About: prose(
				"Am 13. Dezember 1967 stimmt der Rat einstimmig zu, am 22. April 1968 wird die Urkunde unterzeichnet.",
				"Heute geht es um kommunale Entwicklungszusammenarbeit: Schulen erhalten Brunnen und Bäume, Vereine helfen bei Bildung und Gesundheit, fairer Handel bringt Waren und Wissen zusammen. Das Kulturbüro koordiniert gemeinsame Projekte; bei Brunnen und Bäumen arbeitet es mit dem Agenda 21- und Nachhaltigkeitsbüro.",
				"Während der Corona-Pandemie bezahlt das Entwicklungsministerium des Bundes Schutzausrüstung für die Klinik und ihr Personal. Tausende Stoffmasken entstehen vor Ort.",
				"/",
				"On 13 December 1967 the council agreed unanimously; the document was signed on 22 April 1968.",
				"Today the twinning is about municipal development cooperation: schools get wells and trees, societies help with education and health, and fair trade brings goods and knowledge together. The culture office coordinates joint projects; for wells and trees it works with the Agenda 21 and sustainability office.",
				"During the Covid-19 pandemic Germany’s federal development ministry paid for protective equipment for the clinic and its staff. Thousands of cloth masks were made on the spot.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: with("blantyre"),
			Since: "1968",
			History: []relation.Step{
				{Status: relation.Agreed, On: "1967-12-13", Wording: i18n.Of(
					"de", "Der Rat stimmt der Partnerschaft einstimmig zu.",
					"en", "The council agreed to the twinning unanimously.")},
				{Status: relation.Active, On: "1968-04-22", Wording: i18n.Of(
					"de", "Die Urkunde ist unterzeichnet.",
					"en", "The document was signed.")},
			},
			Themes: about("kommunale-entwicklungszusammenarbeit", "bildung", "umwelt-und-klimaschutz", "kultur", "gesundheit"),
			Units:  ledBy(cultureOffice, "agenda-21-nachhaltigkeitsbuero"),
		},
		{
			Base:  record.Base{ID: id("relation", "poznan")},
			Title: alike("Poznań"),
			Summary: i18n.Of(
				"de", "1979 schließen Hannover und Poznań über den Eisernen Vorhang hinweg einen Partnerschaftsvertrag.",
				"en", "In 1979 Hannover and Poznań concluded a twinning treaty across the Iron Curtain."),
			About: prose(
				"Am 29. Oktober 1979 unterzeichnen beide Städte den Vertrag. Bis 2000 erneuern sie ihn Jahr für Jahr: Ein Annex legt das Programm fest und wird abwechselnd in der einen und in der anderen Stadt unterzeichnet.",
				"Messe, Kultur und Kunsthochschulen, Jugend, Erinnerung und Kommunalpolitik verbinden die Städte. Die Deutsch-Polnische Gesellschaft begleitet die Partnerschaft seit ihren Anfängen, der Verein Polonia ist mit dem Rad von Stadt zu Stadt gefahren.",
				"/",
				"On 29 October 1979 the two cities signed the treaty. Until 2000 they renewed it year by year: an annex set the programme and was signed in the two cities by turns.",
				"Trade fairs, culture and art schools, youth, remembrance and municipal politics connect the cities. The German-Polish society has accompanied the twinning from the start; the society Polonia has cycled from city to city.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: []relation.Side{{Party: on("poznan"), Since: "1979-10-29", Document: poznanSite.url()}},
			Since: "1979-10-29",
			History: []relation.Step{{Status: relation.Active, On: "1979-10-29", Wording: i18n.Of(
				"de", "Der Partnerschaftsvertrag ist unterzeichnet.",
				"en", "The twinning treaty was signed.")}},
			Themes: about("wirtschaft", "kultur", "jugend-und-schule", "kommunalpolitik"),
			Units:  ledBy(cultureOffice),
			Notes: i18n.Of(
				"de", "Die Stadt schreibt Poznań; ihr Nachhaltigkeitsbericht von 2020 schreibt Poznan.",
				"en", "The city writes Poznań; its sustainability report of 2020 writes Poznan."),
		},
		{
			Base:  record.Base{ID: id("relation", "hiroshima")},
			Title: alike("Hiroshima"),
			Summary: i18n.Of(
				"de", "Hannover und Hiroshima arbeiten für Frieden und atomare Abrüstung. Ihre Jugendlichen besuchten sich schon fünfzehn Jahre vor der Urkunde.",
				"en", "Hannover and Hiroshima work for peace and nuclear disarmament. Their young people visited each other fifteen years before the document was signed."),
			About: prose(
				"1968 beginnt der Jugendaustausch, 1983 folgt die Partnerschaft.",
				"1988 schenkt Hiroshima ein Teehaus. Im Hiroshimahain auf der Bult wachsen 110 Kirschbäume. An jedem 6. August gedenkt Hannover in der Ruine der Aegidienkirche der Toten. Seit 2002 gibt es in Hiroshima jedes Jahr einen Hannover-Tag.",
				"Vereine tragen die Freundschaft: mit Teekultur, mit Reisen zu Familien, mit Arbeit für den Frieden. Im Netzwerk Mayors for Peace stehen beide Städte Seite an Seite.",
				"/",
				"Youth exchange began in 1968, the twinning followed in 1983.",
				"In 1988 Hiroshima gave a tea house. In the Hiroshima grove on the Bult grow 110 cherry trees. Every 6 August Hannover remembers the dead in the ruined church of St Aegidius. Since 2002 Hiroshima has held a Hannover Day each year.",
				"Societies keep the friendship alive: with the culture of tea, with stays in families, with work for peace. In the network Mayors for Peace the two cities stand side by side.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: []relation.Side{{Party: on("hiroshima"), Since: "1983-06-27", Document: hiroshimaSite.url()}},
			Since: "1983-05-27",
			History: []relation.Step{{Status: relation.Active, On: "1983-05-27", Wording: i18n.Of(
				"de", "Die Partnerschaft ist beurkundet.",
				"en", "The twinning was documented.")}},
			Themes: about("frieden-und-solidaritaet", "jugend-und-schule", "wissenschaft", "wirtschaft", "stadtentwicklung"),
			Units:  ledBy(cultureOffice, worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "leipzig")},
			Title: alike("Leipzig"),
			Summary: i18n.Of(
				"de", "1987 schließen zwei Städte in zwei deutschen Staaten einen Vertrag. Nach 1990 hilft Hannover beim Aufbau der Leipziger Verwaltung.",
				"en", "In 1987 two cities in two German states signed a treaty. After 1990 Hannover helped to build up Leipzig’s administration."),
			About: prose(
				"Ende November 1987 wird der Vertrag unterzeichnet, ein Dokument von fünf Seiten. Zwei Jahre später ist die Grenze offen: Am dritten Advent 1989 kommen 2.000 Menschen aus Leipzig nach Hannover.",
				"Im Juni 1990 wird Hannovers früherer Oberstadtdirektor Dr. Lehmann-Grube Oberbürgermeister von Leipzig. Hannover schickt Fahrzeuge, hilft die Verwaltung neu zu ordnen und schult Personal. Heute verbindet die Musik beide Städte.",
				"Leipzig liegt im eigenen Land. Wer nur die internationalen Partnerschaften zählt, kommt deshalb auf sechs statt auf sieben.",
				"/",
				"At the end of November 1987 the treaty was signed, a document of five pages. Two years later the border was open: on the third Sunday of Advent in 1989, 2,000 people from Leipzig came to Hannover.",
				"In June 1990 Dr Lehmann-Grube, once head of Hannover’s administration, became Lord Mayor of Leipzig. Hannover sent vehicles, helped to reorganise the administration and trained staff. Today music connects the cities.",
				"Leipzig lies in the same country. Whoever counts only the international twinnings therefore arrives at six instead of seven.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, OwnSide: relation.OwnCity,
			Sides: with("leipzig"),
			Since: "1987",
			History: []relation.Step{{Status: relation.Active, On: "1987", Wording: i18n.Of(
				"de", "Der Partnerschaftsvertrag ist geschlossen.",
				"en", "The twinning treaty was concluded.")}},
			Themes:  about("musik"),
			Units:   ledBy(cultureOffice),
			Website: leipzigPage.url(),
		},
	}
}
