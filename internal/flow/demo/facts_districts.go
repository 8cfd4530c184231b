package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
)

// districtFacts returns what is said of the partnerships of the districts and of the exchange with Bordeaux.
func districtFacts() []fact.Fact {
	const ring = "ring-misburg-anderten"
	return []fact.Fact{
		remark("relation", "bordeaux", "bristol", fact.Third, "2019-02-14", "Der Austausch entsteht über den gemeinsamen Partner Bristol.",
			"The exchange arises through the common partner Bristol.", tOnline),

		people("petit-couronne", "2021", "8688", "2021", fact.Third, fact.Fact{}, wikiPetit),
		website("petit-couronne", "ville-petit-couronne.fr", portalEN),
		remark("place", "petit-couronne", "name", fact.Third, "", "Bis 1984 heißt der Ort Le Petit-Couronne.", "Until 1984 the town is called Le Petit-Couronne.", wikiPetit),
		remark("place", "petit-couronne", "partners", fact.Third, "", "Weitere Partner von Petit-Couronne: Beccles (1978), Vila Verde (1989).",
			"Other partners of Petit-Couronne: Beccles (1978), Vila Verde (1989).", wikiPetit),
		beginning("petit-couronne", "wikipedia", "1967", fact.Third, fact.Fact{}, wikiPetit),
		remark("relation", "petit-couronne", "signatory", fact.Third, "", "Nach einer Quelle kommt einer der Unterzeichner der Charta aus Petit-Couronne.",
			"According to one source, one of those who signed the charter came from Petit-Couronne.", normandy),
		remark("relation", "petit-couronne", "signatory-rouen", fact.Own, "", "Nach einer anderen Quelle kommt derselbe Unterzeichner aus Rouen.",
			"According to another source, the same person came from Rouen.", cityNews),
		remark("relation", "petit-couronne", "origin", fact.Own, "", "Die Partnerschaften der Stadtbezirke entstehen, als ihre Orte noch eigene Gemeinden sind.",
			"The districts’ partnerships arise while their towns are still municipalities of their own.", portalEN),
		milestone("petit-couronne", "society", "1981", "Ein Verein zur Förderung der Partnerschaft entsteht.", "A society to support the partnership is founded.", "hannover.de und niedersachsennormandie.de"),
		milestone("petit-couronne", "fifty", "2017-05", "Im Mai und Juni feiern beide Seiten fünfzig Jahre.", "In May and June both sides celebrate fifty years.", cityNews),

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
		remark("relation", ring, "status", fact.Third, "", "Kankaanpää und Morsø sind mit „Partnerschaft ruht“ vermerkt. Die vier anderen Städte tragen keinen Vermerk; dass sie aktiv sind, ist daraus erschlossen.",
			"Kankaanpää and Morsø are marked as resting. The four other towns carry no mark; that they are active is inferred from this.", misburgDay, misburgRing),
		said("relation", ring, "label", "ring", fact.Fact{Side: fact.Third, Text: i18n.Of("de", "Ringpartnerschaft", "en", "ring partnership")}, misburgRing),
		remark("relation", ring, "portal", fact.Own, "", "Die Stadt sagt nur, dass Misburg-Anderten eigene Partnerschaften im Ausland unterhält; die Städte nennt eine andere Quelle.",
			"The city says only that Misburg-Anderten keeps partnerships of its own abroad; the towns are named by another source.", portalEN),
		milestone(ring, "flag", "1972", "Die Stadt Misburg erhält die Europafahne.", "The town of Misburg receives the Flag of Europe.", misburgDay, misburgRing),
		milestone(ring, "district", "1981", "Der Stadtbezirk übernimmt die Partnerschaften.", "The district takes over the partnerships.", misburgDay, misburgRing),
		milestone(ring, "bollnaes-2010", "2010-07-24", "Vertreter*innen des Stadtbezirks reisen bis zum 28. Juli nach Bollnäs.", "Representatives of the district travel to Bollnäs until 28 July.", paper0907),
		milestone(ring, "bollnaes-2016", "2016", "Die Internationale Woche findet in Bollnäs statt.", "The International Week takes place in Bollnäs.", misburgRing),
		milestone(ring, "flekkefjord-2017", "2017-08-11", "Flekkefjord feiert bis zum 13. August 175 Jahre. Der Vorsitz des Patenschaftskomitees reist an.",
			"Flekkefjord celebrates its 175th anniversary until 13 August. The chair of the sponsorship committee travels there.", flekkefjord17),
		milestone(ring, "week-2018", "2018-06-28", "Misburg-Anderten lädt bis zum 1. Juli zur 46. Internationalen Woche ein.", "Misburg-Anderten hosts the 46th International Week until 1 July.", misburgRing),
		remark("relation", ring, "bank", fact.Third, "", "Ein Komitee reist für fünf Tage nach Flekkefjord. In Misburg heißt ein Weg Flekkefjordufer.",
			"A committee travels to Flekkefjord for five days. A path in Misburg is named Flekkefjordufer.", flekkefjordUf),
		remark("relation", ring, "day", fact.Third, "", "Am letzten Sonntag im April ist Welttag der Partnerstädte, ausgerufen 1963 vom Weltbund der Partnerstädte.",
			"The last Sunday in April is the World Day of Twin Towns, proclaimed in 1963 by the World Federation of Twin Towns.", misburgDay),
	}
}
