package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// An Index is the search index of a database.
type Index struct {
	db     *db.DB
	langs  []i18n.Lang
	kinds  []string
	source Source

	// Rest is how long a rebuild pauses after each of its transactions. On SQLite another process that wants to write asks
	// again and again whether it may, and would hardly ever meet the moment between two of them; writers of one process
	// queue up, and need no rest.
	Rest time.Duration

	// Now is the clock by which a rebuild sees that its transactions take long, and makes them shorter; without one it does not.
	Now func() time.Time
}

// New returns the index kept in d of what source has. The languages say in which of them documents are put in order, the
// first that has a title; kinds, of which kind they come first. Kinds that are not among those come after them, by name.
// Whoever changes either raises analyserVersion.
func New(d *db.DB, langs []i18n.Lang, kinds []string, source Source) *Index {
	return &Index{db: d, langs: langs, kinds: kinds, source: source}
}

// Ready reports whether the index was built, and by the analyser of this program. Until then it answers with what it has.
func (x *Index) Ready(ctx context.Context) (bool, error) {
	s, err := readState(ctx, x.db)
	return s.gen > 0 && s.analyser == analyserVersion, err
}

// Unfinished reports whether a rebuild has begun and not ended. It is under way, or it died: who keeps others from rebuilding knows
// which.
func (x *Index) Unfinished(ctx context.Context) (bool, error) {
	s, err := readState(ctx, x.db)
	return s.building != 0, err
}

// A rebuild pays once this many documents came later than the last one.
const (
	manyYoung = 10_000
	someYoung = 1_000 // and they are one in fifty
)

// Stale reports whether so many documents are new or have new titles that a rebuild would make searching faster.
func (x *Index) Stale(ctx context.Context) (bool, error) {
	s, err := readState(ctx, x.db)
	young := s.next - s.base
	return young > manyYoung || young > someYoung && young > s.next/50, err
}

// kindFacet is the facet that every document has.
const kindFacet = "kind"

// A stored document, as it was indexed.
type stored struct {
	num    int64
	ref    record.Ref
	office record.ID
	public bool
	sort   []byte
	facets string // packed
	fields string // packed
}

const storedColumns = `num, kind, record, office, public, sort, facets, fields`

func (s *stored) columns() []any {
	return []any{&s.num, &s.ref.Kind, &s.ref.ID, &s.office, &s.public, &s.sort, &s.facets, &s.fields}
}

func (x *Index) store(d *Document) stored {
	return stored{
		ref: record.Ref{Kind: d.Kind, ID: d.ID}, office: d.Office, public: d.Public, sort: []byte(x.sortKey(d)),
		facets: packFacets(d.Facets), fields: packFields(d.Fields),
	}
}

// same tells whether nothing needs to be written.
func (s *stored) same(other *stored) bool {
	return s.office == other.office && s.public == other.public && string(s.sort) == string(other.sort) &&
		s.facets == other.facets && s.fields == other.fields
}

// document returns what was stored.
func (s *stored) document() (Document, error) {
	d := Document{Kind: s.ref.Kind, ID: s.ref.ID, Office: s.office, Public: s.public}
	var err error
	if d.Facets, err = unpackFacets(s.facets); err == nil {
		d.Fields, err = unpackFields(s.fields)
	}
	if err != nil {
		return d, fmt.Errorf("%s %s: %w", s.ref.Kind, s.ref.ID, err)
	}
	return d, nil
}

const separator = "\x01" // below every letter, and in no kind, word or id

// sortKey is what puts documents of one class in order: records before bare places, then kind, folded title, id.
func (x *Index) sortKey(d *Document) string {
	var b strings.Builder
	b.WriteByte(x.rank(d.Kind))
	b.WriteString(d.Kind + separator)
	for t := range func(yield func(token) bool) { tokens(x.sortTitle(d), yield) } {
		b.WriteString(t.word() + " ")
	}
	b.WriteString(separator + string(d.ID))
	return b.String()
}

// rank returns a letter by which kinds are put in order.
func (x *Index) rank(kind string) byte {
	switch at := slices.Index(x.kinds, kind); {
	case kind == Bare:
		return '~'
	case at < 0:
		return 'z'
	default:
		return 'a' + byte(min(at, 'y'-'a')) // #nosec G115 -- a letter
	}
}

// refOf returns whose key it is.
func refOf(key string) record.Ref {
	kind, rest, _ := strings.Cut(key[1:], separator)
	return record.Ref{Kind: kind, ID: record.ID(rest[strings.LastIndex(rest, separator)+1:])}
}

// sortTitle is the title by which a document is put in order: a public one before others, in the first language that has
// one, and names where there is none.
func (x *Index) sortTitle(d *Document) string {
	best, rank := "", -1
	for _, f := range d.Fields {
		if f.Class != Title && f.Class != Name || f.Text == "" {
			continue
		}
		if r := x.titleRank(f); rank < 0 || r < rank {
			best, rank = f.Text, r
		}
	}
	return best
}

func (x *Index) titleRank(f Field) int {
	rank := 0
	if f.Class != Title {
		rank += 1000
	}
	if f.Internal {
		rank += 100
	}
	for i, l := range x.langs {
		if l == f.Lang {
			return rank + i
		}
	}
	return rank + len(x.langs)
}
