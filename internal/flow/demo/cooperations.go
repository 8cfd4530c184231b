package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// cooperations returns the ten cooperations: ties to a city for a theme or a project, without the council's vote for a
// twinning. What form and kind they have beside that of a plain cooperation follows from what is known of each.
func cooperations() []relation.Relation {
	return []relation.Relation{
		{
			Base:  record.Base{ID: id("relation", "changde")},
			Title: alike("Changde"),
			Summary: i18n.Of(
				"de", "Mit Changde in der Provinz Hunan arbeitet Hannover seit 2010 vertraglich zusammen: an Wasser-, Kreativ- und Gesundheitswirtschaft.",
				"en", "Hannover has worked with Changde in the province of Hunan under a treaty since 2010: on water, creative and health industries."),
			About: prose(
				"Ein Wasserprojekt der EU bringt die Städte 2005 zusammen. Auf der Expo in Shanghai unterzeichnen sie 2010 einen Freundschaftsvertrag, 2015 folgt eine weitere Vereinbarung.",
				"In Changde gibt es seit 2016 eine Hannoversche Straße, in Hannover seit 2018 das Changde Centrum. Jugendliche treffen sich im Drachenboot, Betriebe und Fachleute bei Wasser und Stadtentwicklung.",
				"/",
				"A European water project brings the cities together in 2005. At the Expo in Shanghai they sign a friendship treaty in 2010; a further agreement follows in 2015.",
				"Changde has had a Hannoversche Straße since 2016, Hannover the Changde Centrum since 2018. Young people meet in dragon boats, companies and experts over water and urban development.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("changde"),
			Since: "2010",
			History: []relation.Step{{Status: relation.Active, On: "2010", Wording: i18n.Of(
				"de", "Der Freundschaftsvertrag ist unterzeichnet.",
				"en", "The friendship treaty is signed.")}},
			Themes: about("wasserwirtschaft", "kreativwirtschaft", "gesundheitswirtschaft", "stadtentwicklung", "jugend-und-schule"),
			Units:  ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "shenzhen")},
			Title: alike("Shenzhen"),
			Summary: i18n.Of(
				"de", "Messe, Kreativwirtschaft, Gesundheit und Wissenschaft: Seit 2015 arbeitet Hannover mit der Metropole im Süden Chinas zusammen.",
				"en", "Trade fairs, creative industries, health and science: since 2015 Hannover has worked with the metropolis in the south of China."),
			About: prose(
				"Im Oktober 2015 unterzeichnen beide Städte eine Absichtserklärung. Zwei Zeitungen nennen zwei Tage dafür, den 27. und den 28. Oktober. Ein Jahr später spricht die Stadt von einer Kooperationsvereinbarung.",
				"2016 kommt Shenzhens Bürgermeister nach Hannover, 2019 die Vize-Bürgermeisterin.",
				"/",
				"In October 2015 the two cities sign a declaration of intent. Two newspapers name two days for it, 27 and 28 October. A year later the city speaks of a cooperation agreement.",
				"In 2016 the mayor of Shenzhen comes to Hannover, in 2019 the vice mayor.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("shenzhen"),
			Since:     "2015",
			SinceNote: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent"),
			History: []relation.Step{{Status: relation.Active, On: "2015-10", Wording: i18n.Of(
				"de", "Die Absichtserklärung ist unterzeichnet.",
				"en", "The declaration of intent is signed.")}},
			Themes: about("wirtschaft", "kreativwirtschaft", "gesundheitswirtschaft", "wissenschaft"),
			Units:  ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "ivanovo")},
			Title: i18n.Of("de", "Iwanowo", "en", "Ivanovo", "ru", "Иваново"),
			Summary: i18n.Of(
				"de", "Jugendliche knüpfen die ersten Fäden, 1990 beschließt der Rat die Zusammenarbeit. Eine Städtepartnerschaft ist es bewusst nicht.",
				"en", "Young people spin the first threads; in 1990 the council decides on cooperation. On purpose it is not a town twinning."),
			About: prose(
				"Zwanzig Jahre lang tauscht der CVJM Jugendliche aus, bevor der Rat am 27. September 1990 der kommunalen Zusammenarbeit zustimmt. Ein Stadtführer datiert den Freundschaftsvertrag auf 1991.",
				"Bis 1994 geht humanitäre Hilfe für mehr als 2,25 Millionen Euro nach Iwanowo. 2009 bittet eine Eingabe darum, die Verbindung zur Städtepartnerschaft zu erheben. Sie wird abgelehnt.",
				"/",
				"For twenty years the YMCA exchanges young people before the council agrees to municipal cooperation on 27 September 1990. A city guide dates the friendship treaty to 1991.",
				"By 1994 humanitarian aid worth more than 2.25 million euros has gone to Ivanovo. In 2009 a petition asks to raise the tie to a town twinning. It is rejected.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, OwnSide: relation.OwnCity,
			Sides: with("ivanovo"),
			Since: "1990-09-27",
			History: []relation.Step{
				{Status: relation.Active, On: "1990-09-27", Wording: i18n.Of(
					"de", "Der Rat beschließt die kommunale Zusammenarbeit.",
					"en", "The council decides on municipal cooperation.")},
				{Status: relation.Active, On: "2019-11", Wording: i18n.Of(
					"de", "Die Stadt führt Iwanowo in ihrem Portal unter den Städtekooperationen.",
					"en", "The city lists Ivanovo among its cooperations on its portal.")},
			},
			Themes: about("jugend-und-schule"),
			Units:  ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "yekaterinburg")},
			Title: i18n.Of("de", "Jekaterinburg", "en", "Yekaterinburg", "ru", "Екатеринбург"),
			Summary: i18n.Of(
				"de", "Auf der Hannover Messe 2017 erklären Hannover und Jekaterinburg, in Kultur, Bildung und Wirtschaft zusammenzuarbeiten.",
				"en", "At the Hannover trade fair in 2017, Hannover and Yekaterinburg declare that they will work together in culture, education and business."),
			About: prose(
				"2016 reist der Oberbürgermeister in die Stadt am Ural, im April 2017 unterzeichnen beide Seiten eine Absichtserklärung. 2018 folgen das Theaterfestival MOST und eine Delegation zur beruflichen Bildung.",
				"/",
				"In 2016 the Lord Mayor travels to the city in the Urals; in April 2017 both sides sign a declaration of intent. In 2018 the theatre festival MOST and a delegation on vocational training follow.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("yekaterinburg"),
			Since:     "2017",
			SinceNote: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent"),
			History: []relation.Step{
				{Status: relation.Active, On: "2017-04", Wording: i18n.Of(
					"de", "Die Absichtserklärung ist unterzeichnet.",
					"en", "The declaration of intent is signed.")},
				{Status: relation.Active, On: "2019-11", Wording: i18n.Of(
					"de", "Die Stadt führt Jekaterinburg in ihrem Portal unter den Städtekooperationen.",
					"en", "The city lists Yekaterinburg among its cooperations on its portal.")},
			},
			Themes: about("kultur", "bildung", "wirtschaft"),
			Units:  ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Nach 2022 halten die meisten Städte Niedersachsens an ihren russischen Verbindungen fest, Emden setzt seine aus (merkur.de). Für Hannover ist nichts gefunden.",
				"en", "After 2022 most cities of Lower Saxony keep their Russian ties, Emden suspends its own (merkur.de). Nothing was found for Hannover."),
		},
		{
			Base:  record.Base{ID: id("relation", "konya")},
			Title: alike("Konya"),
			Summary: i18n.Of(
				"de", "2014 regt der Rat eine Partnerschaft oder Freundschaft mit Konya an. Beide Städte unterzeichnen im selben Jahr eine Absichtserklärung.",
				"en", "In 2014 the council suggests a partnership or friendship with Konya. The same year the two cities sign a declaration of intent."),
			About: prose(
				"Der Rat bittet die Verwaltung um ein Konzept, das Partnerschaften oder Freundschaften mit Konya und Diyarbakır vorbereitet. Am 6. Mai 2014 unterzeichnen die Stadtoberhäupter eine Absichtserklärung; Hannover prüft eine engere Zusammenarbeit.",
				"Später berichtet die Presse, die Stadt habe ihre Bemühungen um die beiden türkischen Städte zurückgefahren. Ein förmlicher Beschluss dazu ist nicht bekannt.",
				"/",
				"The council asks the administration for a concept that prepares partnerships or friendships with Konya and Diyarbakır. On 6 May 2014 the mayors of both cities sign a declaration of intent; Hannover looks into closer cooperation.",
				"Later the press reports that the city has cut back its efforts for the two Turkish cities. No formal decision on this is known.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("konya"),
			Since:     "2014",
			SinceNote: i18n.Of("de", "angeregt", "en", "suggested"),
			History: []relation.Step{
				{Status: relation.Idea, On: "2014", Wording: i18n.Of(
					"de", "Der Rat regt eine Partnerschaft oder Freundschaft an.",
					"en", "The council suggests a partnership or friendship.")},
				{Status: relation.Exploring, On: "2014-05-06", Wording: i18n.Of(
					"de", "Die Absichtserklärung ist unterzeichnet; Hannover prüft eine engere Zusammenarbeit.",
					"en", "The declaration of intent is signed; Hannover looks into closer cooperation.")},
			},
			Units: ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "diyarbakir")},
			Title: alike("Diyarbakır"),
			Summary: i18n.Of(
				"de", "2014 regt der Rat eine Partnerschaft oder Freundschaft mit Diyarbakır an. Eine Vereinbarung ist nicht bekannt.",
				"en", "In 2014 the council suggests a partnership or friendship with Diyarbakır. No agreement is known."),
			About: prose(
				"2013 liegt dem Rat ein Antrag auf eine Städtepartnerschaft vor. Ein Ausschuss stimmt am 27. März 2014 mit sieben zu vier Stimmen ab. Die Verwaltung soll ein Konzept für Konya und Diyarbakır vorbereiten.",
				"2018 folgt ein Antrag auf eine Städtefreundschaft. Das Handlungskonzept von 2019 sieht nach einem Pressebericht keine weiteren Partnerstädte vor.",
				"/",
				"In 2013 a motion for a town twinning is before the council. A committee votes seven to four on 27 March 2014. The administration is to prepare a concept for Konya and Diyarbakır.",
				"In 2018 a motion for a city friendship follows. According to a press report, the action concept of 2019 plans no further twin towns.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("diyarbakir"),
			Since:     "2014",
			SinceNote: i18n.Of("de", "angeregt", "en", "suggested"),
			History: []relation.Step{
				{Status: relation.Idea, On: "2014", Resolution: id("paper", "ds-2597-2013"), Wording: i18n.Of(
					"de", "Der Rat regt eine Partnerschaft oder Freundschaft an; die Verwaltung soll ein Konzept vorbereiten.",
					"en", "The council suggests a partnership or friendship; the administration is to prepare a concept.")},
			},
			Units: ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "kansas-city")},
			Title: alike("Kansas City"),
			Summary: i18n.Of(
				"de", "Jazz verbindet zwei UNESCO Cities of Music. Für Hannover ist es eine Städtekooperation, für Kansas City seit 1993 eine „sister city“.",
				"en", "Jazz connects two UNESCO Cities of Music. For Hannover it is a city cooperation, for Kansas City a sister city since 1993."),
			About: prose(
				"2018 spielt das Kansas City Jazz Orchestra in Hannover, 2022 die Hannover Big Band in Kansas City, 2025 folgen die Konzerte der Kansas City Connection.",
				"Beide Seiten benennen die Verbindung verschieden, und beides bleibt stehen. Hannover führt sie als Kooperation und spricht 2025 von Freundschaft; Kansas City zählt Hannover seit 1993 zu seinen Schwesterstädten. Eine Vereinbarung auf Hannovers Seite ist nicht bekannt.",
				"/",
				"In 2018 the Kansas City Jazz Orchestra plays in Hannover, in 2022 the Hannover Big Band in Kansas City; in 2025 the Kansas City Connection concerts follow.",
				"The two sides call the tie by different names, and both stand. Hannover lists it as a cooperation and speaks of friendship in 2025; Kansas City has counted Hannover among its sister cities since 1993. No agreement on Hannover’s side is known.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: []relation.Side{{
				Party: on("kansas-city"), Label: i18n.Of("de", "Schwesterstadt (sister city)", "en", "sister city"),
				Since: "1993",
			}},
			History: []relation.Step{{Status: relation.Active, On: "2019-11", Wording: i18n.Of(
				"de", "Die Stadt führt Kansas City in ihrem Portal unter den Städtekooperationen.",
				"en", "The city lists Kansas City among its cooperations on its portal.")}},
			Themes: about("musik"),
			Units:  ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "ottawa")},
			Title: alike("Ottawa"),
			Summary: i18n.Of(
				"de", "Hannover und Ottawa tauschen sich darüber aus, wie Städte den Klimaschutz planen.",
				"en", "Hannover and Ottawa exchange experience on how cities plan climate protection."),
			About: prose(
				"Die Klimaschutzleitstelle führt den Austausch. Er steht im Handlungskonzept „Hannover – internationale Stadt“; die Liste im Portal der Stadt nennt Ottawa nicht. Seit wann es ihn gibt, ist nicht bekannt.",
				"/",
				"The climate protection unit leads the exchange. It is named in the action concept “Hannover – internationale Stadt”; the list on the city’s portal does not mention Ottawa. When it began is not known.",
			),
			Form: relation.Contact, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("ottawa"),
			History: []relation.Step{{Status: relation.Active, On: "2019-01", Wording: i18n.Of(
				"de", "Das Handlungskonzept nennt den fachlichen Austausch.",
				"en", "The action concept names the expert exchange.")}},
			Themes: about("umwelt-und-klimaschutz"),
			Units:  ledBy("klimaschutzleitstelle"),
		},
		{
			Base:  record.Base{ID: id("relation", "mykolaiv")},
			Title: i18n.Of("de", "Mykolajiw", "en", "Mykolaiv", "uk", "Миколаїв"),
			Summary: i18n.Of(
				"de", "Vier Monate nach dem russischen Angriff beschließt der Rat einstimmig eine Solidaritätspartnerschaft mit Mykolajiw.",
				"en", "Four months after the Russian attack the council unanimously decides on a solidarity partnership with Mykolaiv."),
			About: prose(
				"Der Rat beschließt am 30. Juni 2022, am 15. September unterzeichnen die Stadtoberhäupter online. Die Quellen nennen das Papier teils Absichtserklärung, teils Kooperationsvereinbarung.",
				"Im September 2022 fahren 40 Tonnen Hilfsgüter los. Es folgen ein Kanalspülwagen, zwei Rettungswagen und weitere Fahrzeuge. Seit 2023 besuchen Fachleute aus Mykolajiw Hannover: Es geht um Planung, Wasser und Wohnungen. Stadtentwässerung, Feuerwehr, Häfen, Umwelt und Stadtgrün, enercity und hanova helfen mit.",
				"2025, am dritten Jahrestag des Angriffs, baut Hannover die Hilfe aus.",
				"/",
				"The council decides on 30 June 2022; on 15 September the mayors sign online. Some sources call the paper a declaration of intent, others a cooperation agreement.",
				"In September 2022, 40 tonnes of relief goods set off. A sewer-flushing truck, two ambulances and more vehicles follow. Since 2023 experts from Mykolaiv have visited Hannover: they talk about planning, water and housing. The sewerage works, the fire service, the ports, the department of environment and parks, enercity and hanova help.",
				"In 2025, on the third anniversary of the attack, Hannover extends its help.",
			),
			Form: relation.Solidarity, RGREKind: relation.RGREProject, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("mykolaiv"),
			Since: "2022",
			History: []relation.Step{
				{Status: relation.Agreed, On: "2022-06-30", Wording: i18n.Of(
					"de", "Der Rat beschließt die Solidaritätspartnerschaft einstimmig.",
					"en", "The council decides on the solidarity partnership unanimously.")},
				{Status: relation.Active, On: "2022-09-15", Wording: i18n.Of(
					"de", "Beide Stadtoberhäupter unterzeichnen online.",
					"en", "Both mayors sign online.")},
			},
			Themes:  about("frieden-und-solidaritaet"),
			Units:   ledBy(worldOffice),
			Website: mykolaivPage.url(),
		},
		{
			Base:  record.Base{ID: id("relation", "belen")},
			Title: alike("Belén de los Andaquíes"),
			Summary: i18n.Of(
				"de", "Klimaschutz und fairer Kakao: Mit Belén in Kolumbien verbindet Hannover seit 2012 eine Klimapartnerschaft.",
				"en", "Climate protection and fair cocoa: since 2012 a climate partnership has tied Hannover to Belén in Colombia."),
			About: prose(
				"Die Partnerschaft gehört zum Vorhaben „50 Kommunale Klimapartnerschaften bis 2015“. Aus Belén kommt der faire Kakao für die Hannover-Schokolade. Das Förderprogramm Nakopa gibt rund 50.000 Euro, auch die Region Hannover ist beteiligt.",
				"/",
				"The partnership belongs to the scheme “50 municipal climate partnerships by 2015”. Fair cocoa for Hannover’s city chocolate comes from Belén. The funding programme Nakopa gives about 50,000 euros; Region Hannover takes part as well.",
			),
			Form: relation.Climate, RGREKind: relation.RGREProject, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("belen"),
			Since: "2012",
			History: []relation.Step{{Status: relation.Active, On: "2012", Wording: i18n.Of(
				"de", "Die Klimapartnerschaft beginnt.",
				"en", "The climate partnership begins.")}},
			Themes: about("umwelt-und-klimaschutz"),
			Units:  ledBy("agenda-21-nachhaltigkeitsbuero"),
		},
	}
}
