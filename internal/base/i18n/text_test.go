package i18n_test

import (
	"encoding/json"
	"errors"
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
		{i18n.Of("de", "Brunnen", "en", "Wells", "fr", "Puits"), "pl", []i18n.Lang{"fr", "en"}, "Puits", "fr"},
		{i18n.Of("de", "Brunnen", "en", "Wells"), "pl", []i18n.Lang{"fr", "en"}, "Wells", "en"},
		{i18n.Of("de", "Brunnen", "en", "Wells"), "pl", nil, "Brunnen", "de"},
		{i18n.Of("en", "Wells", "cs", "Studny"), "pl", nil, "Wells", "en"},
		{i18n.Of("fr", "Puits", "cs", "Studny"), "pl", nil, "Studny", "cs"},
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

// Equal texts are equal bytes, however they came about.
func TestATextIsCanonical(t *testing.T) {
	want := i18n.Text(`{"de":"Brunnen & <mehr>","en":"Wells"}`)
	merged, err := i18n.Text(`{"fr":"Puits"}`).MergeJSON([]byte(`{"en":"Wells","fr":null,"de":"Brunnen \u0026 <mehr>","pl":"  "}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]i18n.Text{
		"of": i18n.Of("en", "Wells", "de", "Brunnen & <mehr>", "fr", ""), "merged": merged,
		"with": i18n.Of("de", "Brunnen & <mehr>", "fr", "x").With("en", "Wells").With("fr", ""),
	} {
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	for _, bad := range []string{`"x"`, `["de"]`, `{"de":1}`, `{"d":"x"}`, `{"de_DE":"x"}`, `{"de":"\u0000"}`, `{`} {
		if got, err := want.MergeJSON([]byte(bad)); !errors.Is(err, i18n.ErrNotAText) || got != want {
			t.Errorf("%s gave %s, %v", bad, got, err)
		}
	}
}
