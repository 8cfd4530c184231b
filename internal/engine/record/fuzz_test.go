package record_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"time"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// Whatever a merge patch says, a record takes it or names what is wrong with it. A record that took one, and is valid, is
// JSON, and takes its own JSON without a change.
func FuzzMerge(f *testing.F) {
	for _, seed := range []string{
		`{}`, `null`, `[]`, `{"title":{"de":"Posen","en":null}}`, `{"title":null,"since":"1979-05"}`, `{"since":1968}`,
		`{"sides":[{"party":{"geonames":3088171},"since":"1979"}]}`, `{"sides":[null]}`, `{"sides":[{"id":null}]}`, `{"sides":null}`,
		`{"history":[{"status":"active","on_date":"1983","reason":{"de":"x"},"resolution":{"id":"01890000-0000-7000-8000-000000000000"}}]}`,
		`{"own_place":{"kind":"place","id":"01890000-0000-7000-8000-000000000000","title":"x"}}`, `{"own_place":{"geonames":1e3}}`,
		`{"rgre_inferred":true,"form":"ring","website":"https://a.example/?q=<&>"}`, `{"version":0,"id":"","kind":"relation"}`,
		`{"about":{"de":"\u0000"}}`, `{"about":{"de-x-ls":"\ud800","zh-Hant":"\u2028\""}}`, `{"contact":"a\tb"}`, "{\"contact\":\"\xff\"}",
		`{"slug":{"de":"a b"}}`, `{"trashed":"2020"}`, `{"state":"published"}`, `{"office":null}`, `{"a":1}`,
	} {
		f.Add([]byte(seed), true)
	}
	kind := relation.NewStore(record.NewKernel(nil, time.Now, []i18n.Lang{"de", "en"})).Kind()
	editor := record.Actor{Role: record.Editor, Office: "o"}
	f.Fuzz(func(t *testing.T, body []byte, fresh bool) {
		r := &relation.Relation{}
		r.Office, r.ID = "o", record.NewID()
		if err := kind.Merge(r, body, editor, fresh); err != nil {
			var inv fault.Invalid
			if !errors.As(err, &inv) {
				t.Fatalf("%v is no fault.Invalid", err)
			}
			return
		}
		if kind.Check(r) != nil {
			return
		}
		whole := kind.AppendJSON(nil, r, record.Actor{Role: record.Admin}, nil)
		if !json.Valid(whole) || !utf8.Valid(whole) || bytes.ContainsRune(whole, 0) {
			t.Fatalf("not JSON: %q", whole)
		}
		if err := kind.Merge(r, whole, record.Actor{Role: record.Admin}, fresh); err != nil && !hasFreshParts(r) {
			t.Fatalf("does not take its own JSON: %v\n%s", err, whole)
		}
		if again := kind.AppendJSON(nil, r, record.Actor{Role: record.Admin}, nil); !hasFreshParts(r) && !bytes.Equal(whole, again) {
			t.Fatalf("taken back it is another record:\n%s\n%s", whole, again)
		}
	})
}

// hasFreshParts reports whether r has parts without an id, or references by key, which only the store turns into ids.
func hasFreshParts(r *relation.Relation) bool {
	if len(r.Sides)+len(r.History)+len(r.Themes)+len(r.Units) > 0 {
		return true
	}
	for _, id := range []record.ID{r.Office, r.OwnPlace, r.OwnUnit} {
		if id != "" && !id.Valid() {
			return true
		}
	}
	return false
}

// Whatever a cursor says, a list is read from there or the cursor is refused.
func FuzzCursor(f *testing.F) {
	d, err := db.Open(f.Context(), kontortest.SQLite(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = d.Close() })
	if _, err := d.Migrate(f.Context(), migrations.FS); err != nil {
		f.Fatal(err)
	}
	store := relation.NewStore(record.NewKernel(d, time.Now, []i18n.Lang{"de", "en"}))
	for _, seed := range []string{
		"", "x", "e30", "bnVsbA", "W10", "eyJzIjoidGl0bGUvZGUiLCJrIjoiYSIsImkiOiIwMTg5MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ",
		"eyJzIjoidGl0bGUvZGUiLCJrIjoiXHUwMDAwIiwiaSI6IjAxODkwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJ9", "eyJzIjox", "=", "\xff", "é",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		_, err := store.List(t.Context(), record.Query{Cursor: cursor})
		var inv fault.Invalid
		if err != nil && (!errors.As(err, &inv) || inv["cursor"].Key != "bad_cursor") {
			t.Fatalf("%q: %v", cursor, err)
		}
	})
}
