package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
)

// districtFacts returns what is said of the partnerships of the districts and of the exchange with Bordeaux.
func districtFacts() []fact.Fact {
	const ring = "ring-misburg-anderten"
	signatory := i18n.Of("de", "Herkunft eines Unterzeichners der Charta", "en", "Home of one who signed the charter")
	return []fact.Fact{
		people("petit-couronne", "2021", "8688", "2021", fact.Third, fact.Fact{}, wikiPetit),
		website("petit-couronne", "ville-petit-couronne.fr", portalEN),
		remark("place", "petit-couronne", "name", fact.Third, "", "Bis 1984 hieß der Ort Le Petit-Couronne.", "Until 1984 the town was called Le Petit-Couronne.", wikiPetit),
		remark("place", "petit-couronne", "partners", fact.Third, "", "Weitere Partner von Petit-Couronne: Beccles (1978), Vila Verde (1989).",
			"Other partners of Petit-Couronne: Beccles (1978), Vila Verde (1989).", wikiPetit),
		beginning("petit-couronne", "wikipedia", "1967", fact.Third, fact.Fact{}, wikiPetit),
		said("relation", "petit-couronne", "signatory", "petit-couronne", fact.Fact{Label: signatory, Side: fact.Third, Text: alike("Petit-Couronne")}, normandy),
		said("relation", "petit-couronne", "signatory", "rouen", fact.Fact{Label: signatory, Side: fact.Own, Text: alike("Rouen")}, cityNews),
		milestone("petit-couronne", "society", "1981", "Ein Verein zur Förderung der Partnerschaft entsteht.", "A society to support the partnership was founded.", "hannover.de, niedersachsennormandie.de"),
		milestone("petit-couronne", "fifty", "2017-05", "Im Mai und Juni feiern beide Seiten fünfzig Jahre Partnerschaft.", "In May and June both sides celebrated fifty years of partnership.", cityNews),

		people("flekkefjord", "2017", "9500", "2017", fact.Third, fact.Fact{Qualifier: fact.About}, flekkefjord17),
		beginning(ring, "shepton-mallet", "1961", fact.Third, fact.Fact{Note: alike("Shepton Mallet")}, misburgDay, misburgRing),
		beginning(ring, "bollnaes", "1961", fact.Third, fact.Fact{Note: alike("Bollnäs")}, misburgDay, misburgRing),
		beginning(ring, "oissel", "1969", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Oissel-sur-Seine, Partnerschaft der früheren Gemeinde Anderten", "en", "Oissel-sur-Seine, partnership of the former municipality of Anderten")}, misburgDay, misburgRing),
		beginning(ring, "flekkefjord", "1970", fact.Third, fact.Fact{Note: alike("Flekkefjord")}, misburgDay, misburgRing),
		beginning(ring, "kankaanpaa", "1970", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Kankaanpää; die Quelle schreibt „Partnerschaft ruht“", "en", "Kankaanpää; the source says that the partnership is resting")}, misburgDay, misburgRing),
		beginning(ring, "morso", "1970", fact.Third, fact.Fact{Note: i18n.Of(
			"de", "Morsø; die Quelle schreibt „Partnerschaft ruht“", "en", "Morsø; the source says that the partnership is resting")}, misburgDay, misburgRing),
		said("relation", ring, "label", "ring", fact.Fact{Side: fact.Third, Text: i18n.Of("de", "Ringpartnerschaft", "en", "ring partnership")}, misburgRing),
		remark("relation", ring, "abroad", fact.Own, "", "Misburg-Anderten ist einer von zwei Stadtbezirken mit eigenen Partnerschaften im Ausland.",
			"Misburg-Anderten is one of two districts with partnerships of their own abroad.", portalEN),
		milestone(ring, "flag", "1972", "Die Stadt Misburg erhält die Europafahne.", "The town of Misburg received the Flag of Europe.", misburgDay, misburgRing),
		milestone(ring, "district", "1981", "Der Stadtbezirk übernimmt die Partnerschaften.", "The district took over the partnerships.", misburgDay, misburgRing),
		milestone(ring, "bollnaes-2010", "2010-07-24", "Vertreter*innen des Stadtbezirks sind bis zum 28. Juli in Bollnäs.", "Representatives of the district stayed in Bollnäs until 28 July.", paper0907),
		milestone(ring, "bollnaes-2016", "2016", "Die Internationale Woche findet in Bollnäs statt.", "The International Week took place in Bollnäs.", misburgRing),
		milestone(ring, "flekkefjord-2017", "2017-08-11", "Flekkefjord feiert bis zum 13. August sein 175-jähriges Bestehen. Für Misburg-Anderten reist der oder die Vorsitzende des Patenschaftskomitees an.",
			"Until 13 August Flekkefjord celebrated its 175th anniversary. The chair of the sponsorship committee travelled there for Misburg-Anderten.", flekkefjord17),
		milestone(ring, "week-2018", "2018-06-28", "Misburg-Anderten richtet bis zum 1. Juli die 46. Internationale Woche aus.", "Until 1 July Misburg-Anderten was host to the 46th International Week.", misburgRing),
		remark("relation", ring, "bank", fact.Third, "", "Eine Delegation des Komitees war fünf Tage in Flekkefjord. In Misburg heißt ein Weg Flekkefjordufer.",
			"A delegation of the committee spent five days in Flekkefjord. A path in Misburg is named Flekkefjordufer.", flekkefjordUf),
		remark("relation", ring, "day", fact.Third, "", "Der letzte Sonntag im April ist der Welttag der Partnerstädte. Der Weltbund der Partnerstädte hat ihn 1963 ausgerufen.",
			"The last Sunday in April is the World Day of Twin Towns, proclaimed in 1963 by the World Federation of Twin Towns.", misburgDay),
	}
}
