package i18n

import "strings"

// The names of countries, continents and languages are those of CLDR. A city that must say otherwise writes its own
// into the words of the interface, in every language: "country.PS", "continent.asia", "language.uk" there win over CLDR.

// Country returns the name of a country by its ISO 3166-1 code (MK: Nordmazedonien). An unknown code comes back as it is.
func (l *Localizer) Country(iso string) string {
	return l.name("country.", iso, l.cldr.countries)
}

// ContinentName returns the name of a continent by its code. An unknown code comes back as it is.
func (l *Localizer) ContinentName(code string) string {
	return l.name("continent.", code, l.cldr.continents)
}

// Continent returns the code of the continent that a country lies on, and its name; both are empty for a country that
// lies on none.
func (l *Localizer) Continent(iso string) (code, name string) {
	if code = ContinentOf(iso); code == "" {
		return "", ""
	}
	return code, l.ContinentName(code)
}

// Language returns the name of a language by its tag (uk: Ukrainisch). A variant without a name of its own takes the
// name of the language: de-AT is Deutsch. An unknown tag comes back as it is.
func (l *Localizer) Language(code string) string {
	for tag := code; ; {
		if name := l.name("language.", tag, l.cldr.languages); name != tag {
			return name
		}
		cut := strings.LastIndexByte(tag, '-')
		if cut < 0 {
			return code
		}
		tag = tag[:cut]
	}
}

// name looks up a code, first among the city's own words.
func (l *Localizer) name(prefix, code string, known map[string]string) string {
	if m, ok := l.words[prefix+code]; ok {
		return m.other.text
	}
	if name, ok := known[code]; ok {
		return name
	}
	return code
}

// Continents returns the codes of the continents.
func Continents() []string {
	return []string{"africa", "asia", "europe", "north-america", "oceania", "south-america"}
}

// ContinentOf returns the code of the continent that a country lies on, by the country's ISO 3166-1 code. It follows
// the list of the United Nations (M.49): Russia is in Europe, Türkiye and Cyprus in Asia, Mexico and the Caribbean in
// North America. Antarctica and unknown codes give "".
func ContinentOf(iso string) string {
	if len(iso) != 2 || strings.Contains(iso, " ") {
		return ""
	}
	for _, code := range Continents() {
		if strings.Contains(continentCountries(code), iso) {
			return code
		}
	}
	return ""
}

// CountriesOf returns the ISO 3166-1 codes of the countries of a continent, sorted; none for an unknown one.
func CountriesOf(continent string) []string {
	return strings.Fields(continentCountries(continent))
}

// IsCountry reports whether iso is the ISO 3166-1 code of a country or territory.
func IsCountry(iso string) bool { return iso == "AQ" || ContinentOf(iso) != "" }

// CountryOf returns a code that IsCountry, alone; none for any other.
func CountryOf(iso string) []string {
	if !IsCountry(iso) {
		return nil
	}
	return []string{iso}
}
