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
			"Reist alle zwei Jahre mit Bürger*innen nach Bristol; gewohnt wird in Gastfamilien. Schirmherr ist der Oberbürgermeister von Hannover.",
			"Takes citizens to Bristol every two years; they stay with host families. Its patron is the Lord Mayor of Hannover.",
			"https://hannover-bristol-gesellschaft.de")),
		founded("1948", actor("bristol-hannover-council", "Bristol-Hannover Council", party.Society, "bristol",
			"Das Gegenstück in Bristol; es vermittelt Gastfamilien.",
			"The counterpart in Bristol; it finds host families.", "https://bristolhannovercouncil.org.uk")),
		actor("deutsch-franzoesische-gesellschaft-hannover-e-v", "Deutsch-Französische Gesellschaft Hannover e. V.", party.Society, "hannover",
			"Pflegt die Verbindung mit Perpignan und mit Rouen.", "Keeps up the ties with Perpignan and with Rouen.", ""),
		actor("antenne-metropole", "Antenne Métropole", party.Association, "",
			"Partner der Städtepartnerschaft mit Perpignan.", "A partner of the twinning with Perpignan.", ""),
		actor("initiative-buergerbegegnung-hannover-rouen", "Initiative Bürgerbegegnung Hannover-Rouen", party.Society, "hannover",
			"Bringt Menschen aus Hannover und Rouen zusammen.", "Brings people from Hannover and Rouen together.", ""),
		actor("komitee-niedersachsen-normandie-e-v", "Komitee Niedersachsen-Normandie e. V.", party.Society, "hannover",
			"Wirkt an der Städtepartnerschaft mit Rouen mit.", "Takes part in the twinning with Rouen.", ""),
		actor("kleine-gallier-e-v", "Kleine Gallier e. V.", party.Association, "hannover",
			"Wirkt an der Städtepartnerschaft mit Rouen mit.", "Takes part in the twinning with Rouen.", ""),
		actor("amis-du-jumelage-rouen-hanovre", "Amis du Jumelage Rouen-Hanovre", party.Society, "rouen",
			"Der Freundeskreis in Rouen.", "The friends of the twinning in Rouen.", "https://amisdujumelagerouenhanovre.eu"),
		actor("freundeskreis-malawi-und-staedtepartnerschaft-hannover-blantyre-e-v",
			"Freundeskreis Malawi und Städtepartnerschaft Hannover-Blantyre e. V.", party.Society, "hannover",
			"Entstanden als Freundeskreis Tanganyika.",
			"Began as Freundeskreis Tanganyika.", ""),
		founded("2002", actor("malawi-stiftung-fuer-aids-waisen", "Malawi-Stiftung für AIDS-Waisen", party.Association, "hannover",
			"Stiftung für Kinder, die ihre Eltern durch AIDS verloren haben.", "A foundation for children who have lost their parents to AIDS.", "")),
		actor("deutsch-polnische-gesellschaft-hannover-e-v", "Deutsch-Polnische Gesellschaft Hannover e. V.", party.Society, "hannover",
			"Begleitet die Partnerschaft mit Poznań seit ihren Anfängen.", "Has accompanied the twinning with Poznań from the start.", ""),
		actor("polonia-e-v", "Polonia e. V.", party.Association, "hannover",
			"Ist mit dem Rad von Hannover nach Poznań gefahren.", "Has cycled from Hannover to Poznań.", ""),
		actor("deutsch-japanischer-freundschaftskreis-hannover-hiroshima-yukokai-e-v",
			"Deutsch-Japanischer Freundschaftskreis Hannover-Hiroshima-Yukokai e. V.", party.Society, "hannover",
			"Pflegt die Freundschaft mit Hiroshima.", "Keeps up the friendship with Hiroshima.", ""),
		actor("hiroshima-buendnis-hannover", "Hiroshima-Bündnis Hannover", party.Association, "hannover",
			"Ein Bündnis für Hiroshima.", "An alliance for Hiroshima.", ""),
		actor("deutsch-japanische-gesellschaft-hannover-chado-kai-e-v", "Deutsch-Japanische Gesellschaft Hannover Chado-Kai e. V.", party.Society, "hannover",
			"Pflegt die Teekultur im Teehaus und reist mit Bürger*innen nach Hiroshima, wo sie in Familien wohnen.", "Keeps up the culture of tea in the tea house and takes citizens to Hiroshima, where they stay with families.",
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
			"Bringt Freund*innen Changdes zusammen.", "Brings friends of Changde together.", "")),
		founded("2018", actor("changde-centrum-gmbh", "Changde Centrum GmbH", party.Company, "hannover",
			"Verbindet Hannover mit Changde.", "Connects Hannover with Changde.", "https://changde-centrum.de")),
		actor("wasser-hannover-gmbh", "Wasser Hannover GmbH", party.Company, "hannover",
			"Sprach 2019 mit der Delegation aus Changde.", "Talked with the delegation from Changde in 2019.", ""),
		actor("chinesisches-zentrum", "Chinesisches Zentrum", party.Association, "hannover",
			"Gehört zur Geschichte der Kooperation mit Changde.", "Part of the story of the cooperation with Changde.", ""),

		actor("niedersaechsische-ostgesellschaft", "Niedersächsische Ostgesellschaft", party.Society, "",
			"Beteiligt an der Zusammenarbeit mit Iwanowo, gemeinsam mit dem Freundschaftskreis Hannover-Iwanowo oder als ein Verein mit ihm.",
			"Involved in the cooperation with Ivanovo, together with the Freundschaftskreis Hannover-Iwanowo or as one society with it.", ""),
		actor("freundschaftskreis-hannover-iwanowo", "Freundschaftskreis Hannover-Iwanowo", party.Society, "",
			"Beteiligt an der Zusammenarbeit mit Iwanowo, gemeinsam mit der Niedersächsischen Ostgesellschaft oder als ein Verein mit ihr.",
			"Involved in the cooperation with Ivanovo, together with the Niedersächsische Ostgesellschaft or as one society with it.", ""),
		actor("cvjm-hannover", "CVJM Hannover", party.Association, "hannover",
			"Hatte zwanzig Jahre lang Jugendliche mit Iwanowo ausgetauscht, bevor es eine Vereinbarung gab.",
			"Had exchanged young people with Ivanovo for twenty years before there was an agreement.", ""),
		actor("evangelisch-lutherischer-stadtkirchenverband", "Evangelisch-lutherischer Stadtkirchenverband", party.Association, "",
			"Beteiligt an der Zusammenarbeit mit Iwanowo.", "Involved in the cooperation with Ivanovo.", ""),

		actor("ukrainischer-verein-in-niedersachsen-e-v", "Ukrainischer Verein in Niedersachsen e. V.", party.Association, "",
			"Trägt die Solidaritätspartnerschaft mit Mykolajiw mit.", "Supports the solidarity partnership with Mykolaiv.", "https://hannover-ukraine.de"),
		actor("hanover-helps-e-v", "Hanover Helps e. V.", party.Association, "",
			"Trägt die Solidaritätspartnerschaft mit Mykolajiw mit.", "Supports the solidarity partnership with Mykolaiv.", "https://hanover-helps.de"),

		founded("1981", actor("verein-partnerschaft-ahlem-petit-couronne", "Verein zur Förderung der Partnerschaft (Ahlem – Petit-Couronne)", party.Society, "hannover",
			"Trägt die Partnerschaft von Ahlem mit Petit-Couronne.", "Supports the partnership of Ahlem with Petit-Couronne.", "")),
		actor("patenschaftskomitee-misburg-anderten", "Patenschaftskomitee Misburg-Anderten", party.Association, "misburg-anderten",
			"Hält den Ring der Partnerstädte zusammen. Den Vorsitz stellt die Zivilgesellschaft.",
			"Holds the ring of partner towns together. Its chair comes from civil society.", ""),
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
	presentName := i18n.Of("de", "Heutiger Name seit", "en", "Present name since")
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
		event(malawi, "1961", "1961", "Der Freundeskreis Tanganyika weitet seine Arbeit auf Zentral- und Ostafrika aus.", "Freundeskreis Tanganyika widened its work to Central and East Africa.", malawiFriends),
		said("organisation", malawi, "renamed", "2010", fact.Fact{Label: presentName, Day: "2010", Preferred: true}, malawiFriends),
		said("organisation", malawi, "renamed", "2012", fact.Fact{Label: presentName, Day: "2012"}, cityNews),
		began("malawi-stiftung-fuer-aids-waisen", "2002", fact.Fact{Day: "2002"}, onBlantyre),
		began("deutsch-polnische-gesellschaft-hannover-e-v", "1979", fact.Fact{Day: "1979", Qualifier: fact.Inferred, Note: i18n.Of(
			"de", "nach der Stadt ungefähr gleichzeitig mit der Partnerschaft", "en", "according to the city, at about the same time as the twinning")}, onPoznan),
		began(yukokai, "1985", fact.Fact{Day: "1985", Qualifier: fact.Inferred, Note: i18n.Of(
			"de", "Das 25-jährige Bestehen war für Mittwoch, den 26. Mai angekündigt, und der 26. Mai 2010 war ein Mittwoch.",
			"en", "The 25th anniversary was announced for Wednesday 26 May, and 26 May 2010 was a Wednesday.")}, discoverHi),
		remark("organisation", yukokai, "spelling", fact.Third, "", "Der Name wird auch Yokokai geschrieben.", "The name is also spelt Yokokai.", discoverHi),
		began("freundeskreis-hannover-changde", "2014", fact.Fact{Day: "2014"}, changdeStory),
		began("changde-centrum-gmbh", "2018", fact.Fact{Day: "2018-04-23", Note: i18n.Of("de", "Eröffnung", "en", "opening")}, migration),
		began("verein-partnerschaft-ahlem-petit-couronne", "1981", fact.Fact{Day: "1981"}, "hannover.de, niedersachsennormandie.de"),
		remark("organisation", "patenschaftskomitee-misburg-anderten", "seats", fact.Third, "", "Das Komitee hat elf Sitze: fünf für den Bezirksrat, fünf für die AMK, einen für die Verwaltung.",
			"The committee has eleven seats: five for the district council, five for the AMK, one for the administration.", misburgRing),
	}
	for _, key := range plaqueHolders() {
		facts = append(facts, event(key, "plaque", "2022-06-30",
			"Der Verein erhält die Stadtplakette, nach der Ehrenbürgerschaft die zweithöchste Ehrung der Stadt.",
			"The society received the city’s plaque, its second-highest honour after honorary citizenship.",
			plaque, plaqueNews))
	}
	return facts
}
