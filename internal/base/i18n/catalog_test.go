package i18n_test

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kontor.example/internal/base/i18n"
	"kontor.example/locales"
)

// words makes a catalog of a German and an English file.
func words(t testing.TB, de, en string) *i18n.Catalog {
	t.Helper()
	c, err := i18n.NewCatalog(fstest.MapFS{"de.json": {Data: []byte(de)}, "en.json": {Data: []byte(en)}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shipped is the catalog that Kontor ships.
func shipped(t testing.TB) *i18n.Catalog {
	t.Helper()
	c, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestShippedWordsAreComplete(t *testing.T) {
	c := shipped(t)
	if got := c.Langs(); !slices.Equal(got, []i18n.Lang{"de", "en"}) {
		t.Errorf("languages %v, want de and en", got)
	}
	for _, gap := range c.Gaps() {
		t.Error(gap)
	}
}

// The check above is worth something only if it finds what it looks for.
func TestGapsAreFound(t *testing.T) {
	tests := []struct{ name, de, en, gap string }{
		{"missing key", `{"a":"A","b":"B"}`, `{"a":"A"}`, "en: b: missing"},
		{"missing key of the default", `{"a":"A"}`, `{"a":"A","b":"B"}`, "de: b: missing"},
		{"missing plural form", `{"n":{"one":"ein","other":"viele"}}`, `{"n":{"other":"many","few":"few"}}`, "en: n: plural form one missing"},
		{"missing other", `{"n":{"one":"ein","other":"viele"}}`, `{"n":{"one":"one"}}`, "en: n: empty"},
		{"form never used", `{"n":{"one":"ein","other":"viele"}}`, `{"n":{"one":"one","few":"few","other":"many"}}`, "en: n: plural form few is never used"},
		{"empty", `{"a":"A"}`, `{"a":""}`, "en: a: empty"},
		{"blank", `{"a":"A"}`, `{"a":" "}`, "en: a: empty"},
		{"other names", `{"a":"{{.Day}}"}`, `{"a":"{{.Date}}"}`, "en: a: names in braces [Date], in de [Day]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := words(t, tt.de, tt.en).Gaps(); !slices.Contains(got, tt.gap) {
				t.Errorf("found %q, want %q among them", got, tt.gap)
			}
		})
	}
	if got := words(t, `{"a":"A"}`, `{"a":"B"}`).Gaps(); len(got) != 0 {
		t.Errorf("a complete catalog has gaps: %q", got)
	}
}

// A key that stands twice is lost without a word by every JSON reader.
func TestShippedKeysStandOnce(t *testing.T) {
	for _, file := range []string{"de.json", "en.json"} {
		raw, err := locales.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if twice := repeated(t, string(raw)); len(twice) > 0 {
			t.Errorf("%s: twice: %v", file, twice)
		}
	}
	if got := repeated(t, `{"a":"1","b":{"one":"x","other":"y"},"a":"2"}`); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the check itself found %v, want a", got)
	}
}

// repeated returns the keys of a JSON object that occur more than once.
func repeated(t *testing.T, object string) (twice []string) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(object))
	seen := map[string]bool{}
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		if name := key.(string); seen[name] {
			twice = append(twice, name)
		} else {
			seen[name] = true
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil && err != io.EOF {
			t.Fatal(err)
		}
	}
	return twice
}

func TestShippedWordsOfTheField(t *testing.T) {
	de, en := shipped(t).Localizer("de"), shipped(t).Localizer("en")
	tests := []struct{ key, de, en string }{
		{"relation.form.town-twinning", "Städtepartnerschaft", "town twinning"},
		{"relation.form.cooperation", "Städtekooperation", "city cooperation"},
		{"relation.status.idea", "angeregt", "suggested"},
		{"nav.relations", "Beziehungen", "Relations"},
		{"autonym.en", "English", "English"},
	}
	for _, tt := range tests {
		if got := de.T(tt.key); got != tt.de {
			t.Errorf("%s in German: %q, want %q", tt.key, got, tt.de)
		}
		if got := en.T(tt.key); got != tt.en {
			t.Errorf("%s in English: %q, want %q", tt.key, got, tt.en)
		}
	}
}

func TestT(t *testing.T) {
	de := shipped(t).Localizer("de")
	tests := []struct {
		key  string
		args []any
		want string
	}{
		{"relations.count_of", []any{"Shown", 14, "Count", 25}, "14 von 25 Beziehungen"},
		{"relations.count_of", []any{"Shown", 1, "Count", 1}, "1 von 1 Beziehung"},
		{"relations.count", []any{"Count", 0}, "0 Beziehungen"},
		{"relations.count", []any{"Count", int64(1196274)}, "1.196.274 Beziehungen"},
		{"time.since", []any{"Date", "1968"}, "seit 1968"},
		{"time.since", nil, "seit [Date]"},
		{"time.since", []any{"Date"}, "seit [Date]"},
		{"no.such.key", nil, "[no.such.key]"},
		{"no.such.key", []any{"Count", 1}, "[no.such.key]"},
	}
	for _, tt := range tests {
		if got := de.T(tt.key, tt.args...); got != tt.want {
			t.Errorf("T(%q, %v) = %q, want %q", tt.key, tt.args, got, tt.want)
		}
	}
	if !de.Has("nav.relations") || de.Has("no.such.key") {
		t.Error("Has tells known and unknown keys apart wrongly")
	}
}

func TestCountMayBeADecimalOrNoNumber(t *testing.T) {
	en := words(t, `{"h":{"one":"{{.Count}} Stunde","other":"{{.Count}} Stunden"}}`,
		`{"h":{"one":"{{.Count}} hour","other":"{{.Count}} hours"}}`).Localizer("en")
	for count, want := range map[any]string{1: "1 hour", "1": "1 hour", "1.5": "1.5 hours", 1000: "1,000 hours", "many": "many hours"} {
		if got := en.T("h", "Count", count); got != want {
			t.Errorf("%v: %q, want %q", count, got, want)
		}
	}
}

func TestLocalizerOfAnUnknownLanguageIsTheDefault(t *testing.T) {
	c := shipped(t)
	if got := c.Localizer("tlh").Lang(); got != "de" {
		t.Errorf("got %s, want de", got)
	}
	if first, second := c.Localizer("en"), c.Localizer("en"); first != second {
		t.Error("a localizer is made anew for each call")
	}
	if !c.Has("en") || c.Has("tlh") {
		t.Error("Has tells known and unknown languages apart wrongly")
	}
}

func TestNewCatalogRefuses(t *testing.T) {
	tests := map[string]fstest.MapFS{
		"no German":          {"en.json": {Data: []byte(`{}`)}},
		"broken JSON":        {"de.json": {Data: []byte(`{"a":`)}},
		"more than a name":   {"de.json": {Data: []byte(`{"a":"{{if .X}}x{{end}}"}`)}},
		"unclosed braces":    {"de.json": {Data: []byte(`{"a":"{{.X"}`)}},
		"closed, not opened": {"de.json": {Data: []byte(`{"a":"X}}"}`)}},
		"name without a dot": {"de.json": {Data: []byte(`{"a":"{{X}}"}`)}},
		"no name":            {"de.json": {Data: []byte(`{"a":"{{.}}"}`)}},
		"a number for words": {"de.json": {Data: []byte(`{"a":1}`)}},
		"not in the cut":     {"de.json": {Data: []byte(`{}`)}, "tlh.json": {Data: []byte(`{}`)}},
	}
	for name, fsys := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := i18n.NewCatalog(fsys); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestLocalizerIsSafeForManyAtOnce(t *testing.T) {
	de := shipped(t).Localizer("de")
	key := de.SortKey("Österreich")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := range 300 {
				if de.T("relations.count", "Count", n) == "" || de.SortKey("Österreich") != key || de.Date("1968-04-22") != "22.\u00a0April 1968" {
					t.Error("another answer under load")
					return
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkT(b *testing.B) {
	de := shipped(b).Localizer("de")
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			de.T("nav.relations")
		}
	})
	b.Run("filled", func(b *testing.B) {
		for b.Loop() {
			de.T("time.since", "Date", "1968")
		}
	})
	b.Run("counted", func(b *testing.B) {
		for b.Loop() {
			de.T("relations.count_of", "Shown", 14, "Count", 25)
		}
	})
}
