package i18n_test

import (
	"slices"
	"testing"
	"time"

	"kontor.example/internal/base/i18n"
)

// both runs what is to be written in German and English.
func both(t *testing.T, what string, write func(*i18n.Localizer) string, de, en string) {
	t.Helper()
	c := shipped(t)
	for l, want := range map[i18n.Lang]string{"de": de, "en": en} {
		if got := write(c.Localizer(l)); got != want {
			t.Errorf("%s in %s: %q, want %q", what, l, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	tests := []struct{ in, de, en string }{
		{"1196274", "1.196.274", "1,196,274"},
		{"0.84", "0,84", "0.84"},
		{"999", "999", "999"},
		{"1000", "1.000", "1,000"},
		{"-1234.50", "-1.234,50", "-1,234.50"},
		{"123456789012345678901234567890", "123.456.789.012.345.678.901.234.567.890", "123,456,789,012,345,678,901,234,567,890"},
		{"", "", ""},
		{"about 5", "about 5", "about 5"},
		{"1.", "1.", "1."},
		{".5", ".5", ".5"},
		{"1,5", "1,5", "1,5"},
		{"--1", "--1", "--1"},
	}
	for _, tt := range tests {
		both(t, tt.in, func(l *i18n.Localizer) string { return l.Decimal(tt.in) }, tt.de, tt.en)
	}
}

func TestNumbersWithUnits(t *testing.T) {
	both(t, "number", func(l *i18n.Localizer) string { return l.Number(-49238) }, "-49.238", "-49,238")
	both(t, "distance", func(l *i18n.Localizer) string { return l.Distance(8886.51) }, "8.887\u00a0km", "8,887\u00a0km")
	both(t, "percent", func(l *i18n.Localizer) string { return l.Percent("84") }, "84\u00a0%", "84%")
	both(t, "percent", func(l *i18n.Localizer) string { return l.Percent("12.5") }, "12,5\u00a0%", "12.5%")
	both(t, "no percent", func(l *i18n.Localizer) string { return l.Percent("most") }, "most", "most")
}

func TestMoney(t *testing.T) {
	tests := []struct{ amount, currency, de, en string }{
		{"5000", "EUR", "5.000\u00a0€", "€5,000"},
		{"12.5", "EUR", "12,50\u00a0€", "€12.50"},
		{"-1234.56", "EUR", "-1.234,56\u00a0€", "-€1,234.56"},
		{"100", "USD", "100\u00a0$", "US$100"},
		{"250000", "MWK", "250.000\u00a0MWK", "MWK\u00a0250,000"},
		{"7", "XQQ", "7\u00a0XQQ", "XQQ\u00a07"},
		{"free", "EUR", "free", "free"},
	}
	for _, tt := range tests {
		both(t, tt.amount+" "+tt.currency, func(l *i18n.Localizer) string { return l.Money(tt.amount, tt.currency) }, tt.de, tt.en)
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ in, de, en string }{
		{"1968-04-22", "22.\u00a0April 1968", "22\u00a0April 1968"},
		{"2022-03-01", "1.\u00a0März 2022", "1\u00a0March 2022"},
		{"1968-04", "April 1968", "April 1968"},
		{"1983-05", "Mai 1983", "May 1983"},
		{"1968", "1968", "1968"},
		{"0962", "962", "962"},
		{"", "", ""},
		{"1968-13", "1968-13", "1968-13"},
		{"1968-04-32", "1968-04-32", "1968-04-32"},
		{"0000-x", "0000-x", "0000-x"},
		{"22.04.1968", "22.04.1968", "22.04.1968"},
	}
	for _, tt := range tests {
		both(t, tt.in, func(l *i18n.Localizer) string { return l.Date(tt.in) }, tt.de, tt.en)
	}
}

func TestTime(t *testing.T) {
	at := time.Date(2026, 4, 22, 17, 5, 59, 0, time.FixedZone("there", 9*3600))
	both(t, "time", func(l *i18n.Localizer) string { return l.Time(at) }, "17:05", "17:05")
}

func TestCountry(t *testing.T) {
	tests := []struct{ iso, de, en string }{
		{"TR", "Türkei", "Türkiye"},
		{"MK", "Nordmazedonien", "North Macedonia"},
		{"SZ", "Eswatini", "Eswatini"},
		{"CZ", "Tschechien", "Czechia"},
		{"GB", "Vereinigtes Königreich", "United Kingdom"},
		{"MW", "Malawi", "Malawi"},
		{"XK", "Kosovo", "Kosovo"},
		{"QQ", "QQ", "QQ"},
		{"", "", ""},
	}
	for _, tt := range tests {
		both(t, tt.iso, func(l *i18n.Localizer) string { return l.Country(tt.iso) }, tt.de, tt.en)
	}
}

func TestTheCityNamesACountryItsOwnWay(t *testing.T) {
	de := words(t, `{"country.TR":"Türkiye","continent.asia":"Asien und Nahost","language.uk":"Ukrainische Sprache"}`, `{}`).Localizer("de")
	for got, want := range map[string]string{
		de.Country("TR"): "Türkiye", de.Country("DE"): "Deutschland",
		de.ContinentName("asia"): "Asien und Nahost", de.Language("uk"): "Ukrainische Sprache",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestContinent(t *testing.T) {
	for iso, want := range map[string]string{
		"MW": "africa", "JP": "asia", "TR": "asia", "RU": "europe", "XK": "europe", "US": "north-america", "MX": "north-america",
		"CU": "north-america", "NZ": "oceania", "BR": "south-america", "AQ": "", "": "", "ZZ": "", "U": "", "D ": "", "de": "", "DEU": "",
	} {
		if got := i18n.ContinentOf(iso); got != want {
			t.Errorf("%q lies in %q, want %q", iso, got, want)
		}
	}
	both(t, "MW", func(l *i18n.Localizer) string { _, name := l.Continent("MW"); return name }, "Afrika", "Africa")
	both(t, "US", func(l *i18n.Localizer) string { code, name := l.Continent("US"); return code + " " + name },
		"north-america Nordamerika", "north-america North America")
	both(t, "AQ", func(l *i18n.Localizer) string { code, name := l.Continent("AQ"); return code + name }, "", "")
	both(t, "unknown", func(l *i18n.Localizer) string { return l.ContinentName("atlantis") }, "atlantis", "atlantis")
}

func TestEveryCountryLiesOnOneContinentAndHasAName(t *testing.T) {
	c := shipped(t)
	seen := map[string]string{}
	for _, continent := range i18n.Continents() {
		for _, l := range c.Langs() {
			if c.Localizer(l).ContinentName(continent) == continent {
				t.Errorf("%s has no name in %s", continent, l)
			}
		}
		for _, iso := range i18n.CountriesOf(continent) {
			if other, ok := seen[iso]; ok {
				t.Errorf("%s lies on %s and on %s", iso, other, continent)
			}
			seen[iso] = continent
			if got := i18n.ContinentOf(iso); got != continent {
				t.Errorf("ContinentOf(%s) = %s, want %s", iso, got, continent)
			}
			for _, l := range c.Langs() {
				if c.Localizer(l).Country(iso) == iso {
					t.Errorf("%s has no name in %s", iso, l)
				}
			}
		}
	}
	if len(seen) < 235 {
		t.Errorf("only %d countries", len(seen))
	}
	if got := i18n.CountriesOf("atlantis"); len(got) != 0 {
		t.Errorf("Atlantis has the countries %v", got)
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ code, de, en string }{
		{"uk", "Ukrainisch", "Ukrainian"},
		{"ja", "Japanisch", "Japanese"},
		{"de-AT", "Deutsch", "German"},
		{"zh-Hant-HK", "Chinesisch (traditionell)", "Traditional Chinese"},
		{"xx-YY", "xx-YY", "xx-YY"},
		{"", "", ""},
	}
	for _, tt := range tests {
		both(t, tt.code, func(l *i18n.Localizer) string { return l.Language(tt.code) }, tt.de, tt.en)
	}
}

func TestSorting(t *testing.T) {
	tests := []struct {
		lang  i18n.Lang
		words []string // in order
	}{
		{"de", []string{"Oslo", "Österreich", "Polen", "Poznań", "Straße", "Zürich"}},
		{"sv", []string{"Oslo", "Polen", "Zypern", "Ängelholm", "Österreich"}},
		{"pl", []string{"Lublin", "Łódź", "Mielec"}},
		{"en", []string{"", "aachen", "Aachen", "Hiroshima", "Łódź", "Zagreb"}},
		{"xx", []string{"Aachen", "Zagreb"}},
	}
	for _, tt := range tests {
		s := i18n.NewSorter(tt.lang)
		for i := 1; i < len(tt.words); i++ {
			a, b := tt.words[i-1], tt.words[i]
			if s.Key(a) >= s.Key(b) || s.Compare(a, b) >= 0 || s.Compare(b, a) <= 0 {
				t.Errorf("%s: %q does not come before %q", tt.lang, a, b)
			}
		}
		sorted := slices.Clone(tt.words)
		slices.Reverse(sorted)
		slices.SortFunc(sorted, s.Compare)
		if !slices.Equal(sorted, tt.words) {
			t.Errorf("%s: sorted %q, want %q", tt.lang, sorted, tt.words)
		}
	}
}

func BenchmarkDate(b *testing.B) {
	de := shipped(b).Localizer("de")
	for b.Loop() {
		de.Date("1968-04-22")
	}
}

func BenchmarkDecimal(b *testing.B) {
	de := shipped(b).Localizer("de")
	for b.Loop() {
		de.Decimal("1196274")
	}
}

func BenchmarkSortKey(b *testing.B) {
	de := shipped(b).Localizer("de")
	for b.Loop() {
		de.SortKey("Städtepartnerschaft Hiroshima")
	}
}

func BenchmarkNewCatalog(b *testing.B) {
	for b.Loop() {
		shipped(b)
	}
}
