package app_test

import (
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"kontor.example/internal/app"
	"kontor.example/internal/base/config"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// What the operator sets reaches the doors.
func TestLimitsAndProxyAreThoseOfTheSettings(t *testing.T) {
	cfg := config.Default()
	cfg.DataDir = t.TempDir()
	cfg.ReadRate, cfg.WriteRate, cfg.TrustProxy = 2, 1, "192.0.2.0/24"
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	a, err := app.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), func() time.Time { return at })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	get := func(from string) int {
		r := httptest.NewRequest(http.MethodGet, "/api/v1/relations", nil) // comes from 192.0.2.1
		r.Header.Set("X-Forwarded-For", from)
		w := httptest.NewRecorder()
		a.Handler.ServeHTTP(w, r)
		return w.Code
	}
	for i, want := range []int{http.StatusOK, http.StatusOK, http.StatusTooManyRequests} {
		if got := get("203.0.113.7"); got != want {
			t.Errorf("request %d: %d, want %d", i+1, got, want)
		}
	}
	if got := get("203.0.113.8"); got != http.StatusOK {
		t.Errorf("another visitor behind the same proxy: %d", got)
	}
}

func TestDemoLeavesRecordsOfACityAlone(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		own := &theme.Theme{Name: i18n.Of("de", "Umwelt")}
		if err := s.Themes.Create(record.As(t.Context(), record.Actor{Name: "ada", Role: record.Admin}), own); err != nil {
			t.Fatal(err)
		}
		if err := loadFull(t.Context(), s); !errors.Is(err, demo.ErrNotOurs) {
			t.Errorf("the demonstration came into a city's database: %v", err)
		}
		var n int
		if err := s.Kernel.DB.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM record WHERE id <> $1`, string(record.SharedOffice)); err != nil || n != 1 {
			t.Errorf("%d records, %v", n, err)
		}
	})
}
