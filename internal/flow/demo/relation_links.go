package demo

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/engine/record"
)

// relationLinks returns who carries which relation, and which cities meet Hannover in the network of music cities.
func relationLinks() []link.Link {
	return []link.Link{
		carries("hannover-bristol-gesellschaft-e-v", "bristol", bristolClub),
		carries("bristol-hannover-council", "bristol", bristolPeers),
		carries("deutsch-franzoesische-gesellschaft-hannover-e-v", "perpignan", onPerpignan),
		carries("antenne-metropole", "perpignan", onPerpignan),
		carries("initiative-buergerbegegnung-hannover-rouen", "rouen", plaque),
		carries("komitee-niedersachsen-normandie-e-v", "rouen", onRouen),
		carries("kleine-gallier-e-v", "rouen", onRouen),
		carries("deutsch-franzoesische-gesellschaft-hannover-e-v", "rouen", onRouen),
		carries("amis-du-jumelage-rouen-hanovre", "rouen", rouenFriends),
		carries("freundeskreis-malawi-und-staedtepartnerschaft-hannover-blantyre-e-v", "blantyre", onBlantyre),
		carries("malawi-stiftung-fuer-aids-waisen", "blantyre", onBlantyre),
		carries("igs-list", "blantyre", onBlantyre),
		carries("jacaranda-school", "blantyre", onBlantyre),
		carries("deutsch-polnische-gesellschaft-hannover-e-v", "poznan", onPoznan),
		carries("polonia-e-v", "poznan", cityNews),
		carries("hochschule-hannover", "poznan", onPoznan),
		carries("university-of-the-arts-poznan", "poznan", onPoznan),
		carries("deutsch-japanischer-freundschaftskreis-hannover-hiroshima-yukokai-e-v", "hiroshima", plaque),
		carries("hiroshima-buendnis-hannover", "hiroshima", plaque),
		carries("deutsch-japanische-gesellschaft-hannover-chado-kai-e-v", "hiroshima", teaSociety),
		carries("hiroshima-hannover-partnership-society", "hiroshima", hiroshimaIn14),

		carries("freundeskreis-hannover-changde", "changde", changdeStory),
		carries("changde-centrum-gmbh", "changde", migration),
		carries("wasser-hannover-gmbh", "changde", changdeGuests),
		carries("chinesisches-zentrum", "changde", changdeStory),
		carries("hannoverimpuls", "changde", changdeGuests),
		carries("niedersaechsische-ostgesellschaft", "ivanovo", paper1497),
		carries("freundschaftskreis-hannover-iwanowo", "ivanovo", paper1497),
		carries("cvjm-hannover", "ivanovo", paper1497),
		carries("evangelisch-lutherischer-stadtkirchenverband", "ivanovo", paper1497),
		carries("ukrainischer-verein-in-niedersachsen-e-v", "mykolaiv", ukraineClub),
		carries("hanover-helps-e-v", "mykolaiv", ukraineClub),
		carries("enercity", "mykolaiv", mykolaiv2025),
		carries("hanova", "mykolaiv", mykolaiv2025),
		carries("stadtentwaesserung", "mykolaiv", mykolaiv2025),
		carries("feuerwehr", "mykolaiv", mykolaiv2025),
		carries("fachbereich-umwelt-und-stadtgruen", "mykolaiv", mykolaiv2025),
		carries("staedtische-haefen", "mykolaiv", mykolaiv2025),

		carries("verein-partnerschaft-ahlem-petit-couronne", "petit-couronne", "hannover.de, niedersachsennormandie.de"),
		carries("patenschaftskomitee-misburg-anderten", "ring-misburg-anderten", misburgRing),

		tied("bordeaux-bristol", to("bordeaux"), link.Follows, to("bristol"), "", i18n.Of(
			"de", "über den gemeinsamen Partner Bristol", "en", "through the common partner Bristol"), tOnline),
		tied("jacaranda-igs-list", of("jacaranda-school"), link.Cooperate, of("igs-list"), "2017", i18n.Of(
			"de", "Schulpartnerschaft", "en", "school partnership"), onBlantyre),
		tied("hochschule-uap", of("hochschule-hannover"), link.Cooperate, of("university-of-the-arts-poznan"), "", "", onPoznan),

		musicFocusCity("belfast"), musicFocusCity("daegu"), musicFocusCity("gent"),
		musicFocusCity("katowice"), musicFocusCity("liverpool"), musicFocusCity("london-ontario"),
	}
}

// carries ties an actor to the relation that it supports.
func carries(actor, relation string, by cite) link.Link {
	return tied(actor+"-"+relation, of(actor), link.Supports, to(relation), "", "", by)
}

// musicFocusCity ties a city to the network of music cities, in which it is one of those that Hannover works with in 2025.
func musicFocusCity(key string) link.Link {
	network := record.Ref{Kind: "network", ID: id("network", "unesco-creative-cities-network")}
	return during("2025", tied(key+"-music", on(key), link.Cooperate, network, "", i18n.Of(
		"de", "Schwerpunktstadt der Arbeit als UNESCO City of Music", "en", "focus city of the work as UNESCO City of Music"), musicFocus))
}

// during says that a link was an event, on the day or in the month or year when: it does not last.
func during(when date.Partial, l link.Link) link.Link {
	l.Since, l.Until = when, when
	return l
}

// tied is a link; tag tells it from all others.
func tied(tag string, subject record.Ref, role link.Role, object record.Ref, since date.Partial, note i18n.Text, by cite) link.Link {
	return link.Link{
		Base: record.Base{ID: id("link", tag)}, Subject: subject, Role: role, Object: object, Since: since, Note: note, Source: by.where(),
	}
}
