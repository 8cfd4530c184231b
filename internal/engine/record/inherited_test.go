package record_test

import (
	"errors"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// What is said about the agreement of a draft is no more public than the draft.
func TestVisibilityIsInheritedAllTheWay(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx, visitor := w.as(record.Editor, w.a), w.as(record.Visitor, "")
		agreements := relation.NewAgreementStore(w.k)
		r := w.hiroshima()
		r.State = record.Draft
		must(w.t, w.relations.Create(ctx, r))
		a := &relation.Agreement{Relation: r.ID, Title: i18n.Of("en", "Secret treaty")}
		a.State = record.Published
		must(w.t, agreements.Create(ctx, a))
		f := &fact.Fact{Subject: record.Ref{Kind: "agreement", ID: a.ID}, Property: "label", Text: i18n.Of("en", "secret")}
		f.State = record.Published
		must(w.t, w.facts.Create(ctx, f))
		if _, err := agreements.Get(visitor, a.ID); !errors.Is(err, fault.NotFound) {
			w.t.Errorf("a visitor gets the agreement: %v", err)
		}
		if _, err := w.facts.Get(visitor, f.ID); !errors.Is(err, fault.NotFound) {
			w.t.Errorf("a visitor gets a fact about it: %v", err)
		}
		if p, err := w.facts.List(visitor, record.Query{}); err != nil || len(p.Items) != 0 {
			w.t.Errorf("a visitor lists %d facts about it, %v", len(p.Items), err)
		}
		if cards, err := w.k.Cards(visitor, []record.ID{a.ID}); err != nil || len(cards) != 0 {
			w.t.Errorf("a visitor is told its title: %v, %v", cards, err)
		}
		deeper := &fact.Fact{Subject: record.Ref{Kind: "fact", ID: f.ID}, Property: "label", Text: i18n.Of("en", "a fact about a fact")}
		wantInvalid(w.t, w.facts.Create(ctx, deeper), "subject", "bad_reference")

		r.State = record.Published
		must(w.t, w.relations.Update(ctx, r))
		if _, err := w.facts.Get(visitor, f.ID); err != nil {
			w.t.Errorf("the fact about the agreement of a public relation: %v", err)
		}
	})
}
