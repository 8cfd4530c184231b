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

	mu      sync.RWMutex
	version int64 // of the shared content that was read
	read    bool
	byHost  map[string]*office.Office
}

// NewOffices returns the offices of store.
func NewOffices(k *record.Kernel, store *office.Store) *Offices {
	return &Offices{kernel: k, store: store}
}

// At returns the office of a request's host and the version of what it shows, read before the office itself: whatever
// is read after that is at least as new. A host that no office claims belongs to the office without a host name; where
// there is none, to a nameless office that keeps nothing.
func (o *Offices) At(ctx context.Context, host string) (*office.Office, record.Version, error) {
	name := hostName(host)
	for {
		found, read := o.lookup(name)
		v, err := o.kernel.VersionOf(ctx, found.ID)
		if err != nil {
			return found, v, fmt.Errorf("office of %s: %w", name, err)
		}
		if o.current(v.Shared, read) {
			return found, v, nil
		}
		if err := o.refresh(ctx, v.Shared); err != nil {
			return found, v, err
		}
	}
}

// hostName returns a request's host without its port, in lower case.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(host)
}

func (o *Offices) lookup(host string) (found *office.Office, read int64) {
	o.mu.RLock()
	defer o.mu.RUnlock()
	for _, name := range []string{host, ""} {
		if f := o.byHost[name]; f != nil {
			return f, o.version
		}
	}
	return nameless(), o.version
}

// current reports whether the offices that were read are of this version, and still those from which one was taken.
func (o *Offices) current(shared, read int64) bool {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.read && o.version == shared && read == shared
}

// refresh reads the offices anew. shared is the version that was seen before.
func (o *Offices) refresh(ctx context.Context, shared int64) error {
	byHost := map[string]*office.Office{}
	for cursor := ""; ; {
		page, err := o.store.List(record.As(ctx, record.Actor{}), record.Query{Limit: record.MaxLimit, Cursor: cursor})
		if err != nil {
			return fmt.Errorf("read offices: %w", err)
		}
		for _, f := range page.Items {
			if f.Host != "" || byHost[""] == nil { // of several without a host the first one stays
				byHost[f.Host] = f
			}
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.byHost, o.version, o.read = byHost, shared, true
	return nil
}

// nameless stands in where no office is set up yet. It has the id of the shared office, which keeps no relations.
func nameless() *office.Office {
	return &office.Office{Base: record.Base{ID: record.SharedOffice}, Name: i18n.Of("de", "Kontor", "en", "Kontor"), Zone: "UTC"}
}
