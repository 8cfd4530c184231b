// Package pack writes several texts as one and takes them apart again: each stands behind its length in bytes, so that
// "title", "de" and "Rouen" become "5:title2:de5:Rouen". What is taken out shares the memory of the whole, and nobody looks
// at its letters; JSON took a fifth of a search.
package pack

import (
	"strconv"
	"strings"
)

// Append adds texts to what was packed before.
func Append(dst []byte, texts ...string) []byte {
	for _, s := range texts {
		dst = strconv.AppendInt(dst, int64(len(s)), 10)
		dst = append(append(dst, ':'), s...)
	}
	return dst
}

// A Reader takes text after text from what was packed.
type Reader struct {
	rest string
	bad  bool
}

// NewReader returns a reader of what was packed.
func NewReader(packed string) *Reader { return &Reader{rest: packed} }

// Next returns the next text, or "" where there is none: then the reader has ended, and is bad.
func (r *Reader) Next() string {
	length, rest, ok := strings.Cut(r.rest, ":")
	n, err := strconv.Atoi(length)
	if !ok || err != nil || n < 0 || n > len(rest) {
		r.rest, r.bad = "", true
		return ""
	}
	r.rest = rest[n:]
	return rest[:n]
}

// Int returns the next text as a number that is not negative; anything else is bad.
func (r *Reader) Int() int {
	n, err := strconv.Atoi(r.Next())
	if err != nil || n < 0 {
		r.rest, r.bad = "", true
		return 0
	}
	return n
}

// More tells whether anything is left.
func (r *Reader) More() bool { return r.rest != "" }

// Bad tells whether something that was asked for was not there: this was not packed here, or is damaged.
func (r *Reader) Bad() bool { return r.bad }
