package search

import (
	"context"
	"database/sql"
	"maps"
	"slices"
)

// readWords reads the sets of all words that share a form with one that was asked for, and those of the conditions.
func (s *search) readWords(ctx context.Context) error {
	var all []string
	for i, a := range s.asked {
		for _, f := range a.forms {
			s.reachForm(f, i)
			all = append(all, f)
		}
	}
	for some := range slices.Chunk(all, listLength) {
		list, args := listed([]any{s.state.gen}, asBytes(some))
		err := s.x.db.Each(s.x.db.Brief(ctx), func(scan func(...any) error) error {
			var form, word sql.RawBytes
			if err := scan(&form, &word); err != nil {
				return err
			}
			for i, a := range s.asked {
				if slices.Contains(a.forms, string(form)) {
					s.reachForm(string(word), i)
				}
			}
			return nil
		}, `SELECT form, word FROM search_form WHERE gen = $1 AND form IN `+list, args...)
		if err != nil {
			return err
		}
	}
	if s.q.Complete {
		return s.readNamed(ctx)
	}
	if !s.q.bare() { // nothing has words in the classes of their names
		return s.readListed(ctx, `SELECT word, class, reach, block, docs FROM search_posting
			WHERE gen = $1 AND class IN (1, 2, 5, 6) AND reach <= $2 AND word IN `)
	}
	return s.readListed(ctx, `SELECT word, class, reach, block, docs FROM search_posting
		WHERE gen = $1 AND class IN (1, 2, 3, 4, 5, 6) AND reach <= $2 AND word IN `)
}

// reachForm notes that an indexed word shares a form with one that was asked for. If it is not that very word, it stands for it
// in all but the names of bare places: Pole is no form of Polen there.
func (s *search) reachForm(word string, asked int) {
	known, t := s.reason.words, target{set: s.sets[asked]}
	if !slices.Contains(s.asked[asked].spellings, word) {
		known, t.unnamed = s.reason.forms, true
	}
	s.reach(known, word, asked, t)
}

// reach notes that an indexed word is one that was asked for, unless that is known.
func (s *search) reach(known map[string]uint64, word string, asked int, t target) {
	if known[word]&(1<<asked) != 0 {
		return
	}
	known[word] |= 1 << asked
	s.read(word, t)
}

// readNamed reads what was noted to be read, in titles, aliases and names.
func (s *search) readNamed(ctx context.Context) error {
	return s.readListed(ctx, `SELECT word, class, reach, block, docs FROM search_posting
		WHERE gen = $1 AND class IN (1, 2, 3, 4) AND reach <= $2 AND word IN `)
}

// readListed reads what was noted to be read, and forgets the notes.
func (s *search) readListed(ctx context.Context, q string) error {
	reads := s.reads
	s.reads = map[string][]target{}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(reads)), listLength) {
		if err := ctx.Err(); err != nil { // each list is brief, but there may be many
			return err
		}
		list, args := listed([]any{s.state.gen, s.sees.reach()}, asBytes(some))
		if err := s.each(s.x.db.Brief(ctx), func(word []byte) []target { return reads[string(word)] }, q+list, args...); err != nil {
			return err
		}
	}
	return nil
}

func (s *search) each(ctx context.Context, targets func(word []byte) []target, q string, args ...any) error {
	var word, docs sql.RawBytes
	var class Class
	var reach int
	var block int64
	columns := []any{&word, &class, &reach, &block, &docs}
	return s.x.db.Each(ctx, func(scan func(...any) error) error {
		if err := scan(columns...); err != nil {
			return err
		}
		for _, t := range targets(word) {
			if t.unnamed && class.bare() {
				continue
			}
			c := class
			if t.class != 0 {
				c = t.class
			}
			t.set.add(c, reach, block, docs)
		}
		return nil
	}, q, args...)
}

// readRange reads all words that begin in some way. They may be thousands, so it does without the words themselves.
func (s *search) readRange(ctx context.Context, set layered, q, prefix string) error {
	var docs sql.RawBytes
	var class Class
	var reach int
	var block int64
	columns := []any{&class, &reach, &block, &docs}
	return s.x.db.Each(ctx, func(scan func(...any) error) error {
		if err := scan(columns...); err != nil {
			return err
		}
		set.add(class, reach, block, docs)
		return nil
	}, q, s.state.gen, []byte(prefix), after(prefix), s.sees.reach())
}

// readTails reads the long words that end as one that was asked for.
func (s *search) readTails(ctx context.Context) error {
	for i, a := range s.asked {
		for _, t := range a.tails {
			err := s.readRange(ctx, s.sets[i], `SELECT class, reach, block, docs FROM search_posting
				WHERE gen = $1 AND class = 7 AND word >= $2 AND word < $3 AND reach <= $4`, backwardMark(t))
			if err != nil {
				return err
			}
		}
	}
	s.reason.tails = true
	return nil
}

// readBeginnings reads the words of titles, aliases and names that begin as the last one that was asked for.
func (s *search) readBeginnings(ctx context.Context) error {
	last := len(s.asked) - 1
	for _, p := range s.asked[last].spellings {
		if letters(p) <= prefixLetters {
			s.read(beginning(p), target{set: s.sets[last]})
			continue
		}
		err := s.readRange(ctx, s.sets[last], `SELECT class, reach, block, docs FROM search_posting
			WHERE gen = $1 AND class IN (1, 2, 3, 4) AND word >= $2 AND word < $3 AND reach <= $4`, p)
		if err != nil {
			return err
		}
	}
	s.reason.beginnings = true
	return s.readNamed(ctx)
}

// readSimilar reads the words of titles, aliases and names that are one mistake away from those that were asked for.
func (s *search) readSimilar(ctx context.Context) error {
	for i, a := range s.asked {
		word := a.spellings[0]
		similar, err := s.similar(ctx, mistaken{word, skeleton(word)})
		if err != nil {
			return err
		}
		for _, w := range similar {
			s.reach(s.reason.words, w, i, target{set: s.sets[i], class: Similar})
		}
	}
	return s.readNamed(ctx)
}

func (s *search) similar(ctx context.Context, m mistaken) (words []string, err error) {
	least, most := m.lengths()
	for _, r := range m.spans() {
		err := s.x.db.Each(ctx, func(scan func(...any) error) error {
			var word sql.RawBytes
			if err := scan(&word); err != nil {
				return err
			}
			if m.is(string(word)) {
				words = append(words, string(word))
			}
			return nil
		}, `SELECT word FROM search_form WHERE gen = $1 AND form >= $2 AND form < $3 AND length(form) BETWEEN $4 AND $5`,
			s.state.gen, []byte(r.from), r.to, least, most)
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(words)
	return slices.Compact(words), nil
}
