package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// otherPlaces are cities that Hannover meets through a partner, a network or a project.
func otherPlaces() []place.Place {
	return []place.Place{
		{
			Base:    record.Base{ID: id("place", "bordeaux")},
			Name:    i18n.Of("de", "Bordeaux", "en", "Bordeaux", "fr", "Bordeaux"),
			Aliases: []place.Alias{also("Burdeos", "es"), also("Bordéus", "pt"), also("Бордо", "ru"), also("波尔多", "zh")},
			Level:   place.City, Country: "FR", Lat: "44.85196", Lon: "-0.59696", Zone: "Europe/Paris", Local: "fr",
			Wikidata: "Q1479", GeoNames: "3031582",
		},
		{
			Base:  record.Base{ID: id("place", "belfast")},
			Name:  alike("Belfast"),
			Level: place.City, Country: "GB", Lat: "54.58333", Lon: "-5.93333", Zone: "Europe/London", Local: "en",
			Wikidata: "Q10686", GeoNames: "2655984",
		},
		{
			Base:    record.Base{ID: id("place", "daegu")},
			Name:    alike("Daegu"),
			Aliases: []place.Alias{also("Taegu", "")},
			Level:   place.City, Country: "KR", Lat: "35.87028", Lon: "128.59111", Zone: "Asia/Seoul",
			Wikidata: "Q20927", GeoNames: "1835329",
		},
		{
			Base:    record.Base{ID: id("place", "gent")},
			Name:    i18n.Of("de", "Gent", "en", "Ghent"),
			Aliases: []place.Alias{also("Gand", "fr")},
			Level:   place.City, Country: "BE", Lat: "51.05", Lon: "3.71667", Zone: "Europe/Brussels",
			Wikidata: "Q1296", GeoNames: "2797656",
		},
		{
			Base:    record.Base{ID: id("place", "katowice")},
			Name:    alike("Katowice"),
			Aliases: []place.Alias{formerly("Kattowitz", "de")},
			Level:   place.City, Country: "PL", Lat: "50.25841", Lon: "19.02754", Zone: "Europe/Warsaw",
			Wikidata: "Q588", GeoNames: "3096472",
		},
		{
			Base:  record.Base{ID: id("place", "liverpool")},
			Name:  alike("Liverpool"),
			Level: place.City, Country: "GB", Lat: "53.41058", Lon: "-2.97794", Zone: "Europe/London", Local: "en",
			Wikidata: "Q24826", GeoNames: "2644210",
		},
		{
			Base:    record.Base{ID: id("place", "london-ontario")},
			Name:    alike("London (Ontario)"),
			Aliases: []place.Alias{also("London", "en")},
			Level:   place.City, Country: "CA", Lat: "42.98339", Lon: "-81.23304", Zone: "America/Toronto", Local: "en",
			Wikidata: "Q92561", GeoNames: "6058560",
		},
		{
			Base:  record.Base{ID: id("place", "nantes")},
			Name:  alike("Nantes"),
			Level: place.City, Country: "FR", Lat: "47.21725", Lon: "-1.55336", Zone: "Europe/Paris",
			GeoNames: "2990969",
		},
		{
			Base:  record.Base{ID: id("place", "koszalin")},
			Name:  alike("Koszalin"),
			Level: place.City, Country: "PL", Lat: "54.19438", Lon: "16.17222", Zone: "Europe/Warsaw",
			GeoNames: "3095049",
		},
		{
			Base:  record.Base{ID: id("place", "malmoe")},
			Name:  alike("Malmö"),
			Level: place.City, Country: "SE", Lat: "55.60587", Lon: "13.00073", Zone: "Europe/Stockholm",
			GeoNames: "2692969",
		},
		{
			Base:  record.Base{ID: id("place", "wien")},
			Name:  i18n.Of("de", "Wien", "en", "Vienna"),
			Level: place.City, Country: "AT", Lat: "48.20849", Lon: "16.37208", Zone: "Europe/Vienna", Local: "de",
			GeoNames: "2761369",
		},
		{
			Base:    record.Base{ID: id("place", "patras")},
			Name:    i18n.Of("de", "Patras", "en", "Patras", "el", "Πάτρα"),
			Aliases: []place.Alias{also("Pátra", "")},
			Level:   place.City, Country: "GR", Lat: "38.24444", Lon: "21.73444", Zone: "Europe/Athens", Local: "el",
			GeoNames: "255683",
		},
		{
			Base:    record.Base{ID: id("place", "resita")},
			Name:    alike("Reșița"),
			Aliases: []place.Alias{also("Reşiţa", "")},
			Level:   place.City, Country: "RO", Lat: "45.30083", Lon: "21.88917", Zone: "Europe/Bucharest", Local: "ro",
			GeoNames: "668954",
		},
		{
			// The gazetteer also has the name of the time of the occupation, without a word on it.
			Base:    record.Base{ID: id("place", "lodz")},
			Name:    alike("Łódź"),
			Aliases: []place.Alias{formerly("Lodsch", "de"), also("Lodz", "")},
			Level:   place.City, Country: "PL", Lat: "51.75", Lon: "19.46667", Zone: "Europe/Warsaw", Local: "pl",
			GeoNames: "3093133",
		},
		{
			// The source says only "Newcastle (GB)", which several towns could be: no point.
			Base:  record.Base{ID: id("place", "newcastle")},
			Name:  alike("Newcastle"),
			Level: place.City, Country: "GB", Zone: "Europe/London", Local: "en",
			About: i18n.Of(
				"de", "Eine Stadt namens Newcastle im Vereinigten Königreich. Welche es ist, ist nicht bekannt.",
				"en", "A town called Newcastle in the United Kingdom. Which of them is not known."),
		},
	}
}
