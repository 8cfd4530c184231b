package record_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// The rules are what holds if a step before them forgets to look.
func TestRulesSeeWhatIsStoredAndWhatIsSent(t *testing.T) {
	const a, b record.ID = "a", "b"
	of := func(office record.ID) record.Record { return &relation.Relation{Base: record.Base{Office: office}} }
	for _, c := range []struct {
		name         string
		actor        record.Actor
		stored, sent record.ID
		want         bool
	}{
		{"own", record.Actor{Role: record.Editor, Office: a}, a, a, true},
		{"given away", record.Actor{Role: record.Editor, Office: a}, a, b, false},
		{"taken", record.Actor{Role: record.Editor, Office: a}, b, a, false},
		{"of another", record.Actor{Role: record.Editor, Office: a}, b, b, false},
		{"of nobody, by nobody", record.Actor{Role: record.Editor}, "", "", false},
		{"a viewer's own", record.Actor{Role: record.Viewer, Office: a}, a, a, false},
		{"an admin", record.Actor{Role: record.Admin}, a, b, true},
	} {
		if got := record.OwnEditors(c.actor, of(c.stored), of(c.sent)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestWhatHasNoRuleNobodyMayDo(t *testing.T) {
	admin := record.Actor{Role: record.Admin}
	kind := record.Kind{Policy: record.Policy{record.Update: record.Admins}}
	if err := kind.May(admin, record.Update, &relation.Relation{}); err != nil {
		t.Errorf("with a rule: %v", err)
	}
	if err := kind.May(admin, record.Trash, &relation.Relation{}); !errors.Is(err, fault.Forbidden) {
		t.Errorf("without a rule: %v", err)
	}
}

// Put away and brought back is what somebody has seen, not what it has become since.
func TestTrashAndRestoreNeedTheVersionThatIsStored(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		stale := *r
		r.Website = "https://example.org/"
		must(w.t, w.relations.Update(ctx, r))
		if err := w.relations.Trash(ctx, &stale); !errors.Is(err, fault.PreconditionFailed) {
			w.t.Errorf("a stale copy was put away: %v", err)
		}
		beforeTrash := *r
		must(w.t, w.relations.Trash(ctx, r))
		if err := w.relations.Restore(ctx, &beforeTrash); !errors.Is(err, fault.PreconditionFailed) {
			w.t.Errorf("a stale copy was brought back: %v", err)
		}
		if n := w.count(`SELECT COUNT(*) FROM audit WHERE record = $1`, string(r.ID)); n != 3 {
			w.t.Errorf("%d audit entries, want create, update, trash", n)
		}
	})
}

// A cursor that is not one of ours is said to be wrong, not looked for.
func TestForeignCursorsAreRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		for range 2 {
			must(w.t, w.relations.Create(w.as(record.Editor, w.a), w.hiroshima()))
		}
		visitor := w.as(record.Visitor, "")
		page, err := w.relations.List(visitor, record.Query{Limit: 1})
		must(w.t, err)
		ours, err := base64.RawURLEncoding.DecodeString(page.Next)
		must(w.t, err)
		with := func(member, value string) string { // ours, but for one member
			c := map[string]string{}
			must(w.t, json.Unmarshal(ours, &c))
			c[member] = value
			b, err := json.Marshal(c)
			must(w.t, err)
			return string(b)
		}
		for name, c := range map[string]string{
			"another order": with("s", "since"), "another list": with("o", "x"), "no id": with("i", "x"), "no text": with("k", "\x00"), "no JSON": `{`,
		} {
			_, err := w.relations.List(visitor, record.Query{Cursor: base64.RawURLEncoding.EncodeToString([]byte(c))})
			var inv fault.Invalid
			if !errors.As(err, &inv) || inv["cursor"].Key != "bad_cursor" {
				w.t.Errorf("%s: %v", name, err)
			}
		}
		again := base64.RawURLEncoding.EncodeToString([]byte(with("i", string(page.Items[0].ID))))
		if next, err := w.relations.List(visitor, record.Query{Cursor: again}); err != nil || len(next.Items) != 1 {
			w.t.Errorf("unchanged it leads to %d records, %v", len(next.Items), err)
		}
	})
}

type mood string

type secretive struct {
	record.Base
	Shown, Hidden mood
	HiddenToo     bool
}

func (s *secretive) Fields(f *record.Fields) {
	record.Enum(f, "shown", &s.Shown, "good", "bad")
	record.Enum(f, "hidden", &s.Hidden, "good", "bad").Internal()
	record.Bool(f, "hidden_too", &s.HiddenToo).Confidential()
}

// A list that can be narrowed by a field tells its value to whoever counts.
func TestOnlyPublicFieldsNarrowAList(t *testing.T) {
	k := record.NewKernel(nil, nil, []i18n.Lang{"de"})
	kind := record.NewStore[secretive](k, record.Kind{Name: "secretive", Sorts: []string{"changed_at"}}).Kind()
	for name, want := range map[string]bool{"shown": true, "hidden": false, "hidden_too": false, "review_due": false} {
		if _, got := kind.Filter(name); got != want {
			t.Errorf("filter %s: %v", name, got)
		}
	}
}
