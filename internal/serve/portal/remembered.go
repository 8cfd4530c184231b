package portal

import (
	"sync"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// remembered keeps what takes a walk over many records to read for the pages of an office, until the content that they
// show changes. The zero value is empty and ready.
type remembered[T any] struct {
	mu sync.Mutex
	by map[memory]versioned[T]
}

// A memory is one of the things remembered of an office.
type memory struct {
	office record.ID
	of     string
}

type versioned[T any] struct {
	version record.Version
	value   T
}

// mostRemembered bounds the things remembered; when there are so many, all are forgotten.
const mostRemembered = 32

// of returns what is remembered for the page's office under a key, of which there are few, or reads it.
func (m *remembered[T]) of(pg *web.Page, key string, read func() (T, error)) (T, error) {
	at := memory{pg.Office.ID, key}
	m.mu.Lock()
	known, ok := m.by[at]
	m.mu.Unlock()
	if ok && known.version == pg.Version {
		return known.value, nil
	}
	fresh, err := read()
	if err != nil {
		return fresh, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, renewed := m.by[at]; m.by == nil || !renewed && len(m.by) >= mostRemembered {
		m.by = map[memory]versioned[T]{}
	}
	m.by[at] = versioned[T]{pg.Version, fresh}
	return fresh, nil
}
