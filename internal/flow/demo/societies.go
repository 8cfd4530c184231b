package demo

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/engine/record"
)

// societies returns the actors who carry the relations with the administration: societies, associations, schools and
// companies on both sides.
func societies() []party.Organisation {
	return []party.Organisation{
		founded("1952", actor("hannover-bristol-gesellschaft-e-v", "Hannover-Bristol-Gesellschaft e. V.", party.Society, "hannover",
			"Alle zwei Jahre Bürgerreisen nach Bristol, Wohnen in Gastfamilien. Schirmherr ist der Oberbürgermeister von Hannover.",
			"Citizens’ trips to Bristol every two years, stays with host families. Its patron is the Lord Mayor of Hannover.",
			"https://hannover-bristol-gesellschaft.de")),
		founded("1948", actor("bristol-hannover-council", "Bristol-Hannover Council", party.Society, "bristol",
			"Das Gegenstück in Bristol; es vermittelt Gastfamilien. Schirmherr ist der Lord Mayor von Bristol.",
			"The counterpart in Bristol; it finds host families. Its patron is the Lord Mayor of Bristol.", "https://bristolhannovercouncil.org.uk")),
		actor("deutsch-franzoesische-gesellschaft-hannover-e-v", "Deutsch-Französische Gesellschaft Hannover e. V.", party.Society, "hannover",
			"Deutsch-französische Gesellschaft für Perpignan und Rouen.", "The Franco-German society for Perpignan and Rouen.", ""),
		actor("antenne-metropole", "Antenne Métropole", party.Association, "",
			"Auf der Stadtseite als Partner für Perpignan genannt.", "Named on the city page as a partner for Perpignan.", ""),
		actor("initiative-buergerbegegnung-hannover-rouen", "Initiative Bürgerbegegnung Hannover-Rouen", party.Society, "hannover",
			"Bringt Menschen aus Hannover und Rouen zusammen.", "Brings people from Hannover and Rouen together.", ""),
		actor("komitee-niedersachsen-normandie-e-v", "Komitee Niedersachsen-Normandie e. V.", party.Society, "hannover",
			"Auf der Stadtseite zu Rouen genannt.", "Named on the city page on Rouen.", ""),
		actor("kleine-gallier-e-v", "Kleine Gallier e. V.", party.Association, "hannover",
			"Auf der Stadtseite zu Rouen genannt.", "Named on the city page on Rouen.", ""),
		actor("amis-du-jumelage-rouen-hanovre", "Amis du Jumelage Rouen-Hanovre", party.Society, "rouen",
			"Der Freundeskreis in Rouen.", "The friends of the twinning in Rouen.", "https://amisdujumelagerouenhanovre.eu"),
		actor("freundeskreis-malawi-und-staedtepartnerschaft-hannover-blantyre-e-v",
			"Freundeskreis Malawi und Städtepartnerschaft Hannover-Blantyre e. V.", party.Society, "hannover",
			"Beginnt als Freundeskreis Tanganyika und weitet sich 1961 auf Zentral- und Ostafrika aus.",
			"Begins as Freundeskreis Tanganyika and widens to Central and East Africa in 1961.", ""),
		founded("2002", actor("malawi-stiftung-fuer-aids-waisen", "Malawi-Stiftung für AIDS-Waisen", party.Association, "hannover",
			"Stiftung für Kinder, die ihre Eltern durch AIDS verloren haben.", "A foundation for children who have lost their parents to AIDS.", "")),
		actor("deutsch-polnische-gesellschaft-hannover-e-v", "Deutsch-Polnische Gesellschaft Hannover e. V.", party.Society, "hannover",
			"Entsteht ungefähr gleichzeitig mit der Partnerschaft.", "Founded at about the same time as the twinning.", ""),
		actor("polonia-e-v", "Polonia e. V.", party.Association, "hannover",
			"Fährt mit dem Rad von Hannover nach Poznań.", "Cycles from Hannover to Poznań.", ""),
		actor("deutsch-japanischer-freundschaftskreis-hannover-hiroshima-yukokai-e-v",
			"Deutsch-Japanischer Freundschaftskreis Hannover-Hiroshima-Yukokai e. V.", party.Society, "hannover",
			"Deutsch-japanischer Freundschaftskreis für Hiroshima.", "The German-Japanese circle of friends for Hiroshima.", ""),
		actor("hiroshima-buendnis-hannover", "Hiroshima-Bündnis Hannover", party.Association, "hannover",
			"Bündnis für Hiroshima, mit der Stadtplakette geehrt.", "An alliance for Hiroshima, honoured with the city’s plaque.", ""),
		actor("deutsch-japanische-gesellschaft-hannover-chado-kai-e-v", "Deutsch-Japanische Gesellschaft Hannover Chado-Kai e. V.", party.Society, "hannover",
			"Teehaus und Bürgerreisen mit Aufenthalt in Familien in Hiroshima.", "Tea house and citizens’ trips with stays in families in Hiroshima.",
			"https://djg-hannover.de"),
		short("HHPS", actor("hiroshima-hannover-partnership-society", "Hiroshima-Hannover Partnership Society", party.Society, "hiroshima",
			"Die Partnerschaftsgesellschaft in Hiroshima.", "The partnership society in Hiroshima.", "")),
		actor("igs-list", "IGS List", party.School, "hannover",
			"Seit 2017 Partnerschule der Jacaranda School.", "Partner school of the Jacaranda School since 2017.", ""),
		actor("jacaranda-school", "Jacaranda School", party.School, "blantyre",
			"Seit 2017 Partnerschule der IGS List.", "Partner school of IGS List since 2017.", ""),
		actor("hochschule-hannover", "Hochschule Hannover", party.University, "hannover",
			"Arbeitet mit der Kunstuniversität Poznań zusammen.", "Works with the University of the Arts Poznań.", ""),
		named("Kunstuniversität Poznań", "University of the Arts Poznań", short("UAP", actor("university-of-the-arts-poznan", "", party.University, "poznan",
			"Arbeitet mit der Hochschule Hannover zusammen.", "Works with Hochschule Hannover.", ""))),

		founded("2014", actor("freundeskreis-hannover-changde", "Freundeskreis Hannover-Changde", party.Society, "hannover",
			"Freundeskreis für Changde.", "The circle of friends for Changde.", "")),
		founded("2018", actor("changde-centrum-gmbh", "Changde Centrum GmbH", party.Company, "hannover",
			"Eröffnet am 23. April 2018 mit einem Festakt im Neuen Rathaus.", "Opened on 23 April 2018 with a ceremony in the New Town Hall.", "https://changde-centrum.de")),
		actor("wasser-hannover-gmbh", "Wasser Hannover GmbH", party.Company, "hannover",
			"Spricht 2019 mit der Delegation aus Changde.", "Talks with the delegation from Changde in 2019.", ""),
		actor("chinesisches-zentrum", "Chinesisches Zentrum", party.Association, "hannover",
			"In der Geschichte der Kooperation mit Changde genannt.", "Named in the story of the cooperation with Changde.", ""),

		actor("niedersaechsische-ostgesellschaft", "Niedersächsische Ostgesellschaft", party.Society, "",
			"Die Drucksache nennt sie in einer Zeile mit dem Freundschaftskreis Hannover-Iwanowo. Ob es zwei Vereine sind oder einer, ist nicht klar.",
			"The council paper names it on one line with the Freundschaftskreis Hannover-Iwanowo. Whether these are two bodies or one is not clear.", ""),
		actor("freundschaftskreis-hannover-iwanowo", "Freundschaftskreis Hannover-Iwanowo", party.Society, "",
			"Die Drucksache nennt ihn in einer Zeile mit der Niedersächsischen Ostgesellschaft. Ob es zwei Vereine sind oder einer, ist nicht klar.",
			"The council paper names it on one line with the Niedersächsische Ostgesellschaft. Whether these are two bodies or one is not clear.", ""),
		actor("cvjm-hannover", "CVJM Hannover", party.Association, "hannover",
			"Tauscht zwanzig Jahre lang Jugendliche mit Iwanowo aus, bevor es eine Vereinbarung gibt.",
			"Exchanges young people with Ivanovo for twenty years before there is an agreement.", ""),
		actor("evangelisch-lutherischer-stadtkirchenverband", "Evangelisch-lutherischer Stadtkirchenverband", party.Association, "",
			"In der Drucksache zu Iwanowo genannt.", "Named in the council paper on Ivanovo.", ""),

		actor("ukrainischer-verein-in-niedersachsen-e-v", "Ukrainischer Verein in Niedersachsen e. V.", party.Association, "",
			"Trägt die Solidaritätspartnerschaft mit Mykolajiw mit.", "Helps to carry the solidarity partnership with Mykolaiv.", "https://hannover-ukraine.de"),
		actor("hanover-helps-e-v", "Hanover Helps e. V.", party.Association, "",
			"Trägt die Solidaritätspartnerschaft mit Mykolajiw mit.", "Helps to carry the solidarity partnership with Mykolaiv.", "https://hanover-helps.de"),

		founded("1981", actor("verein-partnerschaft-ahlem-petit-couronne", "Verein zur Förderung der Partnerschaft (Ahlem – Petit-Couronne)", party.Society, "hannover",
			"Trägt die Partnerschaft von Ahlem mit Petit-Couronne.", "Carries the partnership of Ahlem with Petit-Couronne.", "")),
		actor("patenschaftskomitee-misburg-anderten", "Patenschaftskomitee Misburg-Anderten", party.Association, "misburg-anderten",
			"Fünf Mitglieder des Bezirksrats, fünf der AMK und eines der Verwaltung; den Vorsitz hat die Zivilgesellschaft.",
			"Five members of the district council, five of the AMK and one of the administration; the chair comes from the civil side.", ""),
	}
}

// actor is an organisation outside the administration. where is the key of its place, empty if that is not known.
func actor(key, name string, form party.Form, where, de, en, website string) party.Organisation {
	o := party.Organisation{
		Base: record.Base{ID: id("organisation", key)}, Name: alike(name), Form: form,
		Summary: i18n.Of("de", de, "en", en), Website: website,
	}
	if where != "" {
		o.Place = id("place", where)
	}
	return o
}

// founded says since when an organisation exists.
func founded(in date.Partial, o party.Organisation) party.Organisation {
	o.Since = in
	return o
}

// named gives an organisation whose name differs by language its two names.
func named(de, en string, o party.Organisation) party.Organisation {
	o.Name = i18n.Of("de", de, "en", en)
	return o
}

// short gives an organisation's abbreviation.
func short(s string, o party.Organisation) party.Organisation {
	o.Short = s
	return o
}

// plaqueHolders are the eight societies that the city honoured with its plaque in 2022.
func plaqueHolders() []string {
	return []string{
		"deutsch-franzoesische-gesellschaft-hannover-e-v",
		"deutsch-japanische-gesellschaft-hannover-chado-kai-e-v",
		"deutsch-japanischer-freundschaftskreis-hannover-hiroshima-yukokai-e-v",
		"deutsch-polnische-gesellschaft-hannover-e-v",
		"freundeskreis-malawi-und-staedtepartnerschaft-hannover-blantyre-e-v",
		"hannover-bristol-gesellschaft-e-v",
		"hiroshima-buendnis-hannover",
		"initiative-buergerbegegnung-hannover-rouen",
	}
}

// societyFacts returns what sources say of the societies.
func societyFacts() []fact.Fact {
	const (
		malawi  = "freundeskreis-malawi-und-staedtepartnerschaft-hannover-blantyre-e-v"
		bristol = "hannover-bristol-gesellschaft-e-v"
		yukokai = "deutsch-japanischer-freundschaftskreis-hannover-hiroshima-yukokai-e-v"
	)
	began := func(key, tag string, f fact.Fact, by ...cite) fact.Fact {
		return said("organisation", key, "since", tag, f, by...)
	}
	event := func(key, tag string, in date.Partial, de, en string, by ...cite) fact.Fact {
		return said("organisation", key, "milestone", tag, fact.Fact{AsOf: in, Text: i18n.Of("de", de, "en", en)}, by...)
	}
	facts := []fact.Fact{
		began(bristol, "1952", fact.Fact{Day: "1952", Preferred: true, Note: i18n.Of(
			"de", "gegründet vom Leiter der städtischen Schulverwaltung", "en", "founded by the city’s head of schools")}, discover70, bristolPapers),
		began(bristol, "1976", fact.Fact{Day: "1976-06", Note: i18n.Of(
			"de", "als Verein eingetragen, nach dem Zusammenschluss mit der Deutsch-Englischen Gesellschaft",
			"en", "registered as an association after merging with the Deutsch-Englische Gesellschaft")}, bristolClub, bristolPapers),
		began("bristol-hannover-council", "1948", fact.Fact{Day: "1948"}, bristolPapers),
		remark("organisation", "bristol-hannover-council", "patron", fact.Partner, "", "Schirmherr ist der Lord Mayor von Bristol.", "Its patron is the Lord Mayor of Bristol.", bristolPeers),
		event(malawi, "1961", "1961", "Der Freundeskreis Tanganyika weitet sich auf Zentral- und Ostafrika aus.", "Freundeskreis Tanganyika widens to Central and East Africa.", malawiFriends),
		event(malawi, "2010", "2010", "Der Verein erhält seinen heutigen Namen.", "The society takes its present name.", malawiFriends),
		event(malawi, "2012", "2012", "Eine andere Quelle nennt 2012 als Jahr des neuen Namens.", "Another source names 2012 as the year of the new name.", cityNews),
		began("malawi-stiftung-fuer-aids-waisen", "2002", fact.Fact{Day: "2002"}, onBlantyre),
		began("deutsch-polnische-gesellschaft-hannover-e-v", "1979", fact.Fact{Day: "1979", Qualifier: fact.About, Note: i18n.Of(
			"de", "ungefähr gleichzeitig mit der Partnerschaft", "en", "about the same time as the twinning")}, onPoznan),
		began(yukokai, "1985", fact.Fact{Day: "1985", Qualifier: fact.Inferred, Note: i18n.Of(
			"de", "Eine Seite kündigt das 25-jährige Bestehen für Mittwoch, den 26. Mai an; das passt zu 2010. Das Jahr selbst steht nirgends.",
			"en", "A page announces the 25-year jubilee for Wednesday 26 May; that fits 2010. The year itself is not stated.")}, discoverHi),
		remark("organisation", yukokai, "spelling", fact.Third, "", "Neben Yukokai kommt die Schreibweise Yokokai vor.", "Beside Yukokai the spelling Yokokai occurs.", discoverHi),
		began("freundeskreis-hannover-changde", "2014", fact.Fact{Day: "2014"}, changdeStory),
		began("changde-centrum-gmbh", "2018", fact.Fact{Day: "2018-04-23", Note: i18n.Of("de", "Eröffnung", "en", "opening")}, migration),
		began("verein-partnerschaft-ahlem-petit-couronne", "1981", fact.Fact{Day: "1981"}, "hannover.de und niedersachsennormandie.de"),
		remark("organisation", "patenschaftskomitee-misburg-anderten", "seats", fact.Third, "", "Das Komitee hat elf Sitze: fünf für den Bezirksrat, fünf für die AMK, einen für die Verwaltung.",
			"The committee has eleven seats: five for the district council, five for the AMK, one for the administration.", misburgRing),
	}
	for _, key := range plaqueHolders() {
		facts = append(facts, event(key, "plaque", "2022-06-30",
			"Der Verein erhält die Stadtplakette, die zweithöchste Ehrung der Stadt nach der Ehrenbürgerschaft.",
			"The society receives the city’s plaque, its second-highest honour after honorary citizenship.",
			plaque, plaqueNews))
	}
	return facts
}
