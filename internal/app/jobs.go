package app

import (
	"context"
	"time"

	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// topicChanged is the topic of the jobs that every change of a record leaves.
const topicChanged = "record.changed"

// mostChecked is how many entries of an audit are checked at once: a moment's work, as it holds the one writer of SQLite.
const mostChecked = 2000

// startJobs ties changes to what they bring about: each change has the audit of its office checked as far as it has come,
// and the search follow it; every hour the relations whose next dated step has begun take its status.
func startJobs(q *job.Queue, s *Stores, x *search.Index) {
	s.Kernel.Announce = func(ctx context.Context, tx *db.DB, c record.Change) error {
		if err := q.Add(ctx, tx, topicChanged, c); err != nil {
			return err
		}
		return announceTo(ctx, q, tx, c)
	}
	keepSearch(q, s, x)
	job.Handle(q, topicChanged, func(ctx context.Context, tx *db.DB, changes []record.Change) error {
		offices := map[record.ID]bool{}
		for _, c := range changes {
			if !offices[c.Office] {
				offices[c.Office] = true
				whole, err := record.CheckAudit(ctx, tx, c.Office, mostChecked)
				if err == nil && !whole { // go on with the next batch
					err = q.Add(ctx, tx, topicChanged, record.Change{Office: c.Office})
				}
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	q.Every("relation.status", time.Hour, func(ctx context.Context) error {
		ctx = record.As(ctx, record.Actor{Name: "kontor", Role: record.Admin, Reason: "a dated step has begun"})
		return relation.TakeUpSteps(ctx, s.Kernel.DB, s.Relations)
	})
}
