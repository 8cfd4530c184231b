package portal

import (
	"context"
	"maps"
	"sync"

	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// counterparts are where the partners of relations lie, as far as lists of an office have asked: whoever filters or sorts
// sees the same relations again and again. The zero value is empty and ready.
type counterparts struct {
	mu sync.RWMutex
	of map[record.ID][]relation.Counterpart // empty of a relation that has none
	n  int                                  // partners, a relation without one counted as one
}

// mostCounterparts bounds the partners that are remembered of an office, each of some hundred bytes; where a page would bring
// more, all others are forgotten.
const mostCounterparts = 4096

// counterpartsOf returns the published places of the partners of relations, and reads those that no list has asked for
// since something changed.
func (p *Portal) counterpartsOf(ctx context.Context, pg *web.Page, relations []record.ID) (map[record.ID][]relation.Counterpart, error) {
	known, err := p.counterparts.of(pg, "", func() (*counterparts, error) { return &counterparts{}, nil })
	if err != nil {
		return nil, err
	}
	out, missing := known.some(relations)
	if len(missing) == 0 {
		return out, nil
	}
	fresh, err := relation.Counterparts(ctx, p.db, missing)
	if err != nil {
		return nil, err
	}
	maps.Copy(out, fresh)
	known.add(missing, fresh)
	return out, nil
}

// some returns what is known of relations, and those of which nothing is.
func (c *counterparts) some(relations []record.ID) (known map[record.ID][]relation.Counterpart, missing []record.ID) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	known = make(map[record.ID][]relation.Counterpart, len(relations))
	for _, id := range relations {
		if there, ok := c.of[id]; ok {
			known[id] = there
		} else {
			missing = append(missing, id)
		}
	}
	return known, missing
}

func (c *counterparts) add(relations []record.ID, fresh map[record.ID][]relation.Counterpart) {
	c.mu.Lock()
	defer c.mu.Unlock()
	more := 0
	for _, id := range relations {
		more += max(1, len(fresh[id]))
	}
	if c.n += more; c.of == nil || c.n > mostCounterparts {
		c.of, c.n = map[record.ID][]relation.Counterpart{}, more
	}
	for _, id := range relations {
		c.of[id] = fresh[id]
	}
}
