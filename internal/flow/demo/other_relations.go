package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// otherRelations returns what is neither twinning nor cooperation of the city: the contact to Bordeaux and the
// partnerships of two districts.
func otherRelations() []relation.Relation {
	return []relation.Relation{
		{
			Base:  record.Base{ID: id("relation", "bordeaux")},
			Title: alike("Bordeaux"),
			Summary: i18n.Of(
				"de", "Über den gemeinsamen Partner Bristol sind Hannover und Bordeaux ins Gespräch gekommen.",
				"en", "Through their common partner Bristol, Hannover and Bordeaux have come to talk."),
			About: prose(
				"Bristol ist mit beiden Städten seit 1947 verbunden. Daraus ist ein Austausch zwischen Hannover und Bordeaux entstanden.",
				"/",
				"Bristol has been tied to both cities since 1947. An exchange between Hannover and Bordeaux has grown out of this.",
			),
			Form: relation.Contact, OwnSide: relation.OwnCity,
			Sides: with("bordeaux"),
			History: []relation.Step{{Status: relation.Active, On: "2019-02-14", Source: tOnline.where(), Wording: i18n.Of(
				"de", "t-online.de berichtet vom Austausch mit Bordeaux.",
				"en", "t-online.de reported on the exchange with Bordeaux.")}},
		},
		{
			Base:  record.Base{ID: id("relation", "petit-couronne")},
			Title: alike("Petit-Couronne"),
			Summary: i18n.Of(
				"de", "1967 verbinden sich Ahlem und Petit-Couronne bei Rouen. Heute führt der Stadtbezirk Ahlem-Badenstedt-Davenstedt die Partnerschaft weiter.",
				"en", "In 1967 Ahlem formed a tie with Petit-Couronne near Rouen. Today the district of Ahlem-Badenstedt-Davenstedt carries the partnership on."),
			About: prose(
				"Als die Partnerschaft beginnt, ist Ahlem noch eine eigene Gemeinde. 1974 kommt der Ort zu Hannover, die Partnerschaft bleibt. Seit 1981 trägt sie ein Verein. 2017 feiern beide Seiten ihr fünfzigstes Jahr.",
				"/",
				"When the partnership began, Ahlem was a municipality of its own. In 1974 it became part of Hannover; the partnership stayed. A society has supported it since 1981. In 2017 both sides celebrated its fiftieth year.",
			),
			Form: relation.Twinning, RGREKind: relation.RGREPartnership, RGREInferred: true,
			OwnSide: relation.OwnDistrict, OwnPlace: id("place", "ahlem-badenstedt-davenstedt"),
			Sides: with("petit-couronne"),
			Since: "1967",
			History: []relation.Step{{Status: relation.Active, On: "1967", Wording: i18n.Of(
				"de", "Die Partnerschaft beginnt.",
				"en", "The partnership began.")}},
		},
		{
			Base:  record.Base{ID: id("relation", "ring-misburg-anderten")},
			Title: i18n.Of("de", "Ring Misburg-Anderten", "en", "Misburg-Anderten ring"),
			Summary: i18n.Of(
				"de", "Sieben Orte, jeder mit jedem verbunden: Misburg-Anderten und sechs Städte bilden einen Ring, der in die 1960er-Jahre zurückreicht. Zwei der Partnerschaften ruhen.",
				"en", "Seven places, each tied to all the others: Misburg-Anderten and six towns form a ring that goes back to the 1960s. Two of the partnerships are resting."),
			About: prose(
				"Misburg und Anderten schließen ihre Partnerschaften, als sie noch eigene Gemeinden sind: 1961 mit Shepton Mallet und Bollnäs, 1969 Anderten mit Oissel-sur-Seine, 1970 mit Flekkefjord, Kankaanpää und Morsø. Seit 1981 führt sie der Stadtbezirk.",
				"Alle Städte sind auch untereinander Partner. Die Partnerschaften mit Kankaanpää und Morsø ruhen.",
				"Ein Patenschaftskomitee aus Bezirksrat, Zivilgesellschaft und Verwaltung hält die Fäden zusammen. Man trifft sich bei der Internationalen Woche; 2018 fand sie zum 46. Mal statt.",
				"/",
				"Misburg and Anderten concluded their partnerships while they were municipalities of their own: in 1961 with Shepton Mallet and Bollnäs, in 1969 Anderten with Oissel-sur-Seine, in 1970 with Flekkefjord, Kankaanpää and Morsø. The district has kept them since 1981.",
				"All the towns are partners of each other, too. The partnerships with Kankaanpää and Morsø are resting.",
				"A sponsorship committee drawn from the district council, civil society and the administration holds the threads together. People meet at the International Week, held for the 46th time in 2018.",
			),
			Form: relation.Ring, RGREKind: relation.RGREPartnership, RGREInferred: true,
			OwnSide: relation.OwnDistrict, OwnPlace: id("place", "misburg-anderten"),
			Sides: []relation.Side{
				{Party: on("shepton-mallet"), Since: "1961", Status: relation.Active},
				{Party: on("bollnaes"), Since: "1961", Status: relation.Active},
				{Party: on("oissel"), Since: "1969", Status: relation.Active},
				{Party: on("flekkefjord"), Since: "1970", Status: relation.Active},
				{Party: on("kankaanpaa"), Since: "1970", Status: relation.Resting},
				{Party: on("morso"), Since: "1970", Status: relation.Resting},
			},
			Since:     "1961",
			SinceNote: i18n.Of("de", "die ersten beiden Städte", "en", "the first two towns"),
			History: []relation.Step{
				{Status: relation.Active, On: "1961", Source: misburgRing.where(), Wording: i18n.Of(
					"de", "Die Partnerschaften mit Shepton Mallet und Bollnäs beginnen.",
					"en", "The partnerships with Shepton Mallet and Bollnäs began.")},
			},
			Website: misburgRing.url(),
			Notes: i18n.Of(
				"de", "Dass vier der Städte aktiv sind, ist erschlossen: Die Quelle vermerkt nur bei Kankaanpää und Morsø, dass die Partnerschaft ruht. Die Stadt selbst nennt keine der sechs Städte.",
				"en", "That four of the towns are active is inferred: the source marks only Kankaanpää and Morsø as resting. The city itself names none of the six towns."),
		},
	}
}
