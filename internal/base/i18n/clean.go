package i18n

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Clean reports whether s can be read as it stands: no control characters, none that turn the direction of what follows,
// by which a text says something else than it shows, and something to see. lines allows line breaks and tabs.
func Clean(s string, lines bool) bool {
	seen := s == ""
	for _, r := range s {
		switch {
		case lines && (r == '\n' || r == '\t'):
		case unicode.IsControl(r), r == '\u2028', r == '\u2029',
			r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return false
		case !invisible(r):
			seen = true
		}
	}
	return seen
}

// invisible reports whether r shows nothing by itself: spaces, joiners and other marks of format, and letters that are blank.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Z, unicode.Cf, unicode.Variation_Selector) || strings.ContainsRune("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0", r)
}

// Canonical reports whether l is the tag of a language as BCP 47 writes it: de, zh-Hant, de-x-ls; not DE, und or xx-de-de.
func (l Lang) Canonical() bool {
	t, err := language.Raw.Parse(string(l))
	return err == nil && t.String() == string(l) && !strings.HasPrefix(string(l), "und")
}
