// Package auth knows the tokens of programs: it makes them, lists them, revokes them, and tells who acts with one.
//
// The database keeps the SHA-256 of a token's secret, never the secret. A secret has 256 bits of chance, so its plain
// hash cannot be guessed from, and it is found by that hash in one indexed read. Nothing is cached: a token that is
// revoked is refused from the next request on.
package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Token lets a program act in a role, and for an office unless the role is that of an admin.
type Token struct {
	ID      record.ID
	Name    string // of the program or of whom it acts for; shown in the history of what it changes
	Role    record.Role
	Office  record.ID // whose records it reads and changes; for an admin, where new records go; may then be empty
	Prefix  string    // how its secret begins, enough to know it again
	Created time.Time
	Expires time.Time
	Revoked time.Time // zero while it is not
}

// Valid reports whether the token may still be used at a moment.
func (t Token) Valid(at time.Time) bool { return t.Revoked.IsZero() && at.Before(t.Expires) }

// How long a token lives, and how its secret looks.
const (
	DefaultLife = 90 * 24 * time.Hour
	MaxLife     = 366 * 24 * time.Hour // a year, leap years included

	PrefixLength = 12 // of a secret, in bytes: what is listed of it

	scheme      = "kontor_" // by which scanners know a secret that went astray
	secretBytes = 32
	longestName = 120
)

// letters is how the random part of a secret is written, but for the case.
func letters() *base32.Encoding { return base32.StdEncoding.WithPadding(base32.NoPadding) }

// Tokens keeps the tokens of one database.
type Tokens struct {
	db  *db.DB
	now func() time.Time
}

// NewTokens returns the tokens in d. Times are taken from now.
func NewTokens(d *db.DB, now func() time.Time) *Tokens { return &Tokens{d, now} }

// Create makes a token of which t gives name, role, office and expiry; without an expiry it lives for DefaultLife. It
// returns the secret, which is to be had only here, and the token as it is listed. It returns a fault.Invalid naming what
// is wrong with t.
func (ts *Tokens) Create(ctx context.Context, t Token) (secret string, _ Token, err error) {
	now := ts.now()
	if t.Expires.IsZero() {
		t.Expires = now.Add(DefaultLife)
	}
	if err := check(t, now); err != nil {
		return "", Token{}, err
	}
	secret = newSecret()
	t = Token{
		ID: record.NewID(), Name: t.Name, Role: t.Role, Office: t.Office, Prefix: secret[:PrefixLength],
		Created: now, Expires: t.Expires,
	}
	err = ts.db.Tx(ctx, func(tx *db.DB) error {
		if err := officeExists(ctx, tx, t.Office); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO token (id, name, role, office, prefix, hash, created_at, expires_at, revoked_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '')`, string(t.ID), t.Name, string(t.Role), string(t.Office), t.Prefix,
			hash(secret), string(record.At(t.Created)), string(record.At(t.Expires)))
		return err
	})
	if err != nil {
		return "", Token{}, fmt.Errorf("create token: %w", err)
	}
	return secret, t, nil
}

// check reports what is wrong with a token that is to be made.
func check(t Token, now time.Time) error {
	inv := fault.Invalid{}
	switch {
	case strings.TrimSpace(t.Name) == "":
		inv.Add("name", "required")
	case !i18n.Clean(t.Name, false):
		inv.Add("name", "bad_value")
	case len(t.Name) > longestName:
		inv.AddValue("name", "too_long", fmt.Sprint(longestName))
	}
	switch t.Role {
	case record.Viewer, record.Editor:
		if t.Office == "" {
			inv.Add("office", "required")
		}
	case record.Admin:
	default:
		inv.AddValue("role", "unknown_choice", "viewer, editor, admin")
	}
	if !t.Expires.After(now) || t.Expires.After(now.Add(MaxLife)) {
		inv.Add("expires", "out_of_range")
	}
	return inv.Err()
}

// officeExists returns a fault.Invalid if there is no such office; the empty one need not exist.
func officeExists(ctx context.Context, tx *db.DB, office record.ID) error {
	if office == "" {
		return nil
	}
	var one int
	err := tx.Row(ctx, []any{&one}, `SELECT 1 FROM office WHERE id = $1 AND trashed = ''`, string(office))
	if errors.Is(err, fault.NotFound) {
		return fault.Invalid{"office": {Key: "unknown_reference"}}
	}
	return err
}

// List returns all tokens, the oldest first, those revoked and expired among them.
func (ts *Tokens) List(ctx context.Context) ([]Token, error) {
	var out []Token
	err := ts.db.Each(ctx, func(scan func(...any) error) error {
		t, err := scanToken(scan)
		out = append(out, t)
		return err
	}, `SELECT `+columns+` FROM token ORDER BY created_at, id`)
	if err != nil {
		return nil, fmt.Errorf("list tokens: %w", err)
	}
	return out, nil
}

// Revoke ends the token with this id, secret or beginning of a secret at once. Of a beginning the first PrefixLength bytes
// count, as no more of it is kept, and no fewer do. To revoke one again changes nothing. It returns fault.NotFound if there
// is no such token, and fault.Conflict if several begin so: then the id or the secret says which.
func (ts *Tokens) Revoke(ctx context.Context, which string) error {
	return ts.db.Tx(ctx, func(tx *db.DB) error {
		ids, err := db.Collect(ctx, tx, func(id *string) []any { return []any{id} },
			`SELECT id FROM token WHERE id = $1 OR prefix = $2 OR hash = $3`, which, beginning(which), hash(which))
		switch {
		case err != nil:
		case len(ids) == 0:
			err = fault.NotFound
		case len(ids) > 1:
			err = fault.Conflict
		default:
			_, err = tx.Exec(ctx, `UPDATE token SET revoked_at = $1 WHERE id = $2 AND revoked_at = ''`,
				string(record.At(ts.now())), ids[0])
		}
		if err != nil {
			return fmt.Errorf("revoke token: %w", err)
		}
		return nil
	})
}

// beginning returns the prefix of the tokens that begin with s, which is not yet a whole one; "" if it is none of any.
func beginning(s string) string {
	if n := len(s); n < PrefixLength || n >= len(scheme)+letters().EncodedLen(secretBytes) {
		return ""
	}
	if !utf8.ValidString(s[:PrefixLength]) { // cut inside a letter, which no token has; PostgreSQL refuses to compare it
		return ""
	}
	return s[:PrefixLength]
}

// Actor returns who acts with a secret. It returns fault.Unauthenticated if no token has this secret, or the token is
// expired or revoked, or its office lies in the trash.
func (ts *Tokens) Actor(ctx context.Context, secret string) (record.Actor, error) {
	if !strings.HasPrefix(secret, scheme) {
		return record.Actor{}, fault.Unauthenticated
	}
	var t Token
	err := ts.db.Each(ts.db.Brief(ctx), func(scan func(...any) error) (err error) {
		t, err = scanToken(scan)
		return err
	}, `SELECT `+columns+` FROM token WHERE hash = $1 AND (office = ''
		OR EXISTS (SELECT 1 FROM office o WHERE o.id = token.office AND o.trashed = ''))`, hash(secret))
	if err != nil {
		return record.Actor{}, fmt.Errorf("read token: %w", err)
	}
	if !t.Valid(ts.now()) {
		return record.Actor{}, fault.Unauthenticated
	}
	return record.Actor{Name: t.Name, Role: t.Role, Office: t.Office}, nil
}

const columns = `id, name, role, office, prefix, created_at, expires_at, revoked_at`

func scanToken(scan func(...any) error) (Token, error) {
	var t Token
	var created, expires, revoked record.Time
	err := scan(&t.ID, &t.Name, (*string)(&t.Role), &t.Office, &t.Prefix, (*string)(&created), (*string)(&expires), (*string)(&revoked))
	t.Created, t.Expires, t.Revoked = created.Time(), expires.Time(), revoked.Time()
	return t, err
}

// newSecret returns a fresh secret: the scheme and 256 bits in letters and digits that survive being read aloud.
func newSecret() string {
	b := make([]byte, secretBytes)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
	return scheme + strings.ToLower(letters().EncodeToString(b))
}

func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
