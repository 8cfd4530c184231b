package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds a slug in bytes.
const maxSlug = 80

// Slug makes of a title what stands for it in an address: lower-case ASCII words and numbers joined by hyphens, 80 bytes
// at most, cut between words where that is possible.
//
// German umlauts become ae, oe, ue when l is German; elsewhere letters lose their marks. Cyrillic is spelled in Latin
// letters, the Ukrainian way when l is Ukrainian. Other scripts are dropped, so the slug of a title may be "". A title
// may also give something of the shape of a record's id: that is for the caller to refuse.
func Slug(l Lang, s string) string {
	b := &slug{lang: l.base()}
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, " ")) {
		b.letter(unicode.ToLower(r))
	}
	return b.String()
}

// base returns the language without script, region and variant.
func (l Lang) base() Lang {
	base, _, _ := strings.Cut(string(l), "-")
	return Lang(base)
}

// slug gathers words; a hyphen is written only when another word follows.
type slug struct {
	strings.Builder
	lang Lang
	word []byte
	full bool
}

// letter takes one lower-case character in.
func (b *slug) letter(r rune) {
	if latin, ok := spelling(b.lang, r); ok {
		b.word = append(b.word, latin...)
		return
	}
	for _, part := range norm.NFKD.String(string(r)) {
		part = unicode.ToLower(part)
		switch {
		case part >= 'a' && part <= 'z' || part >= '0' && part <= '9':
			b.word = utf8.AppendRune(b.word, part)
		case unicode.Is(unicode.Mn, part):
		default:
			b.end()
		}
	}
}

// end closes the word at hand, if there is one and it still fits.
func (b *slug) end() {
	defer func() { b.word = b.word[:0] }()
	switch {
	case len(b.word) == 0 || b.full:
	case b.Len() == 0:
		b.full = len(b.word) > maxSlug
		b.Write(b.word[:min(len(b.word), maxSlug)])
	case b.Len()+1+len(b.word) > maxSlug:
		b.full = true
	default:
		b.WriteByte('-')
		b.Write(b.word)
	}
}

// String closes the last word and returns the slug.
func (b *slug) String() string {
	b.end()
	return b.Builder.String()
}

// spelling returns how a letter is spelled in ASCII where taking its marks away is not enough.
func spelling(l Lang, r rune) (string, bool) {
	switch {
	case r < 0x80:
		return "", false
	case l == "de" && strings.ContainsRune("äöü", r):
		return map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue"}[r], true
	case l == "uk" && r == 'г':
		return "h", true
	case l == "uk" && r == 'и':
		return "y", true
	case r >= 0x400 && r < 0x500:
		return cyrillic(r)
	}
	switch r {
	case 'ß':
		return "ss", true
	case 'ł':
		return "l", true
	case 'ø':
		return "o", true
	case 'ı':
		return "i", true
	case 'đ', 'ð':
		return "d", true
	case 'ħ':
		return "h", true
	case 'ŋ':
		return "n", true
	case 'ŧ':
		return "t", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	case 'ə':
		return "e", true
	}
	return "", false
}

// cyrillic spells the letters of Russian and Ukrainian. Signs without a sound vanish.
func cyrillic(r rune) (string, bool) {
	const first = 'а'
	russian := [...]string{
		"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
		"r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
	}
	if i := int(r - first); i >= 0 && i < len(russian) {
		return russian[i], true
	}
	switch r {
	case 'ё':
		return "yo", true
	case 'є':
		return "ye", true
	case 'і':
		return "i", true
	case 'ї':
		return "yi", true
	case 'ґ':
		return "g", true
	}
	return "", false
}
