package auth_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// A desk is a database with one office, and a clock that stands until it is set.
type desk struct {
	*auth.Tokens
	t      *testing.T
	db     *db.DB
	office record.ID
	now    time.Time
}

func eachDesk(t *testing.T, f func(d *desk)) {
	kontortest.Each(t, func(t *testing.T, url string) {
		database, err := db.Open(t.Context(), url)
		must(t, err)
		t.Cleanup(func() { must(t, database.Close()) })
		_, err = database.Migrate(t.Context(), migrations.FS)
		must(t, err)
		d := &desk{t: t, db: database, office: record.NewID(), now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
		d.Tokens = auth.NewTokens(database, func() time.Time { return d.now })
		must(t, database.Tx(t.Context(), func(tx *db.DB) error {
			for _, q := range []string{
				`INSERT INTO record (id, kind, office, state, trashed, title, slug)
				 VALUES ($1, 'office', $2, 'published', '', '{}', '{}')`,
				`INSERT INTO office (id, version, office, state, slug, confirmed_on, review_due, created_at, created_by,
				 changed_at, changed_by, trashed, name, city, host, zone, accent, address, email, phone, notice, statement,
				 name_key_de, name_key_en) VALUES ($1, 1, $2, 'published', '{}', '', '', '', '', '', '', '', '{}', '{}', '',
				 'Europe/Berlin', '', '{}', '', '', '{}', '{}', '', '')`,
			} {
				if _, err := tx.Exec(t.Context(), q, string(d.office), string(record.SharedOffice)); err != nil {
					return err
				}
			}
			return nil
		}))
		f(d)
	})
}

func (d *desk) create(t auth.Token) (string, auth.Token) {
	d.t.Helper()
	secret, made, err := d.Create(d.t.Context(), t)
	must(d.t, err)
	return secret, made
}

func (d *desk) refused(secret string) {
	d.t.Helper()
	if a, err := d.Actor(d.t.Context(), secret); !errors.Is(err, fault.Unauthenticated) {
		d.t.Errorf("got %+v, %v; want fault.Unauthenticated", a, err)
	}
}

func TestATokenActs(t *testing.T) {
	eachDesk(t, func(d *desk) {
		secret, made := d.create(auth.Token{Name: "importer", Role: record.Editor, Office: d.office})
		got, err := d.Actor(t.Context(), secret)
		must(d.t, err)
		if want := (record.Actor{Name: "importer", Role: record.Editor, Office: d.office}); got != want {
			d.t.Errorf("acts as %+v, want %+v", got, want)
		}
		if !strings.HasPrefix(secret, "kontor_") || len(secret) != len("kontor_")+52 || made.Prefix != secret[:12] {
			d.t.Errorf("secret %q, prefix %q", secret, made.Prefix)
		}
		if !made.Expires.Equal(d.now.Add(auth.DefaultLife)) {
			d.t.Errorf("without an expiry it ends %s", made.Expires)
		}
		other, _ := d.create(auth.Token{Name: "importer", Role: record.Editor, Office: d.office})
		if other == secret {
			d.t.Error("two tokens have the same secret")
		}
	})
}

func TestTheSecretIsNotKept(t *testing.T) {
	eachDesk(t, func(d *desk) {
		secret, _ := d.create(auth.Token{Name: "importer", Role: record.Admin})
		err := d.db.Each(t.Context(), func(scan func(...any) error) error {
			var row string
			if err := scan(&row); err != nil {
				return err
			}
			if strings.Contains(row, secret) || !strings.Contains(row, secret[:12]) {
				d.t.Errorf("stored is %q", row)
			}
			return nil
		}, `SELECT id || name || role || office || prefix || hash || created_at || expires_at || revoked_at FROM token`)
		must(d.t, err)
	})
}

func TestWhoIsNotKnown(t *testing.T) {
	eachDesk(t, func(d *desk) {
		secret, made := d.create(auth.Token{Name: "importer", Role: record.Viewer, Office: d.office, Expires: d.now.Add(time.Hour)})
		for _, s := range []string{
			"", "kontor_", secret[:len(secret)-1], secret + "a", strings.ToUpper(secret), made.Prefix,
			"kontor_' OR ''='", "kontor_\x00", "kontor_\xff",
		} {
			d.refused(s)
		}
		d.now = d.now.Add(time.Hour - time.Second)
		_, err := d.Actor(t.Context(), secret)
		must(d.t, err)
		d.now = d.now.Add(time.Second)
		d.refused(secret)
	})
}

func TestRevoke(t *testing.T) {
	eachDesk(t, func(d *desk) {
		byPrefix, one := d.create(auth.Token{Name: "one", Role: record.Admin})
		byID, two := d.create(auth.Token{Name: "two", Role: record.Admin})
		stays, _ := d.create(auth.Token{Name: "three", Role: record.Admin})
		must(d.t, d.Revoke(t.Context(), one.Prefix))
		must(d.t, d.Revoke(t.Context(), string(two.ID)))
		d.refused(byPrefix)
		d.refused(byID)
		_, err := d.Actor(t.Context(), stays)
		must(d.t, err)

		first := d.now
		d.now = d.now.Add(time.Hour)
		must(d.t, d.Revoke(t.Context(), one.Prefix))
		list, err := d.List(t.Context())
		must(d.t, err)
		if len(list) != 3 || !list[0].Revoked.Equal(first) || !list[2].Revoked.IsZero() {
			d.t.Errorf("listed are %+v", list)
		}
		for _, unknown := range []string{"", "kontor_zzzzz", string(record.NewID()), stays[:11], stays + "a", stays[:len(stays)-1] + "_", "kontor_nonsäx"} {
			if err := d.Revoke(t.Context(), unknown); !errors.Is(err, fault.NotFound) {
				d.t.Errorf("revoke %q: %v, want fault.NotFound", unknown, err)
			}
		}
		must(d.t, d.Revoke(t.Context(), stays)) // as one does who finds it where it should not be
		d.refused(stays)
		for _, long := range []int{13, 58} {
			begins, _ := d.create(auth.Token{Name: "four", Role: record.Admin})
			must(d.t, d.Revoke(t.Context(), begins[:long]))
			d.refused(begins)
		}
	})
}

// Two secrets may begin alike; then the prefix does not say which one is meant, and neither is revoked.
func TestRevokeByAPrefixOfTwo(t *testing.T) {
	eachDesk(t, func(d *desk) {
		one, made := d.create(auth.Token{Name: "one", Role: record.Admin})
		two, _ := d.create(auth.Token{Name: "two", Role: record.Admin})
		must(d.t, d.db.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `UPDATE token SET prefix = $1`, made.Prefix)
			return err
		}))
		if err := d.Revoke(t.Context(), made.Prefix); !errors.Is(err, fault.Conflict) {
			d.t.Errorf("got %v, want fault.Conflict", err)
		}
		for _, secret := range []string{one, two} {
			_, err := d.Actor(t.Context(), secret)
			must(d.t, err)
		}
		must(d.t, d.Revoke(t.Context(), one))
		d.refused(one)
		_, err := d.Actor(t.Context(), two)
		must(d.t, err)
	})
}

func TestTokensThatAreNotMade(t *testing.T) {
	eachDesk(t, func(d *desk) {
		good := auth.Token{Name: "importer", Role: record.Editor, Office: d.office}
		for field, spoil := range map[string]func(*auth.Token){
			"name":    func(t *auth.Token) { t.Name = " " },
			"role":    func(t *auth.Token) { t.Role = "owner" },
			"office":  func(t *auth.Token) { t.Office = "" },
			"expires": func(t *auth.Token) { t.Expires = d.now.Add(auth.MaxLife + time.Second) },
		} {
			bad := good
			spoil(&bad)
			d.notMade(bad, field)
		}
		past, nowhere, nobody := good, good, good
		past.Expires = d.now
		d.notMade(past, "expires")
		nowhere.Office = record.NewID()
		d.notMade(nowhere, "office")
		nobody.Role = record.Visitor
		d.notMade(nobody, "role")
		if list, err := d.List(t.Context()); err != nil || len(list) != 0 {
			d.t.Errorf("listed are %v, %v", list, err)
		}
	})
}

func (d *desk) notMade(t auth.Token, field string) {
	d.t.Helper()
	_, _, err := d.Create(d.t.Context(), t)
	var inv fault.Invalid
	if !errors.As(err, &inv) || len(inv) != 1 || inv[field].Key == "" {
		d.t.Errorf("%+v: %v, want only %s to be wrong", t, err, field)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// While an office lies in the trash, nobody acts for it, and nobody is given a token for it.
func TestATokenOfATrashedOffice(t *testing.T) {
	eachDesk(t, func(d *desk) {
		secret, _ := d.create(auth.Token{Name: "web desk", Role: record.Editor, Office: d.office})
		trash := func(at string) {
			must(t, d.db.Tx(t.Context(), func(tx *db.DB) error {
				_, err := tx.Exec(t.Context(), `UPDATE office SET trashed = $1 WHERE id = $2`, at, string(d.office))
				return err
			}))
		}
		trash("2026-03-01T12:00:00.000Z")
		d.refused(secret)
		d.notMade(auth.Token{Name: "web desk", Role: record.Editor, Office: d.office}, "office")
		trash("")
		if _, err := d.Actor(t.Context(), secret); err != nil {
			t.Errorf("after it was restored: %v", err)
		}
	})
}
