package portal

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// What a form offers is counted among what everybody sees.
func TestFormsOfferNothingOfDrafts(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	admin := record.Actor{Name: "test", Role: record.Admin}
	ctx := record.As(context.Background(), admin)
	offered := func() (n int) {
		relations, err := relation.Facets(ctx, w.kernel.DB, demo.Office())
		if err != nil {
			t.Fatal(err)
		}
		projects, err := project.Facets(ctx, w.kernel.DB, demo.Office())
		if err != nil {
			t.Fatal(err)
		}
		return len(relations) + len(projects)
	}
	if offered() < 20 {
		t.Fatalf("the demonstration offers %d values", offered())
	}
	places := func() (n int) { // at which projects are, some of them only by a relation
		facets, err := project.Facets(ctx, w.kernel.DB, demo.Office())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facets {
			if f.Filter == "place" {
				n += f.Count
			}
		}
		return n
	}
	hiroshima, err := w.stores.Relations.BySlug(ctx, demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	anew(t, w.stores.Projects, &project.Project{
		Base: record.Base{Office: demo.Office()}, Title: i18n.Of("de", "Bäume des Friedens"), Form: project.Joint,
		Relations: []project.Relation{{Relation: hiroshima.ID}},
	})
	all := places()
	for _, kind := range []record.Collection{w.stores.Relations.Collection(), w.stores.Projects.Collection()} {
		for i, id := range everyID(t, kind, admin) {
			x, err := kind.Get(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			if i%2 == 1 {
				err = kind.Trash(ctx, x)
			} else {
				record.BaseOf(x).State = record.Draft
				err = kind.Update(ctx, x)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if kind.Kind().Name == "relation" && places() >= all {
			t.Errorf("projects are still at %d places, of %d with the relations", places(), all)
		}
	}
	if n := offered(); n != 0 {
		t.Errorf("%d values are offered of what nobody sees", n)
	}
}

func TestSitemapIsXMLWhateverItsAddresses(t *testing.T) {
	var b strings.Builder
	writeMap(&b, "https://a.example/?b&c<d>", []i18n.Lang{"de"}, []mapped{{"de": `/"e"&f`}})
	in := xml.NewDecoder(strings.NewReader(b.String()))
	var text strings.Builder
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if words, ok := token.(xml.CharData); ok {
			text.Write(words)
		}
	}
	if want := `https://a.example/?b&c<d>/de/"e"&f`; strings.TrimSpace(text.String()) != want {
		t.Errorf("reads %q, want %q", text.String(), want)
	}
}
