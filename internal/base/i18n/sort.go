package i18n

import (
	"encoding/hex"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// maxSortKey bounds a sort key so that an index can hold it. Two hundred Latin letters stay below it.
const maxSortKey = 2048

// Sorter puts words into the order of a language's dictionaries: Österreich before Polen in German, after Zypern in
// Swedish. It is safe for concurrent use.
type Sorter struct{ free sync.Pool }

// NewSorter returns the Sorter for l; an unknown language sorts by the root order of Unicode.
func NewSorter(l Lang) *Sorter {
	tag := language.Make(string(l))
	return &Sorter{free: sync.Pool{New: func() any {
		return &bench{collator: collate.New(tag), buffer: new(collate.Buffer)}
	}}}
}

// A bench is what one sorting hand needs; a collator must not be used by two at once.
type bench struct {
	collator *collate.Collator
	buffer   *collate.Buffer
}

// Key returns what s is sorted by, as lower-case hexadecimal digits: keys in byte order are words in the language's
// order, on every database and whatever its collation. That is what a sort column holds.
//
// Keys come from golang.org/x/text/collate, which holds the order of CLDR 23. They may change with a release of that
// module, and must then all be made anew. A key has at most 2,048 digits; words that differ only beyond tie, so a
// list has a second thing to sort by, such as the id.
func (s *Sorter) Key(words string) string {
	b := s.free.Get().(*bench)
	defer s.free.Put(b)
	b.buffer.Reset()
	key := b.collator.KeyFromString(b.buffer, words)
	return hex.EncodeToString(key[:min(len(key), maxSortKey/2)])
}

// Compare orders two words as their keys are ordered: negative, zero or positive.
func (s *Sorter) Compare(a, b string) int {
	return strings.Compare(s.Key(a), s.Key(b))
}

// SortKey returns what words are sorted by in the language of l; see Sorter.Key.
func (l *Localizer) SortKey(words string) string { return l.sorter.Key(words) }

// Compare orders two words as the language of l does: negative, zero or positive.
func (l *Localizer) Compare(a, b string) int { return l.sorter.Compare(a, b) }
