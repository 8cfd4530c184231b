package i18n_test

import (
	"encoding/json"
	"maps"
	"testing"

	"kontor.example/internal/base/i18n"
)

func TestTextFallsBackVisibly(t *testing.T) {
	for _, c := range []struct {
		text     i18n.Text
		lang     i18n.Lang
		fallback []i18n.Lang
		words    string
		in       i18n.Lang
	}{
		{i18n.Of("de", "Brunnen", "en", "Wells"), "en", nil, "Wells", "en"},
		{i18n.Of("de", "Brunnen"), "en", nil, "Brunnen", "de"},
		{i18n.Of("en", "Wells", "fr", "Puits"), "ny", []i18n.Lang{"fr"}, "Puits", "fr"},
		{i18n.Of("pl", "Studnie", "fr", "Puits"), "de", nil, "Puits", "fr"},
		{i18n.Of("de", `Der „Brunnen" \ "de":"x"`), "de", nil, `Der „Brunnen" \ "de":"x"`, "de"},
		{"", "de", nil, "", ""},
		{"{}", "de", []i18n.Lang{"en"}, "", ""},
		{`{"de":"unfinished`, "de", nil, "", ""},
		{`{"de":1}`, "de", nil, "", ""},
		{`nonsense`, "de", nil, "", ""},
	} {
		if words, in := c.text.In(c.lang, c.fallback...); words != c.words || in != c.in {
			t.Errorf("%s in %s: %q in %q, want %q in %q", c.text, c.lang, words, in, c.words, c.in)
		}
	}
}

// What is shown of a text is what its JSON says, whatever words it is made of.
func FuzzTextIn(f *testing.F) {
	f.Add("de", "Brunnen", "en", "Wells")
	f.Add("de", `quoted "words" and \`, "de-x-ls", "\u2028<&>")
	f.Add("de", `","en":"`, "en", "\\")
	f.Fuzz(func(t *testing.T, a, wordsA, b, wordsB string) {
		patch, err := json.Marshal(map[string]string{a: wordsA, b: wordsB})
		if err != nil {
			t.Fatal(err)
		}
		text, err := i18n.Text("{}").MergeJSON(patch)
		if err != nil {
			return
		}
		want := map[i18n.Lang]string{}
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if !maps.Equal(text.Map(), want) {
			t.Errorf("%s has the map %v", text, text.Map())
		}
		for l, words := range want {
			if got, in := text.In(l); got != words || in != l {
				t.Errorf("%s in %s: %q in %q", text, l, got, in)
			}
		}
	})
}
