package i18n_test

import (
	"testing"

	"kontor.example/internal/base/i18n"
)

func TestClean(t *testing.T) {
	for s, want := range map[string][2]bool{ // in one line, in several
		"":                   {true, true},
		"Poznań":             {true, true},
		"广岛":                 {true, true},
		"صنعاء":              {true, true},
		"a\u200db":           {true, true},
		"a\nb\tc":            {false, true},
		"a\rb":               {false, false},
		"a\x00b":             {false, false},
		"a\u0085b":           {false, false},
		"a\u202egnp.exe":     {false, false},
		"\u2066a":            {false, false},
		" ":                  {false, false},
		"\u200b\u2060\ufeff": {false, false},
		"\u3164":             {false, false},
		"\n":                 {false, false},
	} {
		if got := i18n.Clean(s, false); got != want[0] {
			t.Errorf("%q in one line: %t", s, got)
		}
		if got := i18n.Clean(s, true); got != want[1] {
			t.Errorf("%q in several: %t", s, got)
		}
	}
}

func TestCanonical(t *testing.T) {
	for l, want := range map[i18n.Lang]bool{
		"de": true, "en": true, "de-AT": true, "zh-Hant": true, "de-x-ls": true, "pt-BR": true, "sr-Latn": true, "hsb": true,
		"DE": false, "und": false, "de-at": false, "zh-hant": false, "und-Latn": false, "": false, "d": false, "xy-": false,
	} {
		if got := l.Canonical(); got != want {
			t.Errorf("%q: %t", l, got)
		}
	}
}
