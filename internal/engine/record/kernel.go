package record

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
)

// PartPath returns the path of a field of the i-th part of a list, counting from 1: "sides/1.until".
func PartPath(list string, i int, field string) string {
	return list + "/" + strconv.Itoa(i+1) + "." + field
}

// A Kernel is what the stores of all kinds share: the database, the clock, and who wants to know of changes.
type Kernel struct {
	DB    *db.DB
	Now   func() time.Time
	Zones *date.Zones
	Langs []i18n.Lang // the languages in which records have addresses and sort keys, the default first

	// Announce leaves word of a change in the transaction that makes it, for those who act on it later.
	Announce func(ctx context.Context, tx *db.DB, c Change) error

	// Find looks for records of a kind by their words. It is set by who has an index of them; without one nothing is found.
	Find Finder

	kinds    map[string]*Kind
	shelves  map[string]shelf
	carriers []carrier // by kind and field
	claims   map[string]Claim
	sorters  []*i18n.Sorter // one for each of Langs
}

// A Change is what those who act on changes are told.
type Change struct {
	Kind    string `json:"kind"`
	ID      ID     `json:"id"`
	Office  ID     `json:"office"`
	Version int64  `json:"version"`
	Action  Action `json:"action"`
	Echo    *Echo  `json:"echo,omitempty"` // what others carry of the record and has changed; nil for nothing
}

// A Claim returns the record that a key stands for, and makes it in the transaction if there is none yet.
type Claim func(ctx context.Context, tx *db.DB, key string) (ID, error)

// NewKernel returns the kernel of the records in d.
func NewKernel(d *db.DB, now func() time.Time, langs []i18n.Lang) *Kernel {
	k := &Kernel{
		DB: d, Now: now, Zones: new(date.Zones), Langs: langs, kinds: map[string]*Kind{}, claims: map[string]Claim{},
		shelves: map[string]shelf{}, Announce: func(context.Context, *db.DB, Change) error { return nil },
		Find: func(context.Context, Search) (Found, error) { return Found{}, nil },
	}
	for _, l := range langs {
		k.sorters = append(k.sorters, i18n.NewSorter(l))
	}
	return k
}

// ClaimWith says how a reference to a record of this kind by a key, such as a place's number in the gazetteer, becomes
// an id.
func (k *Kernel) ClaimWith(kind string, c Claim) { k.claims[kind] = c }

// Kind returns the kind with this name.
func (k *Kernel) Kind(name string) (*Kind, bool) {
	kind, ok := k.kinds[name]
	return kind, ok
}

// today returns the date in the time zone of an office.
func (k *Kernel) today(ctx context.Context, d *db.DB, office ID) (date.Partial, error) {
	var zone string
	if err := d.Row(ctx, []any{&zone}, `SELECT zone FROM office WHERE id = $1`, string(office)); err != nil {
		return "", fmt.Errorf("time zone of office: %w", err)
	}
	loc, err := k.Zones.Load(zone)
	if err != nil {
		return "", fmt.Errorf("time zone of office: %w", err)
	}
	return date.Of(k.Now().In(loc)), nil
}

// A Card is what other pages show of a record.
type Card struct {
	Ref
	Title i18n.Text
	Slug  i18n.Text
}

// Cards returns the cards of those of ids that the actor may see, in one statement.
func (k *Kernel) Cards(ctx context.Context, ids []ID) (map[ID]Card, error) {
	out := map[ID]Card{}
	for some := range slices.Chunk(ids, 200) {
		var st statement
		st.text(`SELECT r.id, r.kind, r.title, r.slug FROM record r WHERE r.id IN (`).ids(some).text(`) AND `)
		st.known(ActorOf(ctx), "r")
		cards, err := db.Collect(k.DB.Brief(ctx), k.DB, func(c *Card) []any {
			return []any{&c.ID, &c.Kind, (*string)(&c.Title), (*string)(&c.Slug)}
		}, st.sql(), st.args...)
		if err != nil {
			return nil, fmt.Errorf("cards: %w", err)
		}
		for _, c := range cards {
			out[c.ID] = c
		}
	}
	return out, nil
}

// A Version tells when the public pages of an office may have changed.
type Version struct{ Shared, Own int64 }

// VersionOf returns the content version of what an office shows: its own records and those that all share. Each write
// raises its office's in the same transaction.
func (k *Kernel) VersionOf(ctx context.Context, office ID) (v Version, err error) {
	err = k.DB.Each(k.DB.Brief(ctx), func(scan func(...any) error) error {
		var id ID
		var n int64
		if err := scan(&id, &n); err != nil {
			return err
		}
		if id == SharedOffice {
			v.Shared = n
		}
		if id == office {
			v.Own = n
		}
		return nil
	}, `SELECT office, version FROM office_head WHERE office IN ($1, $2)`, string(SharedOffice), string(office))
	if err != nil {
		return v, fmt.Errorf("content version: %w", err)
	}
	return v, nil
}

// Latest returns the content version of everything that all offices show, and when the latest change was made; the zero
// Time before the first one.
func (k *Kernel) Latest(ctx context.Context) (version int64, at Time, err error) {
	if err := k.DB.Row(k.DB.Brief(ctx), []any{&version, (*string)(&at)}, `SELECT CAST(COALESCE(SUM(h.version), 0) AS BIGINT), COALESCE(MAX(a.at), '')
		FROM office_head h LEFT JOIN audit a ON a.office = h.office AND a.seq = h.seq`); err != nil {
		return 0, "", fmt.Errorf("latest change: %w", err)
	}
	return version, at, nil
}

// VersionAll returns the content version of everything that all offices show. It never comes back to a value that it once
// had, since every write adds one to it.
func (k *Kernel) VersionAll(ctx context.Context) (int64, error) {
	var n int64
	if err := k.DB.Row(k.DB.Brief(ctx), []any{&n}, `SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM office_head`); err != nil {
		return 0, fmt.Errorf("content version: %w", err)
	}
	return n, nil
}
