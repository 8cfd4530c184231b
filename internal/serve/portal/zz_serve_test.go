package portal_test

import (
	"context"
	"net/http"
	"os"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

func put[T any, P record.Ptr[T]](t *testing.T, s *record.Store[T, P], all []T) {
	ctx := record.As(context.Background(), record.Actor{Name: "demo", Role: record.Admin})
	for round := 0; round < 3; round++ {
		for i := range all {
			r := P(&all[i])
			b := record.BaseOf(r)
			if _, err := s.Get(ctx, b.ID); err == nil {
				continue
			}
			b.State = record.Published
			if b.Office == "" {
				b.Office = demo.Office()
			}
			if err := s.Create(ctx, r); err != nil && round == 2 {
				t.Log(err)
			}
		}
	}
}

func TestZZServe(t *testing.T) {
	if os.Getenv("ZZ_SERVE") == "" {
		t.Skip()
	}
	s := found(t, kontortest.SQLite(t))
	seed := demo.Hannover()
	put(t, s.Places, seed.Places)
	var home record.ID
	for _, p := range seed.Places {
		if n, _ := p.Name.In("de"); n == "Hannover" {
			home = p.ID
		}
	}
	put(t, s.Offices, []office.Office{{Base: record.Base{ID: demo.Office()}, Name: i18n.Of("de", "Hannover international", "en", "Hannover international"),
		City: i18n.Of("de", "Landeshauptstadt Hannover", "en", "City of Hannover"), Home: home, Zone: "Europe/Berlin", Accent: office.Garden,
		Notice: i18n.Of("de", "Dies ist eine Demonstration aus öffentlich bekannten Fakten, keine Veröffentlichung der Stadt.", "en", "This is a demonstration built from public facts. It is not a publication of the city.")}})
	put(t, s.Themes, seed.Themes)
	put(t, s.Organisations, seed.Organisations)
	put(t, s.Papers, seed.Papers)
	put(t, s.Programmes, seed.Programmes)
	put(t, s.Networks, seed.Networks)
	put(t, s.Relations, seed.Relations)
	put(t, s.Agreements, seed.Agreements)
	put(t, s.Memberships, seed.Memberships)
	put(t, s.Projects, seed.Projects)
	put(t, s.Links, seed.Links)
	put(t, s.Facts, seed.Facts)
	_ = http.ListenAndServe("127.0.0.1:8099", s.web)
}
