package i18n_test

import (
	"regexp"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
)

func TestSlug(t *testing.T) {
	tests := []struct {
		lang     i18n.Lang
		in, want string
	}{
		{"de", "Hiroshima", "hiroshima"},
		{"de", "Städtepartnerschaft mit Größe", "staedtepartnerschaft-mit-groesse"},
		{"de", "ÄÖÜẞ", "aeoeuess"},
		{"de", "A\u0308rzte", "aerzte"},
		{"de-x-ls", "Büro", "buero"},
		{"en", "Büro Straße", "buro-strasse"},
		{"de", "Poznań", "poznan"},
		{"pl", "Łódź", "lodz"},
		{"en", "Đà Nẵng", "da-nang"},
		{"tr", "Diyarbakır İzmir", "diyarbakir-izmir"},
		{"en", "Ærø, Œuvre & Þór", "aero-oeuvre-thor"},
		{"ru", "Иваново", "ivanovo"},
		{"ru", "Екатеринбург, Щёлково", "ekaterinburg-shchyolkovo"},
		{"uk", "Миколаїв", "mykolayiv"},
		{"uk", "Чернігів", "chernihiv"},
		{"ja", "広島市", ""},
		{"ja", "広島 Hiroshima", "hiroshima"},
		{"en", "  --Wells & trees, 2020–2023!  ", "wells-trees-2020-2023"},
		{"en", "ＡＢＣ x²", "abc-x2"},
		{"en", "", ""},
		{"en", "\xff\xfe a", "a"},
		{"en", strings.Repeat("word ", 40), strings.TrimSuffix(strings.Repeat("word-", 16), "-")},
		{"en", strings.Repeat("x", 200), strings.Repeat("x", 80)},
		{"en", strings.Repeat("x", 200) + " y", strings.Repeat("x", 80)},
		{"en", "a " + strings.Repeat("x", 79) + " b", "a"},
	}
	for _, tt := range tests {
		if got := i18n.Slug(tt.lang, tt.in); got != tt.want {
			t.Errorf("Slug(%s, %.40q) = %q, want %q", tt.lang, tt.in, got, tt.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	shape := regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*)?$`)
	for _, s := range []string{"Größe", "Łódź", "Миколаїв", "広島", "-", "a\u0308", "ﬁ", "½", "\xff", strings.Repeat("ä ", 60)} {
		f.Add("de", s)
		f.Add("uk", s)
	}
	f.Fuzz(func(t *testing.T, lang, s string) {
		got := i18n.Slug(i18n.Lang(lang), s)
		if !shape.MatchString(got) || len(got) > 80 {
			t.Errorf("Slug(%q, %q) = %q", lang, s, got)
		}
		if again := i18n.Slug(i18n.Lang(lang), got); again != got {
			t.Errorf("the slug %q gives another slug: %q", got, again)
		}
	})
}
