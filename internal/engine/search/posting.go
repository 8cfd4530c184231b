package search

import (
	"fmt"
	"hash/fnv"
	"slices"

	"kontor.example/internal/engine/record"
)

// Who may read what a posting says.
const (
	everybody = 0
	staff     = 1 // of the office that keeps the document
)

// A posting says that a document has a word: in its best class, for somebody. Besides the words of its texts a document
// has pseudo-words, which no text can contain since words are letters, digits and marks:
//
//	han*          a title, an alias or a name has a word that begins so; up to four letters
//	=HASH         a title or a name consists of exactly these words
//	<tfahcs       a long word ends so, read backwards
//	@OFFICE       the office that keeps it
//	#NAME=VALUE   a facet
type posting struct {
	class Class
	word  string
	reach int
}

const prefixLetters = 4

func beginning(letters string) string     { return letters + "*" }
func backwardMark(backward string) string { return "<" + backward }
func officeMark(office record.ID) string  { return "@" + string(office) }
func facetMark(name, value string) string { return "#" + name + "=" + value }

// isWord tells the words of texts from pseudo-words.
func isWord(word string) bool {
	switch word[0] {
	case '=', '@', '<', '#':
		return false
	}
	return word[len(word)-1] != '*'
}

// wholeMarks stand for a title or a name that consists of these words, one mark for each way to spell them.
func wholeMarks(words []token) (marks []string) {
	if len(words) == 0 {
		return nil
	}
	for scheme := range schemes {
		spelt := make([]string, len(words))
		for i, t := range words {
			spelt[i] = t.in(scheme)
		}
		if m := wholeMark(spelt); !slices.Contains(marks, m) {
			marks = append(marks, m)
		}
	}
	return marks
}

// wholeMark stands for a title or a name that consists of these words, in any order.
func wholeMark(words []string) string {
	slices.Sort(words)
	h := fnv.New64a()
	for _, w := range slices.Compact(words) {
		_, _ = h.Write([]byte(w + " "))
	}
	return fmt.Sprintf("=%016x", h.Sum64())
}

// A spreader tells the postings of documents; it remembers the backward forms of words, which take long to find.
type spreader struct{ backward map[string]string }

func newSpreader() *spreader { return &spreader{backward: map[string]string{}} }

// postings calls put with the postings of a document, for each word and reach the best class first: only the first
// posting of a word for somebody counts.
func (s *spreader) postings(d *Document, put func(posting)) {
	reach := everybody
	if !d.Public {
		reach = staff
	}
	put(posting{Title, officeMark(d.Office), staff})
	if d.Public {
		put(posting{Title, officeMark(d.Office), everybody})
	}
	put(posting{Title, facetMark(kindFacet, d.Kind), reach})
	for _, f := range d.Facets {
		put(posting{Title, facetMark(f.Name, f.Value), reach})
	}
	for _, f := range byClass(d.Fields) {
		s.field(f, max(reach, f.reach()), put)
	}
}

func (f Field) reach() int {
	if f.Internal {
		return staff
	}
	return everybody
}

// byClass returns fields in the order of their classes, of which only those of fields are known.
func byClass(fields []Field) []Field {
	fields = slices.Clone(fields)
	for i, f := range fields {
		if f.Class < Title || f.Class > Body {
			fields[i].Class = Body
		}
	}
	slices.SortStableFunc(fields, func(a, b Field) int { return int(a.Class - b.Class) })
	return fields
}

func (s *spreader) field(f Field, reach int, put func(posting)) {
	var whole []token
	for t := range func(yield func(token) bool) { tokens(f.Text, yield) } {
		if f.Class == Title || f.Class == Name {
			whole = append(whole, t)
		}
		for _, w := range t.spellings {
			put(posting{f.Class, w, reach})
			if f.Class.named() {
				beginnings(w, func(b string) { put(posting{f.Class, b, reach}) })
			}
			if b := s.backwardOf(w); b != "" {
				put(posting{Tail, backwardMark(b), reach})
			}
		}
	}
	for _, m := range wholeMarks(whole) {
		put(posting{f.Class, m, reach})
	}
}

// beginnings calls put with the marks for the first letters of a word: p*, po*, poz*, pozn*.
func beginnings(word string, put func(string)) {
	n := 0
	for i := range word {
		if n > 0 {
			put(beginning(word[:i]))
		}
		if n++; n > prefixLetters {
			return
		}
	}
	put(beginning(word))
}

func (s *spreader) backwardOf(word string) string {
	if len(word) < longWord {
		return ""
	}
	b, known := s.backward[word]
	if !known {
		b = backward(word)
		s.backward[word] = b
	}
	return b
}

// formMarks returns under what a word is found in search_form: its stems, and if it stands in a title, an alias or a name its
// skeleton, forwards and backwards.
func formMarks(word string, named bool) []string {
	if !isWord(word) {
		return nil
	}
	marks := forms(word)[1:]
	if n := letters(word); named && n >= minForgiving && n <= maxMisspelled {
		sk := skeleton(word)
		marks = append(marks, skeletonMark(sk), skeletonBackMark(reversed(sk)))
	}
	return marks
}

func skeletonMark(s string) string     { return "~" + s }
func skeletonBackMark(s string) string { return "!" + s }
