package api

import (
	"context"
	"fmt"
	"net/http"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// get answers with one record, found by its id or by a slug of its office.
func (a *API) get(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		share(w, r)
		p, err := a.itemParams(c, r)
		if err != nil {
			return err
		}
		t, err := a.tags(r, p.lang)
		if err != nil {
			return err
		}
		if id := record.ID(r.PathValue("id")); id.Valid() && p.office == "" && r.Header.Get("If-None-Match") != "" {
			version, err := c.VersionOf(r.Context(), id)
			if err != nil {
				return fmt.Errorf("read %s %s: %w", c.Kind().Name, id, err)
			}
			if t.known(w, r, version) {
				return nil
			}
		}
		rec, err := a.find(r, c, p.office)
		if err != nil {
			return err
		}
		if t.known(w, r, record.BaseOf(rec).Version) {
			return nil
		}
		return a.sendRecord(w, r, http.StatusOK, c, rec, t)
	}
}

// create stores what the body says as a new record.
func (a *API) create(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := a.itemParams(nil, r)
		if err != nil {
			return err
		}
		actor, rec := record.ActorOf(r.Context()), c.New()
		if !c.Kind().Shared {
			record.BaseOf(rec).Office = actor.Office
		}
		if err := c.Kind().May(actor, record.Create, rec); err != nil {
			return fmt.Errorf("create %s: %w", c.Kind().Name, err)
		}
		body, err := readJSON(r, "application/json")
		if err != nil {
			return err
		}
		if err := c.Kind().Merge(rec, body, actor, true); err != nil {
			return err
		}
		if err := c.Create(r.Context(), rec); err != nil {
			return err
		}
		w.Header().Set("Location", address(c)+"/"+string(record.BaseOf(rec).ID))
		return a.sendChanged(w, r, http.StatusCreated, c, rec, p.lang)
	}
}

// update changes a record as the merge patch in the body says.
func (a *API) update(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x, err := a.subject(c, r, record.Update)
		if err != nil {
			return err
		}
		body, err := readJSON(r, "application/merge-patch+json", "application/json")
		if err != nil {
			return err
		}
		if err := x.change(r.Context(), func(c record.Collection, rec record.Record) error {
			if err := c.Kind().Merge(rec, body, record.ActorOf(r.Context()), false); err != nil {
				return err
			}
			return c.Update(r.Context(), rec)
		}); err != nil {
			return err
		}
		return a.sendChanged(w, r, http.StatusOK, c, x.rec, x.lang)
	}
}

// trash puts a record away.
func (a *API) trash(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x, err := a.subject(c, r, record.Trash)
		if err != nil {
			return err
		}
		if err := x.change(r.Context(), func(c record.Collection, rec record.Record) error {
			return c.Trash(r.Context(), rec)
		}); err != nil {
			return err
		}
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
}

// restore takes a record out of the trash. There it does not change, so which version is meant may be left out.
func (a *API) restore(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x, err := a.subject(c, r, record.Restore)
		if err != nil {
			return err
		}
		if err := x.change(r.Context(), func(c record.Collection, rec record.Record) error {
			return c.Restore(r.Context(), rec)
		}); err != nil {
			return err
		}
		return a.sendChanged(w, r, http.StatusOK, c, x.rec, x.lang)
	}
}

// A subject is the record that a request is to change.
type subject struct {
	c        record.Collection
	rec      record.Record // as it was found, and then as it became
	whatever bool          // version it has is meant: If-Match is *, or need not be given
	lang     i18n.Lang
}

// subject finds the record that a request is to change, and refuses, before anything of the body is read, who may not
// change it and who does not know what it has become.
func (a *API) subject(c record.Collection, r *http.Request, act record.Action) (*subject, error) {
	p, err := a.itemParams(c, r)
	if err != nil {
		return nil, err
	}
	rec, err := a.find(r, c, p.office)
	if err != nil {
		return nil, err
	}
	if err := c.Kind().May(record.ActorOf(r.Context()), act, rec); err != nil {
		return nil, fmt.Errorf("%s %s: %w", act, c.Kind().Name, err)
	}
	whatever, err := matches(r, record.BaseOf(rec).Version, act != record.Restore)
	return &subject{c: c, rec: rec, whatever: whatever, lang: p.lang}, err
}

// change has do change the record that was found. Where any version is meant, that is the record as it stands by then, held
// against others until it is changed: else of several who change it at once all but the first would be refused.
func (x *subject) change(ctx context.Context, do func(record.Collection, record.Record) error) error {
	if !x.whatever {
		return do(x.c, x.rec)
	}
	return x.c.Hold(ctx, record.BaseOf(x.rec).ID, func(c record.Collection, rec record.Record) error {
		x.rec = rec
		return do(c, rec)
	})
}

// find returns the record that the address of r means: by id, or by a slug in the office given, else that of the host. A
// record of another office than the one given is not found.
func (a *API) find(r *http.Request, c record.Collection, office string) (record.Record, error) {
	ctx, name, kind := r.Context(), r.PathValue("id"), c.Kind()
	wanted, err := a.officeOf(r, office, !kind.Shared && !record.ID(name).Valid())
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", kind.Name, name, err)
	}
	var rec record.Record
	if record.ID(name).Valid() {
		rec, err = c.Get(ctx, record.ID(name))
		if err == nil && wanted != "" && record.BaseOf(rec).Office != wanted {
			err = fault.NotFound
		}
	} else {
		rec, err = c.BySlug(ctx, wanted, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", kind.Name, name, err)
	}
	return rec, nil
}

// officeOf returns the id of the office with this id or slug. Without one it is that of the host if needed, else none. It
// returns fault.NotFound for an office that the actor does not see.
func (a *API) officeOf(r *http.Request, name string, needed bool) (record.ID, error) {
	switch {
	case name == "" && !needed:
		return "", nil
	case name == "":
		o, _, err := a.Offices.At(r.Context(), r.Host)
		if err != nil {
			return "", err
		}
		return o.ID, nil
	}
	var rec record.Record
	var err error
	if record.ID(name).Valid() {
		rec, err = a.offices.Get(r.Context(), record.ID(name))
	} else {
		rec, err = a.offices.BySlug(r.Context(), record.SharedOffice, name)
	}
	if err != nil {
		return "", fmt.Errorf("office %s: %w", name, err)
	}
	return record.BaseOf(rec).ID, nil
}
