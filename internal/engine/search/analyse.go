package search

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// analyserVersion names the rules by which texts become words. Whoever changes what words, stems, tails or skeletons a
// text gives, which number a class has, or in which order documents are, raises it: an index of another version is built anew.
const analyserVersion = 7

// maxLetters is where a word is cut.
const maxLetters = 40

// A token is a word as it stands in a text, from one byte to another, with its spellings: the folded word, and then how it
// is written where its letters are missing: koeln for Köln, the German and the English transliteration of a Cyrillic word.
type token struct {
	from, to  int
	spellings []string
}

// word is the folded word itself.
func (t token) word() string { return t.spellings[0] }

// schemes are the ways to spell a text from its first word to its last: folded, as German has it without the letters, as
// English has it.
const schemes = 3

// in returns the word as a scheme spells it.
func (t token) in(scheme int) string { return t.spellings[min(scheme, len(t.spellings)-1)] }

// tokens calls yield with each word of text until it returns false. A word is a run of letters, digits and marks; it ends
// where Chinese or Japanese letters begin or end. Those are written without spaces: each two neighbours make a word.
func tokens(text string, yield func(token) bool) { tokensSpelt(text, withDigraphs, yield) }

// tokensSpelt is tokens with other spellings of words that are not Cyrillic.
func tokensSpelt(text string, spell func(word string) []string, yield func(token) bool) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end, cyrillic := runEnd(text, at)
		run := token{from: at, to: end}
		at = end
		switch {
		case ideographic(r):
			if !pairs(text, run, yield) {
				return
			}
			continue
		case cyrillic:
			run.spellings = transliterations(text[run.from:run.to])
		default:
			run.spellings = spell(text[run.from:run.to])
		}
		if run.word() != "" && !yield(run) {
			return
		}
	}
}

// runEnd returns where the word that begins at a place ends, and whether it has Cyrillic letters.
func runEnd(text string, at int) (end int, cyrillic bool) {
	first, _ := utf8.DecodeRuneInString(text[at:])
	script := ideographic(first)
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) || ideographic(r) != script && !unicode.IsMark(r) {
			break
		}
		cyrillic = cyrillic || r >= 0x400 && r < 0x530
		at += size
	}
	return at, cyrillic
}

// pairs yields each two neighbouring letters of a run, each with the marks that follow it; a letter alone stays alone.
func pairs(text string, run token, yield func(token) bool) bool {
	var starts []int
	for i, r := range text[run.from:run.to] {
		if !unicode.IsMark(r) {
			starts = append(starts, run.from+i)
		}
	}
	starts = append(starts, run.to)
	for i := 0; i == 0 || i+2 < len(starts); i++ {
		t := token{from: starts[i], to: starts[min(i+2, len(starts)-1)]}
		t.spellings = []string{cut(fold(text[t.from:t.to]))}
		if t.word() != "" && !yield(t) {
			return false
		}
	}
	return true
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// ideographic tells whether a letter is of a script that is written without spaces.
func ideographic(r rune) bool {
	return r >= 0x2e80 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// cut shortens a word to its first forty letters.
func cut(word string) string {
	if len(word) <= maxLetters {
		return word
	}
	n := 0
	for i := range word {
		if n == maxLetters {
			return word[:i]
		}
		n++
	}
	return word
}

// fold levels case, accents and forms of letters: POZNAŃ and Poznan become poznan.
func fold(word string) string {
	if plain(word) {
		return word
	}
	letters := latinFolds()
	b := make([]byte, 0, len(word)+8)
	for _, r := range word {
		if int(r) >= len(letters) {
			return foldAny(word)
		}
		b = append(b, letters[r]...)
	}
	return string(b)
}

func plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// latinFolds holds what foldAny makes of each of the letters that most texts consist of. None of them changes another.
var latinFolds = sync.OnceValue(func() *[0x250]string {
	var table [0x250]string
	for r := range table {
		table[r] = foldAny(string(rune(r)))
	}
	return &table
})

func foldAny(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(norm.NFKC.String(word))) {
		switch {
		case r >= 0x300 && r <= 0x36f: // the accents of Latin, Greek and Cyrillic
		case special(r) != "":
			b.WriteString(special(r))
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// withDigraphs returns a word folded, and once more with two letters for those that many keyboards lack: koln, koeln.
func withDigraphs(word string) []string {
	folded := cut(fold(word))
	if !strings.ContainsFunc(word, func(r rune) bool { return digraph(r) != "" || r == 0x308 || r == 0x30a }) {
		return []string{folded}
	}
	b := make([]byte, 0, len(word)+4)
	for _, r := range norm.NFC.String(word) {
		if two := digraph(r); two != "" {
			b = append(b, two...)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	if w := cut(fold(string(b))); w != folded {
		return []string{folded, w}
	}
	return []string{folded}
}

// foldedOnly returns a word folded.
func foldedOnly(word string) []string { return []string{cut(fold(word))} }

// hasDigraph tells whether a folded word has two letters that may stand for one. A second spelling always has.
func hasDigraph(word string) bool {
	for i := 0; i+1 < len(word); i++ {
		switch word[i : i+2] {
		case "ae", "oe", "ue", "aa":
			return true
		}
	}
	return false
}

// digraph spells a letter by two, as Germans and Scandinavians do who cannot type it.
func digraph(r rune) string {
	switch r {
	case 'ä', 'Ä':
		return "ae"
	case 'ö', 'Ö', 'ø', 'Ø':
		return "oe"
	case 'ü', 'Ü':
		return "ue"
	case 'å', 'Å':
		return "aa"
	}
	return ""
}

// special spells letters that Unicode does not take apart.
func special(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ς': // ends Greek words, where σ stands within
		return "σ"
	}
	return ""
}
