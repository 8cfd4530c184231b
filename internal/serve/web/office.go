package web

import (
	"context"
	"fmt"
	"net"
	"strings"
	"sync"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/engine/record"
)

// Offices finds the office whose portal a host name shows. It remembers all offices until shared content changes, which
// every page learns from the content version that it reads anyway.
type Offices struct {
	kernel *record.Kernel
	store  *office.Store

	mu    sync.RWMutex
	known directory
}

// A directory is the offices by their hosts, as they were read at a version of the shared content.
type directory struct {
	version int64
	byHost  map[string]*office.Office // nil before they were read
}

// NewOffices returns the offices of store.
func NewOffices(k *record.Kernel, store *office.Store) *Offices {
	return &Offices{kernel: k, store: store}
}

// At returns the office of a request's host and the version of what it shows, read before the office itself: whatever
// is read after that is at least as new. A host that no office claims belongs to the office without a host name; where
// there is none, to a nameless office that keeps nothing. Together with an error it returns the office as last read.
func (o *Offices) At(ctx context.Context, host string) (*office.Office, record.Version, error) {
	o.mu.RLock()
	known := o.known
	o.mu.RUnlock()
	name := hostName(host)
	v, err := o.kernel.Version(ctx)
	if err == nil && (known.byHost == nil || known.version != v.Shared) {
		known, err = o.refresh(ctx, v.Shared, known)
	}
	if err != nil {
		err = fmt.Errorf("office of %s: %w", name, err)
	}
	return known.of(name), v, err
}

// hostName returns a request's host without its port, in lower case.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(host)
}

func (d directory) of(host string) *office.Office {
	for _, name := range []string{host, ""} {
		if f := d.byHost[name]; f != nil {
			return f
		}
	}
	return nameless()
}

// refresh reads the offices anew. shared is the version that was seen before, was what is remembered so far.
func (o *Offices) refresh(ctx context.Context, shared int64, was directory) (directory, error) {
	now := directory{shared, map[string]*office.Office{}}
	for cursor := ""; ; {
		page, err := o.store.List(record.As(ctx, record.Actor{}), record.Query{Limit: record.MaxLimit, Cursor: cursor})
		if err != nil {
			return was, fmt.Errorf("read offices: %w", err)
		}
		for _, f := range page.Items {
			now.byHost[f.Host] = f
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.known = now
	return now, nil
}

// nameless stands in where no office is set up yet. It has the id of the shared office, which keeps no relations.
func nameless() *office.Office {
	return &office.Office{Base: record.Base{ID: record.SharedOffice}, Name: i18n.Of("de", "Kontor", "en", "Kontor"), Zone: "UTC"}
}
