package search

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
)

// All rules of this file read nothing but the words themselves: what is a form of what never depends on the language of
// a text, on the order of writing or on which words exist.

// stemmers keeps the buffers of the stemmers.
var stemmers = sync.Pool{New: func() any { return snowballstem.NewEnv("") }}

// forms returns a folded word and its German, English and French stems. Two words are the same if they share a form.
func forms(word string) []string {
	all := []string{word}
	if len(word) < 3 || !latinOnly(word) {
		return all
	}
	env := stemmers.Get().(*snowballstem.Env)
	defer stemmers.Put(env)
	for _, stem := range []func(*snowballstem.Env) bool{german.Stem, english.Stem, french.Stem} {
		env.SetCurrent(word)
		stem(env)
		if s := fold(env.Current()); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

func germanStem(word string) string {
	if len(word) < 3 || !latinOnly(word) {
		return word
	}
	env := stemmers.Get().(*snowballstem.Env)
	defer stemmers.Put(env)
	env.SetCurrent(word)
	german.Stem(env)
	return fold(env.Current())
}

// latinOnly tells whether a folded word consists of the letters a to z.
func latinOnly(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// German writes nouns together: a query word is also found at the end of a long word.
const (
	longWord = 9 // letters of a word that has a tail
	minTail  = 5 // letters of a stem that is looked for at the end of others
)

// backward returns the reversed stem of a long word, so that its tail becomes a beginning; "" for other words.
func backward(word string) string {
	if len(word) < longWord || !latinOnly(word) {
		return ""
	}
	return reversed(germanStem(word))
}

// tailOf returns the beginning that the backward forms of all words with this tail have; "" if the word is too short.
func tailOf(word string) string {
	if !latinOnly(word) {
		return ""
	}
	stem := germanStem(word)
	if len(stem) < minTail {
		return ""
	}
	return reversed(stem)
}

func reversed(s string) string {
	letters := []rune(s)
	slices.Reverse(letters)
	return string(letters)
}

// Only words of at least four letters forgive a wrong one, as they are spelt or in their skeletons, and only up to a length.
const (
	minForgiving  = 4
	maxMisspelled = 30
)

var skeletonLetters = strings.NewReplacer("sch", "sh", "w", "v", "y", "i", "j", "i", "ck", "k")

// skeleton levels the spellings of transliterations: mykolajiw and mykolaiv are mikolaiv.
func skeleton(word string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range skeletonLetters.Replace(word) {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// halves splits a skeleton of two letters or more in the middle, and gives it with the two letters there swapped. Any
// other single mistake leaves one of the halves whole.
func halves(skeleton string) (head, tail, swapped string) {
	r := []rune(skeleton)
	h := len(r) / 2
	head, tail = string(r[:h]), string(r[h:])
	r[h-1], r[h] = r[h], r[h-1]
	return head, tail, string(r)
}

// near tells whether at most one letter is missing, too many or wrong, or two neighbours are swapped.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}

// A mistaken word is looked for by what a single mistake leaves whole.
type mistaken struct{ word, skeleton string }

// is tells whether a word of four letters or more is a single mistake away, as it is spelt or by its skeleton.
func (m mistaken) is(word string) bool {
	return letters(m.word) >= minForgiving && near(m.word, word) ||
		letters(m.skeleton) >= minForgiving && near(m.skeleton, skeleton(word))
}

// A span is a part of search_form: from a mark to before another.
type span struct {
	from string
	to   []byte
}

// lengths returns how long the mark of a skeleton is at least and at most that may be meant, in bytes: a mistake adds or takes
// two letters if it parts a double one, as in Ottxawa.
func (m mistaken) lengths() (least, most int) {
	const two = 2 * utf8.UTFMax
	n := len(skeletonMark(m.skeleton))
	return n - two, n + two
}

// spans returns where in search_form all words stand that may be meant: those that begin or end as this one, or have the two
// letters in its middle swapped.
func (m mistaken) spans() (all []span) {
	add := func(from string, to []byte) {
		if s := (span{from, to}); !slices.ContainsFunc(all, func(o span) bool { return o.from == s.from }) {
			all = append(all, s)
		}
	}
	addHalves := func(head, tail, swapped string) {
		head, tail, swapped = skeletonMark(head), skeletonBackMark(reversed(tail)), skeletonMark(swapped)
		add(head, after(head))
		add(tail, after(tail))
		add(swapped, []byte(swapped+"\x00"))
	}
	if letters(m.skeleton) >= minForgiving {
		addHalves(halves(m.skeleton))
	}
	if letters(m.word) >= minForgiving {
		head, tail, swapped := halves(m.word)
		head, tail = strings.TrimSuffix(head, "c"), strings.TrimPrefix(tail, "c") // of sch or ck, it is not in a skeleton
		addHalves(skeleton(head), skeleton(tail), skeleton(swapped))
	}
	return all
}

func letters(word string) int { return utf8.RuneCountInString(word) }
