package search

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/i18n"
)

// A reason tells why a document was found, from its fields alone: it knows which indexed words were looked for, and
// whether tails and beginnings were.
type reason struct {
	asked      []asked
	spread     *spreader
	words      map[string]uint64 // indexed word → which of those that were asked for it stands for, as bits
	forms      map[string]uint64 // the same of words that stand for others in all but the names of bare places
	tails      bool
	beginnings bool
	ends       bool // of the hit at hand: tails are what it was found by
	digraphs   bool // second spellings may be what was asked for
	spell      func(word string) []string
}

func newReason(all []asked) reason {
	return reason{asked: all, spread: newSpreader(), words: map[string]uint64{}, forms: map[string]uint64{}}
}

// settle is called once all words are known, those that were asked for among them.
func (r *reason) settle() {
	for word := range r.words {
		r.digraphs = r.digraphs || hasDigraph(word)
	}
	for word := range r.forms {
		r.digraphs = r.digraphs || hasDigraph(word)
	}
}

// A passage is cut this many bytes before and after the first word that was found, at a space.
const (
	passageSide = 70
	passageSlip = 20 // how far a space may be away
)

// why names the field that has most of the words; among equals the one of the better class, then the one in l. In what was
// found by the words themselves it looks for no tails.
func (r *reason) why(fields []Field, found Class, l i18n.Lang) Why {
	r.ends = r.tails && found >= Tail
	if r.spell = foldedOnly; r.ends || r.digraphs {
		r.spell = withDigraphs
	}
	ranked := byClass(fields)
	slices.SortStableFunc(ranked, func(a, b Field) int {
		if a.Class != b.Class || (a.Lang == l) == (b.Lang == l) {
			return int(a.Class - b.Class)
		}
		if a.Lang == l {
			return -1
		}
		return 1
	})
	every := uint64(1)<<len(r.asked) - 1
	best, most := -1, uint64(0)
	for i, f := range ranked {
		has := r.in(f, every)
		if bits.OnesCount64(has) > bits.OnesCount64(most) {
			best, most = i, has
		}
		if most == every {
			break
		}
	}
	if best < 0 {
		return Why{}
	}
	f := ranked[best]
	return Why{Field: f.Name, Lang: f.Lang, Passage: r.passage(f)}
}

// in returns which of the words that were asked for stand in a field; it looks no further once it has found enough.
func (r *reason) in(f Field, enough uint64) (has uint64) {
	for t := range func(yield func(token) bool) { tokensSpelt(f.Text, r.spell, yield) } {
		if has |= r.of(t, f.Class); has == enough {
			break
		}
	}
	return has
}

// of returns which of the words that were asked for a word of a field stands for.
func (r *reason) of(t token, c Class) (has uint64) {
	for _, w := range t.spellings {
		has |= r.words[w]
		if !c.bare() {
			has |= r.forms[w]
		}
		if r.beginnings && c.named() {
			last := len(r.asked) - 1
			for _, p := range r.asked[last].spellings {
				if strings.HasPrefix(w, p) {
					has |= 1 << last
				}
			}
		}
		if r.ends && len(w) >= longWord {
			has |= r.tailed(w)
		}
	}
	return has
}

func (r *reason) tailed(word string) (has uint64) {
	b := ""
	for i, a := range r.asked {
		for j, t := range a.tails {
			if !strings.Contains(word, a.ends[j]) { // a stem is a beginning of its word
				continue
			}
			if b == "" {
				if b = r.spread.backwardOf(word); b == "" {
					return has
				}
			}
			if strings.HasPrefix(b, t) {
				has |= 1 << i
			}
		}
	}
	return has
}

// passage cuts a field around the first word that was found, and marks all that were.
func (r *reason) passage(f Field) []Piece {
	var marked []token
	from, to := 0, len(f.Text)
	for t := range func(yield func(token) bool) { tokensSpelt(f.Text, r.spell, yield) } {
		if len(marked) > 0 && t.to > to {
			break
		}
		if r.of(t, f.Class) == 0 {
			continue
		}
		if len(marked) == 0 {
			from, to = cutBefore(f.Text, t.from-passageSide), cutAfter(f.Text, t.to+passageSide)
		}
		marked = append(marked, t)
	}
	return pieces(f.Text, from, to, marked)
}

// cutBefore returns where a passage begins that should begin at some byte: behind a space close by, else at a letter.
func cutBefore(text string, at int) int {
	if at <= 0 {
		return 0
	}
	if i := strings.IndexByte(text[at:at+passageSlip], ' '); i >= 0 {
		return at + i + 1
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func cutAfter(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if i := strings.LastIndexByte(text[at-passageSlip:at], ' '); i >= 0 {
		return at - passageSlip + i
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

const ellipsis = "…"

func pieces(text string, from, to int, marked []token) []Piece {
	var out []Piece
	add := func(s string, mark bool) {
		if s == "" {
			return
		}
		if n := len(out); n > 0 && out[n-1].Marked == mark {
			out[n-1].Text += s
			return
		}
		out = append(out, Piece{s, mark})
	}
	if from > 0 {
		add(ellipsis, false)
	}
	at := from
	for _, t := range marked {
		if t.to <= at { // pairs of letters overlap
			continue
		}
		begin := max(t.from, at)
		add(text[at:begin], false)
		add(text[begin:t.to], true)
		at = t.to
	}
	add(text[at:max(at, to)], false)
	if max(at, to) < len(text) {
		add(ellipsis, false)
	}
	return out
}
