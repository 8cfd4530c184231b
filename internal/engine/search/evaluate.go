package search

import (
	"maps"
	"math/bits"
	"slices"
)

// evaluate puts the sets together, block by block, and returns how many documents have all words.
func (s *search) evaluate() int {
	for _, set := range slices.Concat(s.sets, s.scope, []layered{s.whole, s.bare}) {
		set.settle(s.sees)
	}
	if s.found != nil {
		s.found.free()
	}
	s.found = &result{base: s.state.base, need: s.q.Offset + s.q.Limit}
	if len(s.q.Count) > 0 {
		s.found.hits = map[int64]*bitmap{}
	}
	fewest := slices.MinFunc(s.sets, func(a, b layered) int { return len(a) - len(b) })
	work := workspace{within: newBitmap(), all: newBitmap()}
	for range s.sets {
		work.upTo = append(work.upTo, newBitmap())
	}
	for _, block := range slices.Sorted(maps.Keys(fewest)) {
		s.block(block, &work)
	}
	work.free()
	return s.found.count()
}

// A workspace is what evaluating one block needs.
type workspace struct {
	within *bitmap   // what the conditions leave and no better class has taken
	all    *bitmap   // what has all words in some class or a better one
	upTo   []*bitmap // what has one of the words so
}

func (w *workspace) free() {
	for _, b := range append(w.upTo, w.within, w.all) {
		bitmaps.Put(b)
	}
}

func (s *search) block(block int64, w *workspace) {
	for _, set := range s.sets {
		if set[block] == nil {
			return
		}
	}
	if !s.within(block, w.within) {
		return
	}
	for _, b := range w.upTo {
		clear(b[:])
	}
	whole, named, bare := s.whole.of(Title, block), s.whole.of(Name, block), s.bare.of(Title, block)
	var hits *bitmap
	if s.found.hits != nil {
		hits = newBitmap()
		s.found.hits[block] = hits
	}
	for class := Title; class <= Similar; class++ {
		changed := class == Alias && named != nil
		for i, set := range s.sets {
			if b := set.of(class, block); b != nil {
				w.upTo[i].or(b)
				changed = true
			}
		}
		if !changed {
			continue
		}
		*w.all = *w.upTo[0]
		for _, b := range w.upTo[1:] {
			w.all.and(b)
		}
		if class == Alias && named != nil { // a whole name counts as an alias
			w.all.or(named)
		}
		for i, v := range w.all {
			if v &= w.within[i]; v == 0 {
				continue
			}
			w.within[i] &^= v
			if hits != nil {
				hits[i] |= v
			}
			if class < Tail {
				s.found.records += recordsIn(v, bare, i)
			}
			first := block<<blockBits + int64(i)*64
			if class == Title && whole != nil {
				s.found.take(Whole, v&whole[i], first)
				v &^= whole[i]
			}
			s.found.take(class, v, first)
		}
	}
}

// recordsIn counts which of some neighbours are no bare places.
func recordsIn(v uint64, bare *bitmap, i int) int {
	if bare != nil {
		v &^= bare[i]
	}
	return bits.OnesCount64(v)
}

// within sets b to what all conditions leave, and reports whether that is anything.
func (s *search) within(block int64, b *bitmap) bool {
	for i := range b {
		b[i] = ^uint64(0)
	}
	for _, set := range s.scope {
		c := set.of(Title, block)
		if c == nil {
			return false
		}
		b.and(c)
	}
	return true
}
