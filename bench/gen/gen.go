// Package gen makes the records of the benchmark. Every record is a function of its number alone, so that two databases
// filled by it hold the same rows. Words follow Zipf's law, with exponent 1, and carry the diacritics of many languages.
package gen

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Rand is a stream of numbers (splitmix64).
type Rand struct{ state uint64 }

// NewRand returns the stream that belongs to a seed.
func NewRand(seed uint64) *Rand { return &Rand{mix(seed)} }

func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb
	return x ^ (x >> 31)
}

// Next returns the next number of the stream.
func (r *Rand) Next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	return mix(r.state)
}

// Below returns a number from 0 to n-1.
func (r *Rand) Below(n int) int { return int(r.Next() % uint64(n)) }

// Unit returns a number from 0 to 1, without 1.
func (r *Rand) Unit() float64 { return float64(r.Next()>>11) / (1 << 53) }

// vocabulary is how many words there are.
const vocabulary = 40_000

// Words are the words of all texts, the most frequent first.
type Words []string

// NewWords makes the vocabulary.
func NewWords() Words {
	onset := strings.Fields("b br c č d dr f g gr h j k kr l ł m n p pr r s š st t tr v w z ž sch")
	nucleus := strings.Fields("a e i o u ä ö ü é ó ą å ia ei au")
	coda := append(strings.Fields("n r s l ń m t k ng"), "")
	r, seen := NewRand(42), map[string]bool{}
	words := make(Words, 0, vocabulary)
	for len(words) < vocabulary {
		var b strings.Builder
		for range syllables(len(words), r) {
			b.WriteString(onset[r.Below(len(onset))])
			b.WriteString(nucleus[r.Below(len(nucleus))])
			b.WriteString(coda[r.Below(len(coda))])
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// syllables says how long the word of a rank is: rare words are long.
func syllables(rank int, r *Rand) int {
	switch {
	case rank <= 300:
		return 2
	case rank <= 8000:
		return 2 + r.Below(2)
	default:
		return 3
	}
}

// Text returns n words.
func (w Words) Text(r *Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		rank := int(math.Exp(r.Unit()*math.Log(vocabulary))) - 1
		b.WriteString(w[rank])
	}
	return b.String()
}

// Name returns a name of one or two words, any of the vocabulary, with capitals.
func (w Words) Name(r *Rand) string {
	name := capital(w[r.Below(len(w))])
	if r.Below(3) == 0 {
		name += " " + capital(w[r.Below(len(w))])
	}
	return name
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// ID returns the id of the n-th thing of a sort: a UUID of version 7 whose time grows with n, as those of a database that
// filled up over the years do.
func ID(sort, n int) string {
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli() + int64(n)*500
	a := NewRand(uint64(sort)<<40 | uint64(n))
	x, y := a.Next(), a.Next()
	return fmt.Sprintf("%08x-%04x-7%03x-%04x-%012x", at>>16, at&0xffff, x&0xfff, 0x8000|x>>12&0x3fff, y&0xffffffffffff)
}
