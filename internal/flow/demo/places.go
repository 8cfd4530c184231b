package demo

import (
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// places returns the places that relations, networks and projects refer to. A place comes before those that lie in it.
// Points and time zones are those of Natural Earth and GeoNames; where no such point was found, there is none.
func places() []place.Place {
	return slices.Concat(homePlaces(), twinPlaces(), cooperationPlaces(), districtPlaces(), otherPlaces())
}

// homePlaces are the city itself and its districts with partners of their own. A district has no point: it measures from
// the city's.
func homePlaces() []place.Place {
	return []place.Place{
		{
			Base: record.Base{ID: id("place", "hannover")},
			Name: i18n.Of("de", "Hannover", "en", "Hannover", "fr", "Hanovre", "ru", "Ганновер", "zh", "汉诺威"),
			Aliases: []place.Alias{
				also("Hanover", "en"), also("Landeshauptstadt Hannover", "de"), also("City of Hannover", "en"), also("LHH", "de"),
			},
			Level: place.City, Country: "DE", Lat: "52.36697", Lon: "9.71666", Zone: "Europe/Berlin", Local: "de",
			Wikidata: "Q1715", GeoNames: "2910831", Website: "https://www.hannover.de",
		},
		{
			Base:  record.Base{ID: id("place", "ahlem-badenstedt-davenstedt")},
			Name:  alike("Ahlem-Badenstedt-Davenstedt"),
			Level: place.District, Country: "DE", Parent: id("place", "hannover"), Zone: "Europe/Berlin", Local: "de",
			Aliases: []place.Alias{formerly("Ahlem", "de")},
			About: i18n.Of(
				"de", "Stadtbezirk von Hannover. Ahlem war bis 1974 eine selbstständige Gemeinde.",
				"en", "A district of Hannover. Ahlem was a municipality of its own until 1974."),
		},
		{
			Base:  record.Base{ID: id("place", "misburg-anderten")},
			Name:  alike("Misburg-Anderten"),
			Level: place.District, Country: "DE", Parent: id("place", "hannover"), Zone: "Europe/Berlin", Local: "de",
			Aliases: []place.Alias{formerly("Misburg", "de"), formerly("Anderten", "de")},
			About: i18n.Of(
				"de", "Stadtbezirk von Hannover, entstanden aus den Gemeinden Misburg und Anderten. Die damalige Stadt Misburg erhielt 1972 die Europafahne.",
				"en", "A district of Hannover, formed from the municipalities of Misburg and Anderten. What was then the town of Misburg received the Flag of Europe in 1972."),
		},
	}
}

// twinPlaces are the seven twin towns.
func twinPlaces() []place.Place {
	return []place.Place{
		{
			Base:    record.Base{ID: id("place", "bristol")},
			Name:    i18n.Of("de", "Bristol", "en", "Bristol", "es", "Brístol", "fr", "Bristol", "ru", "Бристоль", "zh", "布里斯托尔"),
			Aliases: []place.Alias{formerly("Brycgstow", "ang")},
			Level:   place.City, Country: "GB", Lat: "51.45", Lon: "-2.58332", Zone: "Europe/London", Local: "en",
			Wikidata: "Q23154", GeoNames: "2654675", Website: "https://www.bristol.gov.uk",
		},
		{
			Base: record.Base{ID: id("place", "perpignan")},
			Name: i18n.Of("ca", "Perpinyà", "de", "Perpignan", "en", "Perpignan", "es", "Perpiñán", "fr", "Perpignan",
				"ru", "Перпиньян", "zh", "佩皮尼昂"),
			Aliases: []place.Alias{
				also("Perpinyà", "ca"), also("Perpiñán", "es"), also("Перпиньян", "ru"), formerly("Villa Perpinianum", "la"),
			},
			Level: place.City, Country: "FR", Lat: "42.69999", Lon: "2.89997", Zone: "Europe/Paris", Local: "fr",
			Wikidata: "Q6730", GeoNames: "2987914", Website: "https://www.mairie-perpignan.fr",
		},
		{
			Base:    record.Base{ID: id("place", "rouen")},
			Name:    i18n.Of("de", "Rouen", "en", "Rouen", "es", "Ruan", "fr", "Rouen", "ru", "Руан", "zh", "鲁昂"),
			Aliases: []place.Alias{formerly("Rothomagus", "la"), formerly("Roano", "it")},
			Level:   place.City, Country: "FR", Lat: "49.43041", Lon: "1.07998", Zone: "Europe/Paris", Local: "fr",
			Wikidata: "Q30974", GeoNames: "2982652", Website: "https://rouen.fr",
		},
		{
			Base: record.Base{ID: id("place", "blantyre")},
			Name: i18n.Of("de", "Blantyre", "en", "Blantyre", "es", "Blantyre", "fr", "Blantyre", "ru", "Блантайр", "zh", "布兰太尔"),
			About: i18n.Of(
				"de", "Stadt in Malawi, mit Limbe zu einer Doppelstadt verbunden. Sie heißt nach dem schottischen Ort, in dem David Livingstone geboren ist.",
				"en", "A city in Malawi that forms a double city with Limbe. It is named after the Scottish town where David Livingstone was born."),
			Level: place.City, Country: "MW", Lat: "-15.79001", Lon: "34.98995", Zone: "Africa/Blantyre", Local: "en",
			Wikidata: "Q188693", GeoNames: "931755", Website: "https://www.bccmw.com",
		},
		{
			Base: record.Base{ID: id("place", "poznan")},
			Name: i18n.Of("de", "Poznań", "en", "Poznań", "es", "Poznań", "fr", "Poznań", "pl", "Poznań", "ru", "Познань",
				"zh-Hant", "波茲南"),
			Aliases: []place.Alias{
				also("Poznan", ""), formerly("Posen", "de"), also("Познань", "ru"), also("波茲南", "zh-Hant"),
			},
			Level: place.City, Country: "PL", Lat: "52.40575", Lon: "16.89994", Zone: "Europe/Warsaw", Local: "pl",
			Wikidata: "Q268", GeoNames: "3088171", Website: "https://www.poznan.pl",
		},
		{
			Base: record.Base{ID: id("place", "hiroshima")},
			Name: i18n.Of("de", "Hiroshima", "en", "Hiroshima", "es", "Hiroshima", "fr", "Hiroshima", "ja", "広島市",
				"pl", "Hiroszima", "ru", "Хиросима", "zh", "广岛"),
			Aliases: []place.Alias{
				also("広島市", "ja"), also("Hiroshima-shi", ""), also("Hiroszima", "pl"), also("Хиросима", "ru"),
			},
			Level: place.City, Country: "JP", Lat: "34.38978", Lon: "132.44097", Zone: "Asia/Tokyo", Local: "ja",
			Wikidata: "Q34664", GeoNames: "1862415", Website: "https://www.city.hiroshima.lg.jp",
		},
		{
			Base:  record.Base{ID: id("place", "leipzig")},
			Name:  i18n.Of("de", "Leipzig", "en", "Leipzig", "es", "Leipzig", "fr", "Leipzig", "ru", "Лейпциг", "zh", "莱比锡"),
			Level: place.City, Country: "DE", Lat: "51.33541", Lon: "12.40998", Zone: "Europe/Berlin", Local: "de",
			Wikidata: "Q2079", GeoNames: "2879139", Website: "https://www.leipzig.de/buergerservice-und-verwaltung/partnerstaedte",
		},
	}
}
