package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/engine/record"
)

// restLinks returns which paper concerns which relation or network, and what ties networks, projects and units.
func restLinks() []link.Link {
	var links []link.Link
	for _, city := range []string{"bristol", "perpignan", "rouen", "blantyre", "poznan", "hiroshima", "leipzig"} {
		links = append(links,
			concerns("ds-0076-2014", "relation", city, paper0076),
			concerns("ds-3168-2017", "relation", city, paper3168))
	}
	return append(links,
		concerns("ds-0023-2019", "relation", "blantyre", paper0023),
		concerns("ds-1497-2009-n1", "relation", "ivanovo", paper1497),
		concerns("ds-2597-2013", "relation", "diyarbakir", paper2597),
		concerns("ds-2337-2018", "relation", "diyarbakir", paper2337),
		concerns("ds-15-0907-2010", "relation", "ring-misburg-anderten", paper0907),
		concerns("ds-1153-2018", "network", "die-hanse", paper1153),
		concerns("ds-0613-2022", "network", "die-hanse", paper0613),
		concerns("ds-2293-2019", "network", "eurocities", paper2293),
		concerns("ds-0383-2019", "network", "eurocities", concept2019),
		concerns("ds-0963-2021", "network", "mayors-for-peace", paper0963),
		concerns("ds-0248-2018", "network", "eusea", paper0248),
		concerns("ds-2152-2006", "network", "icorn", paper2152),

		tied("office-mayors-for-peace", of("buero-internationale-angelegenheiten"), link.Hosts, net("mayors-for-peace"), "", i18n.Of(
			"de", "Geschäftsstelle für Deutschland", "en", "Office for Germany"), portal2019),
		during("2023-11", tied("mayors-for-peace-hiroshima", net("mayors-for-peace"), link.Concerns, to("hiroshima"), "", i18n.Of(
			"de", "Zum Gegenbesuch aus Hiroshima gehörte die Bundeskonferenz der Mayors for Peace.",
			"en", "The return visit from Hiroshima included the federal conference of Mayors for Peace."), hiroshimaTrip)),
		tied("music-kansas-city", to("kansas-city"), link.PartOf, net("unesco-creative-cities-network"), "", i18n.Of(
			"de", "Beide Städte sind UNESCO Cities of Music.", "en", "Both cities are UNESCO Cities of Music."), musicCities),
		tied("wells-agenda-2030", work("blantyre-wells-trees"), link.PartOf, net("agenda-2030-musterresolution"), "", i18n.Of(
			"de", "Das Projekt beruft sich auf die Resolution.", "en", "The project refers to the resolution."), wellsProject),
		tied("unesco-music", of("unesco"), link.Supports, net("unesco-creative-cities-network"), "", i18n.Of(
			"de", "Das Netzwerk gehört zur UNESCO.", "en", "The network belongs to UNESCO."), report2020),
		tied("leibniz-tsinghua", of("leibniz-universitaet-hannover"), link.Cooperate, of("tsinghua-universitaet"), "2019-05-08", i18n.Of(
			"de", "Austausch über Wassermanagement", "en", "Exchange on water management"), portal2019),
	)
}

// concerns ties a council paper to the record that it is about.
func concerns(paper, kind, key string, by cite) link.Link {
	return tied(paper+"-"+key, record.Ref{Kind: "paper", ID: id("paper", paper)}, link.Concerns,
		record.Ref{Kind: kind, ID: id(kind, key)}, "", "", by)
}

// net refers to the network of this key.
func net(key string) record.Ref { return record.Ref{Kind: "network", ID: id("network", key)} }

// work refers to the project of this key.
func work(key string) record.Ref { return record.Ref{Kind: "project", ID: id("project", key)} }
