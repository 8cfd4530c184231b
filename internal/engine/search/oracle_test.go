package search

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// An oracle answers queries by going through all documents by the rules of docs/search.md. Of the index it uses the
// analyser alone: no sets, no tables, no numbers.
type oracle struct {
	vocabulary map[string]*entry
	docs       []*known
	seen       map[string]int // how often an answer turned on what only some queries meet
}

// An entry is a word of some document.
type entry struct {
	id       int
	word     string
	forms    []string
	stem     string // of long words
	skeleton string
	letters  int
}

// A known is a document taken apart.
type known struct {
	Document
	words  []use
	titles []title // and names
	order  []string
}

type use struct {
	*entry
	class    Class
	internal bool
}

type title struct {
	class    Class
	spelt    []string // its different words in order, in each way to spell them
	internal bool
}

func newOracle(docs []Document) *oracle {
	o := &oracle{vocabulary: map[string]*entry{}, seen: map[string]int{}}
	for _, d := range docs {
		o.docs = append(o.docs, o.takeApart(d))
	}
	return o
}

func (o *oracle) takeApart(d Document) *known {
	k := &known{Document: d}
	for _, f := range d.Fields {
		var words [][]string
		for t := range func(yield func(token) bool) { tokens(f.Text, yield) } {
			words = append(words, t.spellings)
			for _, s := range t.spellings {
				k.words = append(k.words, use{o.entry(s), f.Class, f.Internal})
			}
		}
		if (f.Class == Title || f.Class == Name) && len(words) > 0 {
			k.titles = append(k.titles, title{f.Class, spelt(words), f.Internal})
		}
	}
	bare := "0"
	if d.Kind == Bare {
		bare = "1"
	}
	var folded []string
	for t := range func(yield func(token) bool) { tokens(sorting(d), yield) } {
		folded = append(folded, t.spellings[0])
	}
	rank := slices.Index(kindsInOrder(), d.Kind)
	if rank < 0 {
		rank = 9
	}
	k.order = append([]string{bare, fmt.Sprint(rank), d.Kind}, strings.Join(append(folded, ""), " "), string(d.ID))
	return k
}

// spelt writes down the different words of a text in each way to spell all of it.
func spelt(words [][]string) (all []string) {
	for way := range 3 {
		var line []string
		for _, spellings := range words {
			line = append(line, spellings[min(way, len(spellings)-1)])
		}
		slices.Sort(line)
		all = append(all, strings.Join(slices.Compact(line), " "))
	}
	return all
}

// sorting is the text by which a document is sorted.
func sorting(d Document) string {
	for _, class := range []Class{Title, Name} {
		for _, internal := range []bool{false, true} {
			for _, l := range []i18n.Lang{"de", "en"} {
				for _, f := range d.Fields {
					if f.Class == class && f.Internal == internal && f.Lang == l && f.Text != "" {
						return f.Text
					}
				}
			}
			for _, f := range d.Fields {
				if f.Class == class && f.Internal == internal && f.Text != "" {
					return f.Text
				}
			}
		}
	}
	return ""
}

func (o *oracle) entry(word string) *entry {
	e := o.vocabulary[word]
	if e == nil {
		e = &entry{id: len(o.vocabulary), word: word, forms: forms(word), skeleton: skeleton(word), letters: len([]rune(word))}
		if len(word) >= 9 && latinOnly(word) {
			e.stem = germanStem(word)
		}
		o.vocabulary[word] = e
	}
	return e
}

// How a word of a document may be one that was asked for.
const (
	same uint8 = 1 << iota
	ends
	begins
	similar
	exact // as it was asked for
)

// matches says for each word of the vocabulary how it is the word that was asked for.
func (o *oracle) matches(spellings []string, last bool) []uint8 {
	var wanted []string
	var stems []string
	for _, s := range spellings {
		wanted = append(wanted, forms(s)...)
		if st := germanStem(s); latinOnly(s) && len(st) >= 5 {
			stems = append(stems, st)
		}
	}
	spelt := [2]string{spellings[0], skeleton(spellings[0])}
	all := make([]uint8, len(o.vocabulary))
	for _, e := range o.vocabulary {
		m := uint8(0)
		for _, f := range e.forms {
			if slices.Contains(wanted, f) {
				m |= same
			}
		}
		if slices.Contains(spellings, e.word) {
			m |= exact
		}
		for _, s := range stems {
			if e.stem != "" && strings.HasSuffix(e.stem, s) {
				m |= ends
			}
		}
		if last && slices.ContainsFunc(spellings, func(s string) bool { return strings.HasPrefix(e.word, s) }) {
			m |= begins
		}
		for i, w := range [2]string{e.word, e.skeleton} {
			if len([]rune(spelt[i])) >= 4 && e.letters >= 4 && e.letters <= 30 && (spelt[i] == w || oneMistake(spelt[i], w)) {
				m |= similar
			}
		}
		all[e.id] = m
	}
	return all
}

// oneMistake tells whether one insertion, deletion, replacement or swap of neighbours leads from one word to the other.
func oneMistake(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d < -1 || d > 1 {
		return false
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	for i := range x {
		if len(x) > len(y) {
			if slices.Equal(slices.Delete(slices.Clone(x), i, i+1), y) {
				return true
			}
			continue
		}
		z := slices.Clone(x)
		z[i] = y[i]
		if slices.Equal(z, y) {
			return true
		}
		if i+1 < len(x) {
			z = slices.Clone(x)
			z[i], z[i+1] = z[i+1], z[i]
			if slices.Equal(z, y) {
				return true
			}
		}
	}
	return false
}

// A verdict is a document that an oracle finds.
type verdict struct {
	*known
	class Class
}

// answer is what Find should say, without reasons.
func (o *oracle) answer(a record.Actor, q Query) (found []verdict, stage Stage) {
	var plain []string
	var asked [][]string
	for t := range func(yield func(token) bool) { tokens(q.Text, yield) } {
		if !slices.Contains(plain, t.spellings[0]) && len(plain) < 16 {
			plain = append(plain, t.spellings[0])
			asked = append(asked, t.spellings)
		}
	}
	if len(plain) == 0 {
		return nil, ""
	}
	var how [][]uint8
	for i, spellings := range asked {
		how = append(how, o.matches(spellings, i == len(asked)-1))
	}
	find := func(q Query, allowed, bare uint8) (found []verdict) {
		for _, d := range o.docs {
			if class, ok := d.class(a, q, spelt(asked), how, allowed, bare); ok && d.within(a, q) {
				found = append(found, verdict{d, class})
			}
		}
		slices.SortFunc(found, func(x, y verdict) int {
			return cmp.Or(int(x.class-y.class), slices.Compare(x.order, y.order))
		})
		return found
	}
	if q.Complete {
		if found = find(q, same|begins, same|begins); len(found) > 0 {
			return found, ByPrefix
		}
		if found = find(q, same|begins|similar, same|begins|similar); len(found) > 0 {
			return found, BySimilar
		}
		return nil, ""
	}
	found = find(q, same|ends, same|ends)
	here, ours := havingWords(found)
	if ours {
		return found, ByWord
	}
	free := q
	free.Facets = nil
	anywhere, ours := havingWords(find(free, same|ends, same|ends))
	bare := same | ends | begins | similar
	if anywhere {
		bare = same | ends
	}
	more := find(q, same|ends|begins|similar, bare)
	if !slices.Equal(more, found) {
		o.seen[map[bool]string{true: "words elsewhere", false: "tails alone"}[ours]] += min(1, len(q.Facets))
		o.seen["beside bare places"] += map[bool]int{true: 1}[here]
	}
	if !ours {
		found = more
	}
	count := map[Class]int{}
	for _, v := range found {
		count[v.class]++
	}
	switch {
	case len(found) == 0:
		return nil, ""
	case here:
		return found, ByWord
	case count[Similar] > 0:
		return found, BySimilar
	case count[Tail] == len(found):
		return found, ByTail
	}
	return found, ByPrefix
}

// havingWords tells whether something has the words themselves, and whether a record has.
func havingWords(found []verdict) (some, ours bool) {
	for _, v := range found {
		some = some || v.class < Tail
		ours = ours || v.class < Tail && v.Kind != Bare
	}
	return some, ours
}

func seesInternal(a record.Actor, office record.ID) bool {
	switch a.Role {
	case record.Admin:
		return true
	case record.Viewer, record.Editor:
		return a.Office != "" && (office == a.Office || office == record.SharedOffice)
	}
	return false
}

// within tells whether a document is left by the conditions.
func (d *known) within(a record.Actor, q Query) bool {
	if !d.Public && !seesInternal(a, d.Office) || q.Office != "" && d.Office != q.Office && d.Office != record.SharedOffice {
		return false
	}
	if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, d.Kind) {
		return false
	}
	for name, values := range q.Facets {
		if len(values) > 0 && !slices.ContainsFunc(d.values(name), func(v string) bool { return slices.Contains(values, v) }) {
			return false
		}
	}
	return true
}

func (d *known) values(name string) (values []string) {
	if name == "kind" {
		return []string{d.Kind}
	}
	for _, f := range d.Facets {
		if f.Name == name {
			values = append(values, f.Value)
		}
	}
	return values
}

// class is that of the weakest word that was asked for, each in the best field that the actor sees.
func (d *known) class(a record.Actor, q Query, asked []string, how [][]uint8, allowed, bare uint8) (Class, bool) {
	const none = Class(99)
	all := seesInternal(a, d.Office)
	weakest := Title
	for _, matches := range how {
		best := none
		for _, w := range d.words {
			m := matches[w.id]
			if (w.class == Name || w.class == Byname) && m&exact == 0 { // names of bare places have no other forms
				m &^= same
			}
			if m &= allowed; d.Kind == Bare {
				m &= bare
			}
			if m == 0 || w.internal && !all || q.Complete && w.class > Byname {
				continue
			}
			if m&same != 0 {
				best = min(best, w.class)
			}
			if m&ends != 0 {
				best = min(best, Tail)
			}
			if m&begins != 0 && w.class <= Byname {
				best = min(best, w.class)
			}
			if m&similar != 0 && w.class <= Byname {
				best = min(best, Similar)
			}
		}
		if weakest = max(weakest, best); weakest == none {
			return none, false
		}
	}
	whole := func(class Class) bool {
		return slices.ContainsFunc(d.titles, func(t title) bool {
			return t.class == class && (all || !t.internal) && slices.ContainsFunc(t.spelt, func(s string) bool { return slices.Contains(asked, s) })
		})
	}
	switch {
	case weakest == Title && whole(Title):
		return Whole, true
	case weakest == Name && whole(Name):
		return Alias, true
	}
	return weakest, true
}

// differs compares an answer with the oracle's; it returns "" if they say the same.
func (o *oracle) differs(actor record.Actor, q Query, a Answer) string {
	found, stage := o.answer(actor, q)
	var want, got []string
	page := found[min(q.Offset, len(found)):min(q.Offset+q.Limit, len(found))]
	for _, v := range page {
		want = append(want, fmt.Sprint(v.class, " ", v.Kind, " ", v.ID))
	}
	for _, h := range a.Hits {
		got = append(got, fmt.Sprint(h.Class, " ", h.Kind, " ", h.ID))
	}
	if !slices.Equal(got, want) || a.Total != len(found) || a.Stage != stage {
		return fmt.Sprintf("finds %d by %q: %v\nnot %d by %q: %v", a.Total, a.Stage, got, len(found), stage, want)
	}
	for _, name := range q.Count {
		counts := map[string]int{}
		for _, v := range found {
			for _, value := range slices.Compact(slices.Sorted(slices.Values(v.values(name)))) {
				counts[value]++
			}
		}
		list := a.Counts[name]
		for _, c := range list {
			if counts[c.Value] != c.Hits {
				return fmt.Sprintf("counts %s=%s %d, not %d", name, c.Value, c.Hits, counts[c.Value])
			}
		}
		if len(list) != len(counts) || !slices.IsSortedFunc(list, func(a, b Count) int { return cmp.Or(b.Hits-a.Hits, strings.Compare(a.Value, b.Value)) }) {
			return fmt.Sprintf("counts %s as %v, not %v", name, list, counts)
		}
	}
	for i, h := range a.Hits {
		if fault := page[i].unreasonable(actor, h); fault != "" {
			return fmt.Sprintf("%s %s: %s", h.Kind, h.ID, fault)
		}
	}
	return ""
}

// unreasonable tells what is wrong with what a hit says of its document.
func (d *known) unreasonable(a record.Actor, h Hit) string {
	titles := map[i18n.Lang]string{}
	reasoned := false
	passage := ""
	marked := 0
	for _, p := range h.Why.Passage {
		passage += p.Text
		if p.Marked {
			marked++
		}
	}
	passage = strings.Trim(passage, "…")
	for _, f := range d.Fields {
		if f.Internal && !seesInternal(a, d.Office) {
			continue
		}
		if (f.Class == Title || f.Class == Name) && titles[f.Lang] == "" {
			titles[f.Lang] = f.Text
		}
		reasoned = reasoned || f.Name == h.Why.Field && f.Lang == h.Why.Lang && strings.Contains(f.Text, passage)
	}
	maps.DeleteFunc(titles, func(_ i18n.Lang, s string) bool { return s == "" })
	if got := h.Title.Map(); !maps.Equal(got, titles) {
		return fmt.Sprintf("title %v, not %v", got, titles)
	}
	if !reasoned || marked == 0 {
		return fmt.Sprintf("found for %+v", h.Why)
	}
	return ""
}
