package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// districtPlaces are the towns with which the districts are tied.
func districtPlaces() []place.Place {
	return []place.Place{
		{
			Base:    record.Base{ID: id("place", "petit-couronne")},
			Name:    i18n.Of("de", "Petit-Couronne", "en", "Petit-Couronne", "fr", "Petit-Couronne"),
			Aliases: []place.Alias{formerly("Le Petit-Couronne", "fr")},
			Level:   place.City, Country: "FR", Lat: "49.3864", Lon: "1.0283", Zone: "Europe/Paris", Local: "fr",
			GeoNames: "3002918", Website: "https://ville-petit-couronne.fr",
		},
		{
			Base:  record.Base{ID: id("place", "shepton-mallet")},
			Name:  alike("Shepton Mallet"),
			Level: place.City, Country: "GB", Lat: "51.18972", Lon: "-2.54722", Zone: "Europe/London", Local: "en",
			GeoNames: "2638035",
		},
		{
			Base:    record.Base{ID: id("place", "bollnaes")},
			Name:    i18n.Of("de", "Bollnäs", "en", "Bollnäs", "sv", "Bollnäs"),
			Aliases: []place.Alias{also("Bollnaes", "")},
			Level:   place.City, Country: "SE", Lat: "61.352", Lon: "16.36659", Zone: "Europe/Stockholm", Local: "sv",
			Wikidata: "Q953769", GeoNames: "2720679",
		},
		{
			Base:    record.Base{ID: id("place", "oissel")},
			Name:    i18n.Of("de", "Oissel-sur-Seine", "en", "Oissel-sur-Seine", "fr", "Oissel-sur-Seine"),
			Aliases: []place.Alias{also("Oissel", "fr")},
			Level:   place.City, Country: "FR", Lat: "49.33309", Lon: "1.09413", Zone: "Europe/Paris", Local: "fr",
			GeoNames: "2989646",
		},
		{
			Base:  record.Base{ID: id("place", "flekkefjord")},
			Name:  i18n.Of("de", "Flekkefjord", "en", "Flekkefjord", "no", "Flekkefjord"),
			Level: place.City, Country: "NO", Lat: "58.29705", Lon: "6.66069", Zone: "Europe/Oslo", Local: "no",
			GeoNames: "3157090",
		},
		{
			Base:    record.Base{ID: id("place", "kankaanpaa")},
			Name:    i18n.Of("de", "Kankaanpää", "en", "Kankaanpää", "fi", "Kankaanpää"),
			Aliases: []place.Alias{also("Kankaanpaa", "")},
			Level:   place.City, Country: "FI", Lat: "61.8", Lon: "22.41667", Zone: "Europe/Helsinki", Local: "fi",
			GeoNames: "654363",
		},
		{
			// The point is that of the town of Nykøbing Mors.
			Base:    record.Base{ID: id("place", "morso")},
			Name:    i18n.Of("da", "Morsø", "de", "Morsø (Nykøbing Mors)", "en", "Morsø (Nykøbing Mors)"),
			Aliases: []place.Alias{also("Nykøbing Mors", "da"), also("Morsö", "")},
			Level:   place.City, Country: "DK", Lat: "56.79334", Lon: "8.85282", Zone: "Europe/Copenhagen", Local: "da",
			GeoNames: "2615964",
		},
	}
}
