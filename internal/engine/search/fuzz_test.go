package search

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

func FuzzAnalyser(f *testing.F) {
	for _, s := range []string{"", "POZNAŃ", "Иваново Миколаїв ъь", "広島市 ゟ ー", "a\x00b\xff", "İıſẞ", "ﬁ ㍿ ①", "ا̀́", "zzzzzz", strings.Repeat("ä", 100), "は゜゛"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for tok := range func(yield func(token) bool) { tokens(s, yield) } {
			if tok.from < 0 || tok.to > len(s) || tok.from >= tok.to || tok.to < end {
				t.Fatalf("%q: from %d to %d", s, tok.from, tok.to)
			}
			end = tok.to
			for _, w := range tok.spellings {
				if w == "" || !utf8.ValidString(w) || letters(w) > maxLetters || !isWord(w) {
					t.Fatalf("%q: word %q", s, w)
				}
				if again := fold(w); fold(again) != again {
					t.Fatalf("%q folds to %q, and that to %q", w, again, fold(again))
				}
				for _, form := range forms(w) {
					if form == "" {
						t.Fatalf("%q has an empty form", w)
					}
				}
				if m := (mistaken{w, skeleton(w)}); letters(w) >= minForgiving && (!m.is(w) || len(m.spans()) == 0) {
					t.Fatalf("%q is not itself", w)
				}
				_, _ = backward(w), tailOf(w)
				beginnings(w, func(b string) {
					if isWord(b) {
						t.Fatalf("%q begins with the word %q", w, b)
					}
				})
				_ = formMarks(w, true)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	w := newWorld(f, sqliteURL(f), register()...)
	for _, s := range []string{"", "posen", "広", "zzzzzz", "a b c d e f g h i j k l m n o p q r s t u v w x y z", "\x00\xff", "%_'\"", strings.Repeat("wort ", 999), strings.Repeat("ü", 5000)} {
		f.Add(s, true, 0, 10, "country", "DE")
		f.Add(s, false, math.MaxInt, math.MaxInt, "kind", "place")
		f.Add(s, false, 1, math.MaxInt, "", "")
		f.Add(s, false, math.MinInt, math.MinInt, s, s)
	}
	f.Fuzz(func(t *testing.T, text string, complete bool, offset, limit int, facet, value string) {
		for _, a := range []record.Actor{{}, {Role: record.Viewer, Office: record.ID(value)}, {Role: record.Admin}} {
			q := Query{
				Text: text, Complete: complete, Offset: offset, Limit: limit, Lang: i18n.Lang(value),
				Facets: map[string][]string{facet: {value}}, Count: []string{facet, "kind"},
			}
			for range 2 {
				answer, err := w.index.Find(record.As(t.Context(), a), q)
				if err != nil {
					t.Fatalf("%+v: %v", q, err)
				}
				if len(answer.Hits) > max(0, q.Limit) || len(answer.Hits) > answer.Total {
					t.Fatalf("%+v: %d hits of %d", q, len(answer.Hits), answer.Total)
				}
				q.Facets = nil
			}
		}
	})
}
