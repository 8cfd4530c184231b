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
	claims   map[string]Claimer
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

// A Claimer makes records out of reference data, once somebody refers to them. Such a record is as public as those that
// refer to it: shown earlier it would tell that there is a draft about it.
type Claimer interface {
	// Claim returns the record that a key stands for, and makes it, as a draft, in the transaction if there is none yet.
	Claim(ctx context.Context, tx *db.DB, key string) (ID, error)
	// Publish publishes those of the records that were claimed and are still drafts.
	Publish(ctx context.Context, tx *db.DB, ids []ID) error
}

// NewKernel returns the kernel of the records in d.
func NewKernel(d *db.DB, now func() time.Time, langs []i18n.Lang) *Kernel {
	k := &Kernel{
		DB: d, Now: now, Zones: new(date.Zones), Langs: langs, kinds: map[string]*Kind{}, claims: map[string]Claimer{},
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
func (k *Kernel) ClaimWith(kind string, c Claimer) { k.claims[kind] = c }

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

// Shown returns the cards of up to limit published records of a kind and an office, in the order of their ids from the one
// behind after on.
func (k *Kernel) Shown(ctx context.Context, kind string, office, after ID, limit int) ([]Card, error) {
	out, err := db.Collect(ctx, k.DB, func(c *Card) []any { return []any{&c.ID, &c.Kind, (*string)(&c.Title), (*string)(&c.Slug)} }, `
		SELECT id, kind, title, slug FROM record WHERE kind = $1 AND office = $2 AND state = 'published' AND trashed = '' AND id > $3
		ORDER BY id LIMIT $4 + 0`, kind, string(office), string(after), limit)
	if err != nil {
		return nil, fmt.Errorf("records shown: %w", err)
	}
	return out, nil
}

// A Version tells when public pages may have changed. Neither number ever comes back to a value that it once had, since
// every write adds one.
type Version struct {
	All    int64 // everything that all offices show: a page may name what belongs to another office
	Shared int64 // what all offices share
}

// Version returns the content version. Each write raises that of its office in the same transaction.
func (k *Kernel) Version(ctx context.Context) (v Version, err error) {
	err = k.DB.Row(k.DB.Brief(ctx), []any{&v.All, &v.Shared}, `SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT),
		CAST(COALESCE(SUM(CASE WHEN office = $1 THEN version ELSE 0 END), 0) AS BIGINT) FROM office_head`, string(SharedOffice))
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
