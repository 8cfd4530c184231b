package app

import (
	"context"
	"fmt"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// Topics of the jobs that bring the search up to date.
const (
	topicSheet = "search.sheet" // a record, or a bare place, is to be looked at again
	topicEcho  = "search.echo"  // and so are those that carry something of it
)

// How much of it one transaction does: on SQLite nobody else writes meanwhile, and no save is to wait for long.
const (
	mostSheets = 8
	mostEchoed = 100
)

// newSearch returns the index of all records and of the gazetteer, and has the kernel find by it.
func newSearch(d *db.DB, s *Stores, words *i18n.Catalog) *search.Index {
	records := search.Named{Source: search.Records{Kernel: s.Kernel}, Names: namesIn(words), Aliases: []string{"country"}}
	x := search.New(d, languages(), foundFirst(), search.Sources{records, place.Bare{}})
	x.Now = s.Kernel.Now
	s.Kernel.Find = x.List
	return x
}

// foundFirst lists the kinds in the order in which people look for them, for hits that are alike otherwise: first what has a
// page of its own.
func foundFirst() []string {
	return []string{
		"relation", "place", "project", "network", "organisation", "programme", "theme", "paper", "agreement", "membership", "fact", "link",
		"office",
	}
}

// namesIn returns what pages call the country and the form of a record, and what people call the country besides.
func namesIn(words *i18n.Catalog) func(string, search.Facet) i18n.Text {
	return func(kind string, f search.Facet) i18n.Text {
		names := map[i18n.Lang]string{}
		for _, l := range languages() {
			say, key := words.Localizer(l), kind+".form."+f.Value
			switch {
			case f.Name == "country":
				names[l] = say.Country(f.Value)
				if also := "country.also." + f.Value; say.Has(also) {
					names[l] += " (" + say.T(also) + ")"
				}
			case f.Name == "form" && say.Has(key):
				names[l] = say.T(key)
			}
		}
		return i18n.FromMap(names)
	}
}

// announceTo leaves the jobs by which the search learns of a change.
func announceTo(ctx context.Context, q *job.Queue, tx *db.DB, c record.Change) error {
	if err := q.Add(ctx, tx, topicSheet, record.Ref{Kind: c.Kind, ID: c.ID}); err != nil {
		return err
	}
	if c.Echo == nil {
		return nil
	}
	return q.Add(ctx, tx, topicEcho, *c.Echo)
}

// keepSearch has the queue bring the index up to date: record by record as they change, and as a whole where that is called
// for, which one process does for all.
func keepSearch(q *job.Queue, s *Stores, x *search.Index) {
	job.Handle(q, topicSheet, func(ctx context.Context, tx *db.DB, refs []record.Ref) error {
		bare, err := place.BareOf(ctx, tx, placesAmong(refs)) // what becomes a record, or gives back its number, is bare or not
		if err != nil {
			return err
		}
		return x.Apply(ctx, tx, append(refs, bare...))
	})
	q.AtMost(topicSheet, mostSheets)
	job.Handle(q, topicEcho, func(ctx context.Context, tx *db.DB, echoes []record.Echo) error {
		for _, e := range echoes {
			if err := follow(ctx, q, tx, s.Kernel, e); err != nil {
				return err
			}
		}
		return nil
	})
	q.AtMost(topicEcho, 1)
	q.Every(roundSearch, time.Minute, func(ctx context.Context) error { return rebuildIfNeeded(ctx, x) })
}

// follow leaves a job for some of those who carry something of a record, and for the rest of the way.
func follow(ctx context.Context, q *job.Queue, tx *db.DB, k *record.Kernel, e record.Echo) error {
	told, rest, err := k.Follow(ctx, tx, e, mostEchoed)
	if err != nil {
		return err
	}
	for _, ref := range told {
		if err := q.Add(ctx, tx, topicSheet, ref); err != nil {
			return err
		}
	}
	for _, e := range rest {
		if err := q.Add(ctx, tx, topicEcho, e); err != nil {
			return err
		}
	}
	return nil
}

func placesAmong(refs []record.Ref) (ids []record.ID) {
	for _, r := range refs {
		if r.Kind == "place" {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// roundSearch is the regular job in which the index is rebuilt. Who rebuilds it otherwise does so in its place, so that no two
// do at once.
const roundSearch = "search.index"

// rebuildIfNeeded builds the index if there is none by this program's rules, if so much was added that it has become slow, or if
// a rebuild died: nobody else is about one.
func rebuildIfNeeded(ctx context.Context, x *search.Index) error {
	ready, err := x.Ready(ctx)
	if err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	needed := !ready
	for _, why := range []func(context.Context) (bool, error){x.Stale, x.Unfinished} {
		if needed {
			break
		}
		if needed, err = why(ctx); err != nil {
			return fmt.Errorf("search index: %w", err)
		}
	}
	if !needed {
		return nil
	}
	if err := frugally(func() error { return x.Rebuild(ctx) }); err != nil {
		return fmt.Errorf("build search index: %w", err)
	}
	return nil
}
