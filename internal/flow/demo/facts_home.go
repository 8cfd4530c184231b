package demo

import (
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/engine/record"
)

// relationFacts returns what sources say of the city, its partners and their relations. What contradicts stands side by
// side; of competing values at most one is preferred.
func relationFacts() []fact.Fact {
	return slices.Concat(homeFacts(), bristolFacts(), perpignanFacts(), rouenFacts(), blantyreFacts(), poznanFacts(),
		hiroshimaFacts(), leipzigFacts(), chinaFacts(), russiaFacts(), turkeyFacts(), americaFacts(), mykolaivFacts(),
		districtFacts(), societyFacts(), pointFacts())
}

// homeFacts returns what is said of Hannover itself and of all its twinnings or cooperations together.
func homeFacts() []fact.Fact {
	const key = "hannover"
	count := func(tag, de, en string, n record.Decimal, unitDE, unitEN string, f fact.Fact, by ...cite) fact.Fact {
		f.Label, f.Number, f.Unit = i18n.Of("de", de, "en", en), n, i18n.Of("de", unitDE, "en", unitEN)
		return said("place", key, "count", tag, f, by...)
	}
	return []fact.Fact{
		people(key, "defus", "535000", "", fact.Third, fact.Fact{Qualifier: fact.About, Preferred: true}, defus),
		people(key, "hiroshima", "530000", "2017-08", fact.Partner, fact.Fact{Qualifier: fact.About, Note: i18n.Of(
			"de", "nach Angabe von Hiroshima", "en", "as given by Hiroshima")}, hiroshimaSite),
		said("place", key, "area", "hiroshima", fact.Fact{Number: "204", Unit: alike("km²"), Side: fact.Partner, Note: i18n.Of(
			"de", "nach Angabe von Hiroshima", "en", "as given by Hiroshima")}, hiroshimaSite),
		count("nationalities", "Staatsangehörigkeiten", "Nationalities", "178", "Staatsangehörigkeiten", "nationalities", fact.Fact{Side: fact.Third}, defus),
		count("nationalities-2013", "Staatsangehörigkeiten", "Nationalities", "178", "Staatsangehörigkeiten", "nationalities",
			fact.Fact{Side: fact.Own, AsOf: "2013-06-30", Preferred: true}, paper0076),
		count("languages", "Sprachen", "Languages", "72", "Sprachen", "languages", fact.Fact{Side: fact.Third}, defus),
		count("associations", "Vereine von Migrant*innen und binationale Vereine", "Migrant and binational associations", "130", "Vereine", "associations",
			fact.Fact{Side: fact.Third, Qualifier: fact.MoreThan}, defus),
		count("fair-visitors", "Messegäste im Jahr", "Trade-fair visitors a year", "2000000", "Gäste im Jahr", "visitors a year",
			fact.Fact{Side: fact.Third, Qualifier: fact.About, AsOf: "2017", Note: i18n.Of("de", "aus Deutschland und aller Welt", "en", "from Germany and the world")}, defus),
		count("universities", "Hochschulen", "Universities", "10", "Einrichtungen", "institutions", fact.Fact{Side: fact.Third}, defus),
		count("students-from-abroad", "Studierende aus dem Ausland", "Students from abroad", "12.5", "Prozent", "per cent",
			fact.Fact{Side: fact.Third, Note: i18n.Of("de", "jede*r achte", "en", "every eighth student")}, defus),
		count("twinnings-six", "Städtepartnerschaften", "Town twinnings", "6", "internationale Partnerschaften", "international twinnings",
			fact.Fact{Side: fact.Own, AsOf: "2019", Note: i18n.Of("de", "ohne Leipzig", "en", "without Leipzig")}, concept2019),
		count("twinnings-seven", "Städtepartnerschaften", "Town twinnings", "7", "Partnerstädte", "twin towns",
			fact.Fact{Side: fact.Own, AsOf: "2020", Preferred: true, Note: i18n.Of("de", "mit Leipzig", "en", "with Leipzig")}, report2020),
		count("twinnings-portal", "Städtepartnerschaften", "Town twinnings", "7", "Partnerstädte", "twin towns",
			fact.Fact{Side: fact.Own, AsOf: "2019-11", Note: i18n.Of(
				"de", "sechs internationale und Leipzig, geschlossen von 1947 bis 1987", "en", "six international ones and Leipzig, concluded between 1947 and 1987")}, portal2019, portalEN),
		remark("place", key, "strengths", fact.Own, "2019-01",
			"Die Stadt nennt als Stärken: eine vielfältige Bevölkerung, die Messe und weltweit tätige Unternehmen, die Lage an den Verkehrswegen Europas, anerkannte Wissenschaft, einen Ruf in Kultur und Nachhaltigkeit.",
			"The city names as its strengths: a diverse population, the trade fair and companies active worldwide, a place on Europe’s transport routes, recognised science, a reputation in culture and sustainability.", concept2019),
		remark("place", key, "spelling", fact.Own, "", "Auch auf Englisch schreibt die Stadt Hannover, nicht Hanover.", "In English, too, the city writes Hannover, not Hanover.", portalEN),
		remark("place", key, "twinnings", fact.Own, "2019-11",
			"Die Partnerschaften wurzeln in der Aussöhnung nach dem Krieg. Vor allem begegnen sich die Menschen selbst, bei vielen Themen: Kultur, Bildung, Sport, Kommunalpolitik.",
			"The twinnings are rooted in reconciliation after the war. Above all, people themselves meet, over many themes: culture, education, sport, municipal politics.", portal2019, portalEN),
		remark("place", key, "twinnings-now", fact.Own, "2020",
			"Der fachliche und politische Austausch der Kommunen gewinnt an Gewicht: Jugend und Schule, Integration und nachhaltige Familienpolitik, internationale berufliche Qualifizierung, Klimawandel und natürliche Ressourcen.",
			"Expert and political exchange between municipalities is gaining weight: youth and school, integration and sustainable family policy, international vocational qualification, climate change and natural resources.", report2020),
		remark("place", key, "cooperations", fact.Own, "2019-11",
			"Kooperationen gelten einem Thema oder einem Projekt, anders als die breiten und dauerhaften Bindungen an die Partnerstädte.",
			"Cooperations are about a theme or a project, unlike the broad and lasting ties with the twin towns.", portal2019, portalEN),
		remark("organisation", cultureOffice, "newsletter", fact.Own, "",
			"Alle zwei Monate erscheint ein Newsletter (staedtepartnerschaften-newsletter@hannover-stadt.de). Dazu gibt es die Facebook-Seite „Twin Cities Hannover“ und zu jeder Stadt eine Kurzinfo zum Drucken.",
			"A newsletter appears every two months (staedtepartnerschaften-newsletter@hannover-stadt.de). There is also the Facebook page “Twin Cities Hannover” and a short printable sheet on each city.", newsletter),
	}
}
