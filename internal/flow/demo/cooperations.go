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
				"A European water project brought the cities together in 2005. At the Expo in Shanghai they signed a friendship treaty in 2010; a further agreement followed in 2015.",
				"Changde has had a Hannoversche Straße since 2016, Hannover the Changde Centrum since 2018. Young people meet in dragon boats, companies and experts over water and urban development.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("changde"),
			Since: "2010",
			History: []relation.Step{{Status: relation.Active, On: "2010", Wording: i18n.Of(
				"de", "Der Freundschaftsvertrag ist unterzeichnet.",
				"en", "The friendship treaty was signed.")}},
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
				"Im Oktober 2015 unterzeichnen beide Städte eine Absichtserklärung; ein Jahr später spricht Hannover von einer Kooperationsvereinbarung. 2016 kommt Shenzhens Bürgermeister nach Hannover, 2019 die Vize-Bürgermeisterin.",
				"/",
				"In October 2015 the two cities signed a declaration of intent; a year later Hannover spoke of a cooperation agreement. The mayor of Shenzhen came to Hannover in 2016, the vice mayor in 2019.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("shenzhen"),
			Since:     "2015",
			SinceNote: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent"),
			History: []relation.Step{{Status: relation.Active, On: "2015-10", Wording: i18n.Of(
				"de", "Die Absichtserklärung ist unterzeichnet.",
				"en", "The declaration of intent was signed.")}},
			Themes: about("wirtschaft", "kreativwirtschaft", "gesundheitswirtschaft", "wissenschaft"),
			Units:  ledBy(worldOffice),
		},
		{
			Base:  record.Base{ID: id("relation", "ivanovo")},
			Title: i18n.Of("de", "Iwanowo", "en", "Ivanovo", "ru", "Иваново"),
			Summary: i18n.Of(
				"de", "Jugendliche knüpfen die ersten Fäden, 1990 beschließt der Rat die Zusammenarbeit. Eine Städtepartnerschaft ist es bewusst nicht.",
				"en", "Young people spun the first threads; in 1990 the council decided on cooperation. On purpose it is not a town twinning."),
			About: prose(
				"Zwanzig Jahre lang tauscht der CVJM Jugendliche aus, bevor der Rat am 27. September 1990 der kommunalen Zusammenarbeit zustimmt. Ein Stadtführer datiert den Freundschaftsvertrag auf 1991.",
				"Bis 1994 geht humanitäre Hilfe für mehr als 2,25 Millionen Euro nach Iwanowo. 2009 bittet eine Eingabe darum, die Verbindung zur Städtepartnerschaft zu erheben. Sie wird abgelehnt.",
				"/",
				"For twenty years the YMCA had exchanged young people before the council agreed to municipal cooperation on 27 September 1990. A city guide dates the friendship treaty to 1991.",
				"By 1994 humanitarian aid worth more than 2.25 million euros had gone to Ivanovo. In 2009 a petition asked to raise the tie to a town twinning. It was rejected.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, OwnSide: relation.OwnCity,
			Sides: with("ivanovo"),
			Since: "1990-09-27",
			History: []relation.Step{{Status: relation.Active, On: "1990-09-27", Wording: i18n.Of(
				"de", "Der Rat beschließt die kommunale Zusammenarbeit.",
				"en", "The council decided on municipal cooperation.")}},
			Themes: about("jugend-und-schule"),
			Units:  ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Das Portal der Stadt schreibt Ivanovo, ihr Nachhaltigkeitsbericht von 2020 Iwanowo.",
				"en", "The city’s portal writes Ivanovo, its sustainability report of 2020 Iwanowo."),
		},
		{
			Base:  record.Base{ID: id("relation", "yekaterinburg")},
			Title: i18n.Of("de", "Jekaterinburg", "en", "Yekaterinburg", "ru", "Екатеринбург"),
			Summary: i18n.Of(
				"de", "Auf der Hannover Messe 2017 erklären Hannover und Jekaterinburg, in Kultur, Bildung und Wirtschaft zusammenzuarbeiten.",
				"en", "At the Hannover trade fair in 2017, Hannover and Yekaterinburg declared that they would work together in culture, education and business."),
			About: prose(
				"2016 reist der Oberbürgermeister in die Stadt am Ural, im April 2017 unterzeichnen beide Seiten eine Absichtserklärung. 2018 folgen das Theaterfestival MOST und eine Delegation zur beruflichen Bildung.",
				"/",
				"In 2016 the Lord Mayor travelled to the city in the Urals; in April 2017 both sides signed a declaration of intent. In 2018 the theatre festival MOST and a delegation on vocational training followed.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("yekaterinburg"),
			Since:     "2017",
			SinceNote: i18n.Of("de", "Absichtserklärung", "en", "declaration of intent"),
			History: []relation.Step{{Status: relation.Active, On: "2017-04", Wording: i18n.Of(
				"de", "Die Absichtserklärung ist unterzeichnet.",
				"en", "The declaration of intent was signed.")}},
			Themes: about("kultur", "bildung", "wirtschaft"),
			Units:  ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Nach 2022 halten die meisten Städte Niedersachsens an ihren russischen Verbindungen fest, Emden setzt seine aus (merkur.de). Für Hannover ist nichts gefunden. Das Portal der Stadt schreibt Jekaterinburg, auf Englisch Ekaterinburg.",
				"en", "After 2022 most cities of Lower Saxony kept their Russian ties, Emden suspended its own (merkur.de). Nothing was found for Hannover. The city’s portal writes Jekaterinburg, in English Ekaterinburg."),
		},
		{
			Base:  record.Base{ID: id("relation", "konya")},
			Title: alike("Konya"),
			Summary: i18n.Of(
				"de", "2014 regt der Rat eine Partnerschaft oder Freundschaft mit Konya an. Beide Städte unterzeichnen im selben Jahr eine Absichtserklärung.",
				"en", "In 2014 the council suggested a partnership or friendship with Konya. In the same year the two cities signed a declaration of intent."),
			About: prose(
				"Am 6. Mai 2014 unterzeichnen die Stadtoberhäupter eine Absichtserklärung. Hannover prüft daraufhin, wie die Städte enger zusammenarbeiten können.",
				"/",
				"On 6 May 2014 the mayors of the two cities signed a declaration of intent. Hannover then looked into how the cities could work together more closely.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREFriendship, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("konya"),
			Since:     "2014",
			SinceNote: i18n.Of("de", "angeregt", "en", "suggested"),
			History: []relation.Step{
				{Status: relation.Idea, On: "2014", Wording: i18n.Of(
					"de", "Der Rat regt eine Partnerschaft oder Freundschaft an.",
					"en", "The council suggested a partnership or friendship.")},
				{Status: relation.Exploring, On: "2014-05-06", Wording: i18n.Of(
					"de", "Hannover prüft eine engere Zusammenarbeit mit Konya.",
					"en", "Hannover looked into closer cooperation with Konya.")},
			},
			Units: ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Ein förmlicher Beschluss, die Bemühungen um Konya zu beenden, ist nicht gefunden.",
				"en", "No formal decision to end the efforts for Konya was found."),
		},
		{
			Base:  record.Base{ID: id("relation", "diyarbakir")},
			Title: alike("Diyarbakır"),
			Summary: i18n.Of(
				"de", "2014 regt der Rat eine Partnerschaft oder Freundschaft mit Diyarbakır an. Ein Jahr zuvor lag ihm ein erster Antrag vor.",
				"en", "In 2014 the council suggested a partnership or friendship with Diyarbakır. A year earlier a first motion had been laid before it."),
			About: prose(
				"Der Antrag von 2013 gilt einer Städtepartnerschaft; ein Ausschuss stimmt darüber am 27. März 2014 ab, mit sieben zu vier Stimmen. 2018 folgt ein Antrag auf eine Städtefreundschaft.",
				"/",
				"The motion of 2013 was for a town twinning; a committee voted on it, seven to four, on 27 March 2014. In 2018 a motion for a city friendship followed.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides:     with("diyarbakir"),
			Since:     "2014",
			SinceNote: i18n.Of("de", "angeregt", "en", "suggested"),
			History: []relation.Step{
				{Status: relation.Idea, On: "2014", Resolution: id("paper", "ds-2597-2013"), Wording: i18n.Of(
					"de", "Der Rat regt eine Partnerschaft oder Freundschaft an.",
					"en", "The council suggested a partnership or friendship.")},
			},
			Units: ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Eine Vereinbarung ist nicht gefunden. Die Stadt schreibt Diyarbakir, mit i statt ı.",
				"en", "No agreement was found. The city writes Diyarbakir, with an i instead of ı."),
		},
		{
			Base:  record.Base{ID: id("relation", "kansas-city")},
			Title: alike("Kansas City"),
			Summary: i18n.Of(
				"de", "Jazz verbindet zwei UNESCO Cities of Music. Hannover nennt es eine Städtekooperation; für Kansas City ist Hannover seit 1993 eine „sister city“.",
				"en", "Jazz connects two UNESCO Cities of Music. Hannover calls the tie a city cooperation; for Kansas City, Hannover has been a sister city since 1993."),
			About: prose(
				"2018 spielt das Kansas City Jazz Orchestra in Hannover, 2022 die Hannover Big Band in Kansas City. 2025 folgen Konzerte der Kansas City Connection.",
				"Die beiden Städte benennen ihre Verbindung verschieden. Hannover führt sie als Kooperation und spricht 2025 von Freundschaft; Kansas City zählt Hannover seit 1993 zu seinen Schwesterstädten.",
				"/",
				"In 2018 the Kansas City Jazz Orchestra played in Hannover, in 2022 the Hannover Big Band played in Kansas City. Concerts of the Kansas City Connection followed in 2025.",
				"The two cities call their tie by different names. Hannover lists it as a cooperation and in 2025 spoke of friendship; Kansas City has counted Hannover among its sister cities since 1993.",
			),
			Form: relation.Cooperation, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: []relation.Side{{
				Party: on("kansas-city"), Label: i18n.Of("de", "Schwesterstadt (sister city)", "en", "sister city"),
				Since: "1993",
			}},
			History: []relation.Step{{Status: relation.Active, On: "2019-11", Source: portal2019.where(), Wording: i18n.Of(
				"de", "Die Stadt führt Kansas City in ihrem Portal unter den Städtekooperationen.",
				"en", "The city listed Kansas City among its cooperations on its portal.")}},
			Themes: about("musik"),
			Units:  ledBy(worldOffice),
			Notes: i18n.Of(
				"de", "Eine Vereinbarung auf Hannovers Seite ist nicht gefunden.",
				"en", "No agreement on Hannover’s side was found."),
		},
		{
			Base:  record.Base{ID: id("relation", "ottawa")},
			Title: alike("Ottawa"),
			Summary: i18n.Of(
				"de", "Hannover und Ottawa tauschen sich darüber aus, wie Städte den Klimaschutz planen.",
				"en", "Hannover and Ottawa exchange experience on how cities plan climate protection."),
			About: prose(
				"Den Austausch führt die Klimaschutzleitstelle.",
				"/",
				"The climate protection unit leads the exchange.",
			),
			Form: relation.Contact, RGREKind: relation.RGREContact, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("ottawa"),
			History: []relation.Step{{Status: relation.Active, On: "2019-01", Source: concept2019.where(), Wording: i18n.Of(
				"de", "Das Handlungskonzept „Hannover – internationale Stadt“ nennt den fachlichen Austausch.",
				"en", "The action concept “Hannover – international city” named the expert exchange.")}},
			Themes: about("umwelt-und-klimaschutz"),
			Units:  ledBy("klimaschutzleitstelle"),
			Notes: i18n.Of(
				"de", "Die Liste im Portal der Stadt nennt Ottawa nicht. Seit wann es den Austausch gibt, ist nicht gefunden.",
				"en", "The list on the city’s portal does not name Ottawa. When the exchange began was not found."),
		},
		{
			Base:  record.Base{ID: id("relation", "mykolaiv")},
			Title: i18n.Of("de", "Mykolajiw", "en", "Mykolaiv", "uk", "Миколаїв"),
			Summary: i18n.Of(
				"de", "Vier Monate nach dem russischen Angriff beschließt der Rat einstimmig eine Solidaritätspartnerschaft mit Mykolajiw.",
				"en", "Four months after the Russian attack the council unanimously decided on a solidarity partnership with Mykolaiv."),
			About: prose(
				"Der Rat beschließt die Partnerschaft am 30. Juni 2022, am 15. September unterzeichnen die Stadtoberhäupter online.",
				"Im September 2022 fahren die ersten 40 Tonnen Hilfsgüter los. Es folgen ein Kanalspülwagen, zwei Rettungswagen und weitere Fahrzeuge. Seit 2023 kommen Fachleute aus Mykolajiw nach Hannover und sprechen über Planung, Wasser und Wohnungsbau. Stadtentwässerung, Feuerwehr, Häfen, Umwelt und Stadtgrün, enercity und hanova helfen mit.",
				"2025, am dritten Jahrestag des Angriffs, baut Hannover die Hilfe aus.",
				"/",
				"The council decided on the partnership on 30 June 2022; on 15 September the mayors signed online.",
				"In September 2022 the first 40 tonnes of relief goods set off. A sewer-flushing truck, two ambulances and more vehicles followed. Since 2023 experts from Mykolaiv have come to Hannover to talk about planning, water and housing. The drainage service, the fire service, the ports, the department for environment and green spaces, enercity and hanova help.",
				"In 2025, on the third anniversary of the attack, Hannover extended its help.",
			),
			Form: relation.Solidarity, RGREKind: relation.RGREProject, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("mykolaiv"),
			Since: "2022",
			History: []relation.Step{
				{Status: relation.Agreed, On: "2022-06-30", Wording: i18n.Of(
					"de", "Der Rat beschließt die Solidaritätspartnerschaft einstimmig.",
					"en", "The council decided on the solidarity partnership unanimously.")},
				{Status: relation.Active, On: "2022-09-15", Wording: i18n.Of(
					"de", "Beide Stadtoberhäupter unterzeichnen online.",
					"en", "Both mayors signed online.")},
			},
			Themes:  about("frieden-und-solidaritaet"),
			Units:   ledBy(worldOffice),
			Website: mykolaivPage.url(),
			Notes: i18n.Of(
				"de", "Die Quellen schreiben die Stadt Mykolajiw, Mykolaiv und Mikolayiv, den Bürgermeister Syenkevych, Synkevych und Senkewytsch.",
				"en", "The sources write the city as Mykolajiw, Mykolaiv and Mikolayiv, the mayor as Syenkevych, Synkevych and Senkewytsch."),
		},
		{
			Base:  record.Base{ID: id("relation", "belen")},
			Title: alike("Belén de los Andaquíes"),
			Summary: i18n.Of(
				"de", "Klimaschutz und fairer Kakao: Mit Belén in Kolumbien verbindet Hannover seit 2012 eine Klimapartnerschaft.",
				"en", "Climate protection and fair cocoa: Hannover and Belén in Colombia have been climate partners since 2012."),
			About: prose(
				"Das Programm Nakopa hat die Partnerschaft gefördert. Auch die Region Hannover war beteiligt.",
				"/",
				"The programme Nakopa has funded the partnership. Region Hannover took part as well.",
			),
			Form: relation.Climate, RGREKind: relation.RGREProject, RGREInferred: true, OwnSide: relation.OwnCity,
			Sides: with("belen"),
			Since: "2012",
			History: []relation.Step{{Status: relation.Active, On: "2012", Wording: i18n.Of(
				"de", "Die Klimapartnerschaft beginnt.",
				"en", "The climate partnership began.")}},
			Themes: about("umwelt-und-klimaschutz"),
			Units:  ledBy("agenda-21-nachhaltigkeitsbuero"),
		},
	}
}
