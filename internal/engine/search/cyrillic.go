package search

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// transliterations returns a Cyrillic word folded, and as German and English write it: иваново, iwanowo, ivanovo. The
// letters і ї є ґ tell that a word is Ukrainian, in which some letters sound differently.
func transliterations(word string) []string {
	lower := strings.ToLower(norm.NFKC.String(word))
	ukrainian := strings.ContainsAny(lower, "іїєґ")
	var german, english strings.Builder
	before := rune(0)
	for _, r := range lower {
		de, en := latin(r)
		if ukrainian {
			de, en = latinUkrainian(r)
		} else if r == 'е' && (before == 0 || strings.ContainsRune("аеёиоуыэюяъь", before)) {
			de = "je"
		}
		german.WriteString(de)
		english.WriteString(en)
		before = r
	}
	all := []string{cut(fold(word))}
	for _, s := range []string{german.String(), english.String()} {
		if s = cut(fold(s)); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

func latinUkrainian(r rune) (german, english string) {
	switch r {
	case 'и':
		return "y", "y"
	case 'г':
		return "h", "h"
	case 'й':
		return "j", "i"
	}
	return latin(r)
}

// latin returns how German and English write a Cyrillic letter; any other letter stays.
func latin(r rune) (german, english string) {
	if s, ok := alike[r]; ok {
		return s, s
	}
	if s, ok := apart[r]; ok {
		return s[0], s[1]
	}
	return string(r), string(r)
}

// alike are letters that German and English write in the same way.
var alike = map[rune]string{
	'а': "a", 'б': "b", 'г': "g", 'д': "d", 'е': "e", 'и': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p",
	'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'і': "i", 'ґ': "g", 'ј': "j",
	'љ': "lj", 'њ': "nj", 'ћ': "c", 'ђ': "d", 'џ': "dz", 'ў': "u",
}

// apart are those that they write differently: German, English.
var apart = map[rune][2]string{
	'в': {"w", "v"}, 'ё': {"jo", "yo"}, 'ж': {"sch", "zh"}, 'з': {"s", "z"}, 'й': {"i", "y"}, 'х': {"ch", "kh"},
	'ц': {"z", "ts"}, 'ч': {"tsch", "ch"}, 'ш': {"sch", "sh"}, 'щ': {"schtsch", "shch"}, 'ю': {"ju", "yu"},
	'я': {"ja", "ya"}, 'ї': {"ji", "i"}, 'є': {"je", "ie"},
}
