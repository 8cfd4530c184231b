package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/engine/record"
)

// papers returns the council papers on which relations, memberships and reports rest. Of most only number, year and
// subject are known; a vote that no source states stays empty.
func papers() []paper.Paper {
	information := i18n.Of("de", "Informationsdrucksache", "en", "Information paper")
	mayorsCommittee := i18n.Of(
		"de", "Ausschuss für Angelegenheiten des Geschäftsbereiches des Oberbürgermeisters",
		"en", "Committee on matters of the Lord Mayor’s office")
	return []paper.Paper{
		{
			Base:   record.Base{ID: id("paper", "ds-0383-2019")},
			Number: "0383/2019",
			Title: i18n.Of(
				"de", "Handlungskonzept „Hannover – internationale Stadt“",
				"en", "Action concept “Hannover – international city”"),
			Body: i18n.Of(
				"de", "Informationsdrucksache für 13 Ausschüsse",
				"en", "Information paper to 13 committees"),
			Dated: "2019",
		},
		{
			Base:   record.Base{ID: id("paper", "ds-0076-2014")},
			Number: "0076/2014",
			Title: i18n.Of(
				"de", "Städtepartnerschaften: Handlungsfelder und Ausblick",
				"en", "Town twinnings: fields of action and outlook"),
			Body:    information,
			Dated:   "2014",
			Website: paper0076.url(),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-3168-2017")},
			Number: "3168/2017",
			Title:  i18n.Of("de", "Bericht über die Städtepartnerschaften", "en", "Report on town twinning"),
			Body:   information,
			Dated:  "2017",
		},
		{
			Base:   record.Base{ID: id("paper", "ds-0023-2019")},
			Number: "0023/2019",
			Title: i18n.Of(
				"de", "Reisebericht: Delegation des Rates in Blantyre 2018",
				"en", "Trip report: council delegation to Blantyre in 2018"),
			Dated: "2019",
			Resolution: i18n.Of(
				"de", "Zum 50. Jahr der Partnerschaft war eine Delegation des Rates vom 2. bis 8. Oktober 2018 in Blantyre. Der Bericht nennt die Ergebnisse.",
				"en", "A delegation of the council was in Blantyre from 2 to 8 October 2018, in the 50th year of the twinning. The report states the results."),
		},
		{
			Base:    record.Base{ID: id("paper", "ds-1153-2018")},
			Number:  "1153/2018",
			Title:   i18n.Of("de", "Beitritt zum Städtebund DIE HANSE", "en", "Accession to the Hanse"),
			Body:    mayorsCommittee,
			Dated:   "2018",
			Decided: "2018-06-21",
			Result:  paper.Adopted,
			Resolution: i18n.Of(
				"de", "Hannover tritt dem Städtebund DIE HANSE bei, so der einstimmige Beschluss des Rates.",
				"en", "Hannover is to join the Hanse, as the council decided unanimously."),
			Website: paper1153.url(),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-0613-2022")},
			Number: "0613/2022",
			Title: i18n.Of(
				"de", "Anfrage: Was hat die Mitgliedschaft in der Hanse gebracht?",
				"en", "Query: what has membership in the Hanse yielded?"),
			Dated:   "2022",
			Website: paper0613.url(),
		},
		{
			Base:    record.Base{ID: id("paper", "ds-2293-2019")},
			Number:  "2293/2019",
			Title:   i18n.Of("de", "Beitritt zu EUROCITIES", "en", "Accession to EUROCITIES"),
			Body:    mayorsCommittee,
			Dated:   "2019",
			Website: paper2293.url(),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-0963-2021")},
			Number: "0963/2021",
			Title: i18n.Of(
				"de", "Mayors for Peace: Beitritt zum European Chapter",
				"en", "Mayors for Peace: joining the European Chapter"),
			Dated:  "2021",
			Result: paper.Adopted,
			Resolution: i18n.Of(
				"de", "Hannover ist dem European Chapter am 1. Juni 2021 beigetreten.",
				"en", "Hannover joined the European Chapter on 1 June 2021."),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-0248-2018")},
			Number: "0248/2018",
			Title:  i18n.Of("de", "Mitgliedschaft in EUSEA", "en", "Membership in EUSEA"),
			Dated:  "2018",
		},
		{
			Base:   record.Base{ID: id("paper", "ds-2152-2006")},
			Number: "2152/2006",
			Title: i18n.Of(
				"de", "Beitritt zum Netzwerk der Zufluchtsstädte ICORN",
				"en", "Accession to the cities of refuge network ICORN"),
			Dated: "2006",
		},
		{
			Base:   record.Base{ID: id("paper", "ds-1497-2009-n1")},
			Number: "1497/2009 N1",
			Title: i18n.Of(
				"de", "Iwanowo: Aus der Kooperation eine Partnerschaft machen",
				"en", "Ivanovo: turning the cooperation into a twinning"),
			Dated:  "2009",
			Result: paper.Rejected,
			Resolution: i18n.Of(
				"de", "Antwort auf eine Eingabe: Iwanowo wird keine Partnerstadt.",
				"en", "Reply to a petition: Ivanovo does not become a twin town."),
			Website: paper1497.url(),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-2597-2013")},
			Number: "2597/2013",
			Title: i18n.Of(
				"de", "Antrag: Städtepartnerschaft mit Diyarbakır",
				"en", "Motion: town twinning with Diyarbakır"),
			Dated: "2013",
			Resolution: i18n.Of(
				"de", "Ein Ausschuss stimmt am 27. März 2014 mit 7 zu 4 Stimmen ab.",
				"en", "A committee voted 7 to 4 on 27 March 2014."),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-2337-2018")},
			Number: "2337/2018",
			Title: i18n.Of(
				"de", "Antrag: Städtefreundschaft mit Diyarbakır",
				"en", "Motion: friendship with Diyarbakır"),
			Dated: "2018",
		},
		{
			Base:   record.Base{ID: id("paper", "ds-1593-2010")},
			Number: "1593/2010",
			Title: i18n.Of(
				"de", "Anfrage: Kosten der Reise zur Expo nach Shanghai",
				"en", "Query: costs of the trip to Expo Shanghai"),
			Dated: "2010",
			Resolution: i18n.Of(
				"de", "Die Anfrage gilt rund 10.000 Euro je Person.",
				"en", "The query is about some 10,000 euros per person."),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-15-0907-2010")},
			Number: "15-0907/2010",
			Title: i18n.Of(
				"de", "Delegation des Stadtbezirks nach Bollnäs",
				"en", "Delegation of the city district to Bollnäs"),
			Dated: "2010",
			Resolution: i18n.Of(
				"de", "Delegierte des Stadtbezirks waren vom 24. bis 28. Juli 2010 in Bollnäs. Der Verwaltungsausschuss genehmigte die Dienstreise; auf Tagegeld verzichteten die Delegierten.",
				"en", "Delegates of the district were in Bollnäs from 24 to 28 July 2010. The Verwaltungsausschuss approved the trip; the delegates waived their daily allowances."),
		},
		{
			Base:   record.Base{ID: id("paper", "ds-15-0772-2013-n1")},
			Number: "15-0772/2013 N1",
			Title: i18n.Of(
				"de", "Delegation des Stadtbezirks nach Kopenhagen",
				"en", "Delegation of the city district to Copenhagen"),
			Dated: "2013",
			Resolution: i18n.Of(
				"de", "Die Reise fand vom 23. bis 25. Mai 2013 statt.",
				"en", "The trip took place from 23 to 25 May 2013."),
		},
	}
}
