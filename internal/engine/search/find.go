package search

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// atMost bounds offset and limit, so that their sum is a number.
const atMost = 1 << 30

// maxMoved is how often a search begins again because a rebuild took its generation away under it.
const maxMoved = 3

// Find answers a query for the actor of ctx. Words and tails are always looked for together, so that the total does not
// depend on the page. If no record has the words themselves, what begins so and what is one mistake away comes in addition.
// Facets and office narrow before anything is counted. Where the state of the index was lost, or an older program has built it by
// other rules, a search is fault.Unavailable until a rebuild.
func (x *Index) Find(ctx context.Context, q Query) (Answer, error) {
	all, wholes := words(q.Text)
	if len(all) == 0 {
		return Answer{}, nil
	}
	q.Offset, q.Limit = min(max(0, q.Offset), atMost), min(max(0, q.Limit), atMost)
	for moved := 0; ; moved++ {
		s, err := readState(ctx, x.db)
		if err != nil {
			return Answer{}, fmt.Errorf("search: %w", err)
		}
		if !s.answers() {
			return Answer{}, fmt.Errorf("search: %w: its index cannot be read and will be built anew", fault.Unavailable)
		}
		a, err := x.find(ctx, s, q, all, wholes)
		if err != nil {
			return Answer{}, fmt.Errorf("search: %w", err)
		}
		now, err := readState(ctx, x.db)
		if err != nil || now.gen == s.gen || moved == maxMoved {
			return a, err
		}
	}
}

func (x *Index) find(ctx context.Context, st state, q Query, all []asked, wholes []string) (Answer, error) {
	s := newSearch(x, st, q, record.ActorOf(ctx), all, wholes)
	defer s.free()
	stage, err := s.stages(ctx)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Total: s.found.count(), Stage: stage}
	if a.Counts, err = s.counts(ctx); err != nil {
		return Answer{}, err
	}
	a.Hits, err = s.page(ctx)
	return a, err
}

// A search is one query under way.
type search struct {
	x     *Index
	state state
	q     Query
	sees  *visible

	asked  []asked
	sets   []layered           // what has each of the words
	whole  layered             // the titles and names that consist of them
	bare   layered             // the bare places, if any can be found
	scope  []layered           // what each condition leaves, the office first
	kept   int                 // how many conditions there are without the facets
	reads  map[string][]target // which sets the rows of a word go to
	reason reason
	found  *result
}

// A target is a set that rows go to.
type target struct {
	set     layered
	class   Class // instead of that of the row; 0 for that
	unnamed bool  // without the names of bare places
}

func newSearch(x *Index, st state, q Query, actor record.Actor, all []asked, wholes []string) *search {
	s := &search{
		x: x, state: st, q: q, sees: visibleTo(actor), asked: all, whole: layered{}, bare: layered{},
		reads: map[string][]target{}, reason: newReason(all),
	}
	for range all {
		s.sets = append(s.sets, layered{})
	}
	for _, m := range wholes {
		s.read(m, target{set: s.whole})
	}
	if !q.Complete && q.bare() {
		s.read(facetMark(kindFacet, Bare), target{set: s.bare})
	}
	for _, o := range s.sees.offices {
		s.read(officeMark(o), target{set: s.sees.mine})
	}
	if q.Office != "" {
		s.narrow([]string{officeMark(q.Office), officeMark(record.SharedOffice)})
	}
	if len(q.Kinds) > 0 {
		s.narrowTo(kindFacet, q.Kinds)
	}
	s.kept = len(s.scope)
	for name, values := range q.Facets {
		if len(values) > 0 {
			s.narrowTo(name, values)
		}
	}
	return s
}

// narrowTo leaves only what has one of some values of a facet.
func (s *search) narrowTo(name string, values []string) {
	marks := make([]string, len(values))
	for i, v := range values {
		marks[i] = facetMark(name, v)
	}
	s.narrow(marks)
}

// narrow leaves only what has one of some marks.
func (s *search) narrow(marks []string) {
	set := layered{}
	s.scope = append(s.scope, set)
	slices.Sort(marks)
	for _, m := range slices.Compact(marks) {
		s.read(m, target{set: set})
	}
}

// read has the rows of a word go to a set, too.
func (s *search) read(word string, t target) { s.reads[word] = append(s.reads[word], t) }

// stages goes as far as it must to find something.
func (s *search) stages(ctx context.Context) (Stage, error) {
	if err := s.readWords(ctx); err != nil {
		return "", err
	}
	if s.q.Complete {
		return s.complete(ctx)
	}
	if err := s.readTails(ctx); err != nil {
		return "", err
	}
	s.evaluate()
	here := s.worded()
	anywhere := here
	if !here.record {
		anywhere = s.wordedAnywhere()
	}
	if !anywhere.record {
		if err := s.readMore(ctx, !anywhere.any); err != nil {
			return "", err
		}
		s.evaluate()
	}
	return s.stage(here.any), nil
}

// stage names what was found, of which something may have the words themselves.
func (s *search) stage(worded bool) Stage {
	switch n := s.found.count(); {
	case n == 0:
		return ""
	case worded:
		return ByWord
	case s.found.total[Similar] > 0:
		return BySimilar
	case n == s.found.total[Tail]:
		return ByTail
	}
	return ByPrefix
}

// readMore reads what begins so and what is one mistake away, of the records and maybe of the bare places.
func (s *search) readMore(ctx context.Context, bare bool) error {
	before := s.sets
	s.sets = make([]layered, len(before))
	for i := range s.sets {
		s.sets[i] = layered{}
	}
	more := s.sets
	for _, read := range []func(context.Context) error{s.readBeginnings, s.readSimilar} {
		if err := read(ctx); err != nil {
			return err
		}
	}
	s.sets = before
	for i := range s.sets {
		if !bare {
			more[i].remove(s.bare)
		}
		s.sets[i].join(more[i])
	}
	return nil
}

// complete looks for mistakes only if nothing begins so: who is still typing has made none yet.
func (s *search) complete(ctx context.Context) (Stage, error) {
	if err := s.readBeginnings(ctx); err != nil {
		return "", err
	}
	if s.evaluate() > 0 {
		return ByPrefix, nil
	}
	if err := s.readSimilar(ctx); err != nil {
		return "", err
	}
	if s.evaluate() > 0 {
		return BySimilar, nil
	}
	return "", nil
}

// worded tells what has the words of a query themselves, not only at the end of others.
type worded struct{ any, record bool }

func (s *search) worded() worded {
	return worded{any: s.found.count() > s.found.total[Tail], record: s.found.records > 0}
}

// wordedAnywhere tells what would have the words if no facet narrowed. Then a facet leaves what was counted for it, be it
// nothing, and adds nothing.
func (s *search) wordedAnywhere() worded {
	all := s.scope
	if s.scope = s.scope[:s.kept]; len(s.scope) == len(all) {
		return s.worded()
	}
	s.evaluate()
	anywhere := s.worded()
	s.scope = all
	s.evaluate()
	return anywhere
}

func (s *search) free() {
	for _, set := range slices.Concat(s.sets, s.scope, []layered{s.whole, s.bare, s.sees.mine}) {
		set.free()
	}
	if s.found != nil {
		s.found.free()
	}
}
