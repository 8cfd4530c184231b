package i18n_test

import (
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
)

func TestMatch(t *testing.T) {
	two := []i18n.Lang{"de", "en"}
	tests := []struct {
		header string
		langs  []i18n.Lang
		want   i18n.Lang
	}{
		{"", two, "de"},
		{"en", two, "en"},
		{"de-AT", two, "de"},
		{"en-US,en;q=0.9,de;q=0.8", two, "en"},
		{"en;q=0.1,de", two, "de"},
		{"gsw", two, "de"},
		{"gsw,en;q=0.8", two, "de"},
		{"zh-HK", two, "de"},
		{"zh-HK,en;q=0.5", two, "en"},
		{"zh-HK", []i18n.Lang{"en", "zh-Hans", "zh-Hant"}, "zh-Hant"},
		{"fr", []i18n.Lang{"en", "de"}, "en"},
		{"*", two, "de"},
		{"!!, en;q=banana, \x00", two, "de"},
		{"not_a-language!!,en", two, "en"},
		{"en;q=7", two, "en"},
		{strings.Repeat("x", 1<<20), two, "de"},
		{strings.Repeat("zz,", 1<<18) + "en", two, "de"},
		{"en," + strings.Repeat("fr-", 1<<18), two, "en"},
		{"en", nil, ""},
	}
	for _, tt := range tests {
		if got := i18n.Match(tt.header, tt.langs); got != tt.want {
			t.Errorf("Match(%.40q, %v) = %q, want %q", tt.header, tt.langs, got, tt.want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, header := range []string{"", "en", "de-AT,en;q=0.3", "*;q=0", "zh-Hant-HK-x-y", ",,;;==", "en-u-rg-gbzzzz"} {
		f.Add(header)
	}
	f.Fuzz(func(t *testing.T, header string) {
		if got := i18n.Match(header, []i18n.Lang{"de", "en"}); got != "de" && got != "en" {
			t.Errorf("%q gives %q", header, got)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	for b.Loop() {
		i18n.Match("de-AT,de;q=0.9,en;q=0.8", []i18n.Lang{"de", "en"})
	}
}
