package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// cooperationPlaces are the ten cities with which Hannover cooperates.
func cooperationPlaces() []place.Place {
	return []place.Place{
		{
			Base:  record.Base{ID: id("place", "changde")},
			Name:  i18n.Of("de", "Changde", "en", "Changde", "es", "Changde", "fr", "Changde", "ru", "Чандэ", "zh", "常德"),
			Level: place.City, Country: "CN", Lat: "29.03194", Lon: "111.6781", Zone: "Asia/Shanghai", Local: "zh",
			Wikidata: "Q416544", GeoNames: "1791121",
		},
		{
			Base:  record.Base{ID: id("place", "shenzhen")},
			Name:  i18n.Of("de", "Shenzhen", "en", "Shenzhen", "es", "Shenzhen", "fr", "Shenzhen", "ru", "Шэньчжэнь", "zh", "深圳"),
			Level: place.City, Country: "CN", Lat: "22.55432", Lon: "114.12018", Zone: "Asia/Shanghai", Local: "zh",
			Wikidata: "Q15174", GeoNames: "1795565",
		},
		{
			Base: record.Base{ID: id("place", "ivanovo")},
			Name: i18n.Of("de", "Iwanowo", "en", "Ivanovo", "es", "Ivánovo", "fr", "Ivanovo", "ru", "Иваново", "zh", "伊万诺沃"),
			Aliases: []place.Alias{
				also("Iwanowo", "de"), also("Ivanovo", "en"), also("Иваново", "ru"),
			},
			Level: place.City, Country: "RU", Lat: "57.01002", Lon: "41.00999", Zone: "Europe/Moscow", Local: "ru",
			Wikidata: "Q2630", GeoNames: "555312",
		},
		{
			Base: record.Base{ID: id("place", "yekaterinburg")},
			Name: i18n.Of("de", "Jekaterinburg", "en", "Yekaterinburg", "es", "Ekaterimburgo", "fr", "Iekaterinbourg",
				"ru", "Екатеринбург", "zh-Hant", "葉卡捷琳堡"),
			Aliases: []place.Alias{
				also("Ekaterinburg", "en"), also("Jekaterinburg", "de"), also("Yekaterinburg", "en"), also("Iekaterinbourg", "fr"),
				also("Екатеринбург", "ru"), formerly("Sverdlovsk", ""),
			},
			Level: place.City, Country: "RU", Lat: "56.85198", Lon: "60.59801", Zone: "Asia/Yekaterinburg", Local: "ru",
			Wikidata: "Q887", GeoNames: "1486209",
		},
		{
			Base:  record.Base{ID: id("place", "konya")},
			Name:  i18n.Of("de", "Konya", "en", "Konya", "es", "Konya", "fr", "Konya", "ru", "Конья", "tr", "Konya", "zh-Hant", "科尼亞"),
			Level: place.City, Country: "TR", Lat: "37.87696", Lon: "32.47306", Zone: "Europe/Istanbul", Local: "tr",
			Wikidata: "Q79857", GeoNames: "306571",
		},
		{
			Base: record.Base{ID: id("place", "diyarbakir")},
			Name: i18n.Of("de", "Diyarbakır", "en", "Diyarbakır", "es", "Diyarbakır", "fr", "Diyarbakır", "ru", "Диярбакыр",
				"tr", "Diyarbakır"),
			Aliases: []place.Alias{also("Diyarbakir", ""), also("Диярбакыр", "ru")},
			Level:   place.City, Country: "TR", Lat: "37.92044", Lon: "40.23004", Zone: "Europe/Istanbul", Local: "tr",
			Wikidata: "Q83387", GeoNames: "316541",
		},
		{
			Base: record.Base{ID: id("place", "kansas-city")},
			Name: i18n.Of("de", "Kansas City", "en", "Kansas City", "es", "Kansas City", "fr", "Kansas City",
				"ru", "Канзас-Сити", "zh-Hant", "堪薩斯城"),
			Aliases: []place.Alias{also("Kansas City, Missouri", "en")},
			About: i18n.Of(
				"de", "Gemeint ist Kansas City in Missouri, nicht die gleichnamige Stadt in Kansas. Hannover schreibt nur „Kansas City, USA“; "+
					"die Liste der Partner dort klärt es.",
				"en", "This is Kansas City in Missouri, not its namesake in Kansas. Hannover writes only “Kansas City, USA”; "+
					"the city’s own list of partners settles it."),
			Level: place.City, Country: "US", Lat: "39.10903", Lon: "-94.60604", Zone: "America/Chicago", Local: "en",
			Wikidata: "Q41819", GeoNames: "4393217",
		},
		{
			Base:  record.Base{ID: id("place", "ottawa")},
			Name:  i18n.Of("de", "Ottawa", "en", "Ottawa", "es", "Ottawa", "fr", "Ottawa", "ru", "Оттава", "zh-Hant", "渥太華"),
			Level: place.City, Country: "CA", Lat: "45.41864", Lon: "-75.70196", Zone: "America/Toronto", Local: "en",
			Wikidata: "Q1930", GeoNames: "6094817",
		},
		{
			Base: record.Base{ID: id("place", "mykolaiv")},
			Name: i18n.Of("de", "Mykolajiw", "en", "Mykolaiv", "es", "Mikoláiv", "fr", "Mykolaïv", "ru", "Николаев", "uk", "Миколаїв"),
			Aliases: []place.Alias{
				also("Mykolajiw", "de"), also("Mykolaiv", "en"), also("Mikolayiv", ""), also("Mykolayiv", ""),
				also("Mykolaïv", "fr"), also("Николаев", "ru"), also("Миколаїв", "uk"),
			},
			Level: place.City, Country: "UA", Lat: "46.96774", Lon: "31.98434", Zone: "Europe/Kyiv", Local: "uk",
			Wikidata: "Q41572", GeoNames: "700569",
		},
		{
			// Neither gazetteer has it: no point. Colombia has one time zone.
			Base: record.Base{ID: id("place", "belen")},
			Name: i18n.Of("de", "Belén de los Andaquíes", "en", "Belén de los Andaquíes", "es", "Belén de los Andaquíes"),
			Aliases: []place.Alias{
				also("Belén de los Andaquies", ""), also("Belen de los Andaquies", ""), also("Belén", "es"),
			},
			Level: place.City, Country: "CO", Zone: "America/Bogota", Local: "es",
		},
	}
}
