package record

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/engine/db"
)

// A Sheet is what a search is told of a record. What is in the trash, or joined to what is, has none.
type Sheet struct {
	Ref
	Public bool // published, and so is all that it joins
	Office ID   // who keeps it; of what is not public: whose staff sees it, NoOffice if there is no such office
	Words  []Words
	Facets map[string][]string
}

// NoOffice is the id of no office: what it keeps is seen by nobody but those who see everything.
const NoOffice ID = "-"

// sheetPiece is how many records are read at once for their sheets.
const sheetPiece = 200

// Sheets returns the sheets of those of refs that have one, as they stand in d: with a few statements for each kind, not
// for each record. It reads as nobody in particular, drafts and internal fields too.
func (k *Kernel) Sheets(ctx context.Context, d *db.DB, refs []Ref) ([]Sheet, error) {
	byKind := map[string][]ID{}
	for _, r := range refs {
		byKind[r.Kind] = append(byKind[r.Kind], r.ID)
	}
	var out []Sheet
	for _, kind := range k.kindNames() {
		ids := byKind[kind]
		slices.Sort(ids)
		for some := range slices.Chunk(slices.Compact(ids), sheetPiece) {
			rs, err := k.shelves[kind].among(ctx, d, some, false)
			if err != nil {
				return nil, fmt.Errorf("sheets of %s: %w", kind, err)
			}
			es, err := k.sheetsOf(ctx, d, kind, rs)
			if err != nil {
				return nil, fmt.Errorf("sheets of %s: %w", kind, err)
			}
			out = append(out, es...)
		}
	}
	return out, nil
}

// EachSheet hands the sheet of every record to f, read in d in pieces.
func (k *Kernel) EachSheet(ctx context.Context, d *db.DB, f func(Sheet) error) error {
	for _, kind := range k.kindNames() {
		for after := ID(""); ; {
			rs, err := k.shelves[kind].after(ctx, d, after, sheetPiece)
			if err != nil {
				return fmt.Errorf("sheets of %s: %w", kind, err)
			}
			es, err := k.sheetsOf(ctx, d, kind, rs)
			if err != nil {
				return fmt.Errorf("sheets of %s: %w", kind, err)
			}
			for _, e := range es {
				if err := f(e); err != nil {
					return err
				}
			}
			if len(rs) < sheetPiece {
				break
			}
			after = rs[len(rs)-1].base().ID
		}
	}
	return nil
}

func (k *Kernel) sheetsOf(ctx context.Context, d *db.DB, kind string, rs []Record) ([]Sheet, error) {
	g := gathering{k: k, d: d, known: map[ID]gathered{}}
	own := make([]gathered, len(rs))
	var refs []Ref
	for i, r := range rs {
		own[i] = gathered{k.kinds[kind], r.base(), k.kinds[kind].Values(r)}
		refs = append(refs, own[i].carried(func(f *Field) bool { return f.weight > 0 || f.joins || len(f.facets) > 0 })...)
	}
	if err := g.gather(ctx, refs); err != nil {
		return nil, err
	}
	out := make([]Sheet, 0, len(own))
	for _, r := range own {
		if e, ok := g.sheet(r); ok {
			out = append(out, e)
		}
	}
	return out, nil
}

// A gathering holds what sheets need of the records that theirs refer to, each read once.
type gathering struct {
	k     *Kernel
	d     *db.DB
	known map[ID]gathered
}

// A gathered record has its values bound; of one that others refer to, only the lists that they carry something of.
type gathered struct {
	kind *Kind
	base *Base
	vals []Value
}

// farthest bounds how many references after one another are followed: deeper than any tree of themes.
const farthest = 32

// gather reads refs, and what is known of them by way of others: whom they join, what they hand on, their facets.
func (g *gathering) gather(ctx context.Context, refs []Ref) error {
	for range farthest {
		byKind := map[string][]ID{}
		for _, r := range refs {
			if _, ok := g.known[r.ID]; !ok && r.ID != "" {
				g.known[r.ID] = gathered{} // what is not found stays so
				byKind[r.Kind] = append(byKind[r.Kind], r.ID)
			}
		}
		if len(byKind) == 0 {
			return nil
		}
		refs = refs[:0]
		for _, kind := range g.k.kindNames() {
			for some := range slices.Chunk(byKind[kind], sheetPiece) {
				rs, err := g.k.shelves[kind].among(ctx, g.d, some, true)
				if err != nil {
					return err
				}
				for _, r := range rs {
					x := gathered{g.k.kinds[kind], r.base(), g.k.kinds[kind].Values(r)}
					g.known[r.base().ID] = x
					refs = append(refs, x.carried(func(f *Field) bool { return f.joins || f.handedOn || len(f.facets) > 0 })...)
				}
			}
		}
	}
	return nil
}

// carried lists what the references refer to that want chooses, those of parts too.
func (r gathered) carried(want func(*Field) bool) (refs []Ref) {
	_ = r.each(func(_ string, _ Class, _ []Value, v Value) error {
		if v.Type == TypeRef && v.Class <= Internal && want(v.Field) {
			refs = append(refs, v.Ref())
		}
		return nil
	})
	return refs
}

// each calls f for every value but lists, and for those within lists, with its path, its class and the part it stands in.
func (r gathered) each(f func(path string, c Class, part []Value, v Value) error) error {
	for _, v := range r.vals {
		if v.Type != TypeList {
			if err := f(v.Name, v.Class, nil, v); err != nil {
				return err
			}
			continue
		}
		for i := range v.PartCount() {
			_, part := v.PartValues(i)
			for _, pv := range part {
				if err := f(v.Name+"."+pv.Name, max(v.Class, pv.Class), part, pv); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// sheet puts together what is known of r; ok is false if it is in the trash.
func (g *gathering) sheet(r gathered) (e Sheet, ok bool) {
	holders, ok := g.holders(r)
	if !ok {
		return e, false
	}
	e = Sheet{Ref: Ref{r.kind.Name, r.base.ID}, Public: len(holders) == 0, Office: r.base.Office, Facets: map[string][]string{}}
	if !e.Public {
		e.Office = allHold(holders)
	}
	seen := map[Words]bool{}
	_ = r.each(func(path string, c Class, part []Value, v Value) error {
		for _, w := range g.words(r, v, part) {
			w.Field, w.Internal = path, w.Internal || c == Internal
			w.Weight = v.weight
			// what is for the staff of its keeper, others do not see, even if they see the record
			if w.Text != "" && !seen[w] && (!w.Internal || e.Office == r.base.Office) {
				seen[w] = true
				e.Words = append(e.Words, w)
			}
		}
		if c == Public {
			for _, name := range v.facets {
				e.Facets[name] = append(e.Facets[name], g.facet(v, name, farthest)...)
			}
		}
		return nil
	})
	if own := r.kind.Name; g.k.facetOf(own) {
		e.Facets[own] = append(e.Facets[own], string(r.base.ID))
	}
	for name, values := range e.Facets {
		slices.Sort(values)
		if e.Facets[name] = slices.Compact(values); len(values) == 0 {
			delete(e.Facets, name)
		}
	}
	return e, true
}

// words returns the texts by which v makes r found; those of a record that is not public are internal.
func (g *gathering) words(r gathered, v Value, part []Value) []Words {
	switch {
	case v.weight == 0 || v.Class > Internal:
		return nil
	case v.Type != TypeRef:
		return v.wordsOf(langOf(part))
	}
	return g.names(r.base.Office, v.Ref().ID, 2)
}

// names returns the names of the record id for one that office keeps: its title, its aliases, and what it hands on over
// so many steps. They are internal if the record is not public, and left out if the staff of office may not see it.
func (g *gathering) names(office, id ID, steps int) (out []Words) {
	x := g.known[id]
	if x.base == nil || steps == 0 {
		return nil
	}
	holders, ok := g.holders(x)
	if !ok {
		return nil
	}
	hidden := len(holders) > 0
	if at := allHold(holders); hidden && at != office && at != SharedOffice {
		return nil
	}
	_ = x.each(func(_ string, c Class, part []Value, v Value) error {
		var more []Words
		switch {
		case c > Public: // a name that a record keeps to its own staff names it for nobody else
		case v.Type == TypeRef && v.handedOn:
			more = g.names(office, v.Ref().ID, steps-1)
		case v.Type != TypeRef && (v.weight == AsTitle || v.weight == AsAlias):
			more = v.wordsOf(langOf(part))
		}
		for _, w := range more {
			w.Internal = w.Internal || hidden
			out = append(out, w)
		}
		return nil
	})
	return out
}

// facet returns what v has of a facet: its value, or what the record that it refers to has. A record that is not public
// gives none, since facets are counted for everybody.
func (g *gathering) facet(v Value, name string, steps int) (out []string) {
	if v.Type != TypeRef {
		if s := v.Text(); s != "" {
			out = append(out, s)
		}
		return out
	}
	x := g.known[v.Ref().ID]
	if x.base == nil || steps == 0 {
		return nil
	}
	if holders, ok := g.holders(x); !ok || len(holders) > 0 {
		return nil
	}
	if x.kind.Name == name {
		out = append(out, string(x.base.ID))
	}
	_ = x.each(func(_ string, c Class, _ []Value, v Value) error {
		if c == Public && slices.Contains(v.facets, name) {
			out = append(out, g.facet(v, name, steps-1)...)
		}
		return nil
	})
	return out
}

// holders returns the offices that keep r, or something that it joins, from the public: none if it is public. ok is false
// if any of it is in the trash.
func (g *gathering) holders(r gathered) (offices []ID, ok bool) {
	return g.hold(r, farthest)
}

func (g *gathering) hold(r gathered, steps int) (offices []ID, ok bool) {
	if r.base == nil || r.base.Trashed != "" || steps == 0 {
		return nil, false
	}
	if r.base.State != Published {
		offices = append(offices, r.base.Office)
	}
	for _, v := range r.vals {
		if !v.joins || v.Ref().ID == "" {
			continue
		}
		more, ok := g.hold(g.known[v.Ref().ID], steps-1)
		if !ok {
			return nil, false
		}
		offices = append(offices, more...)
	}
	return offices, true
}

// allHold returns the office whose staff sees what all of these keep from the public: what all offices share, the staff of
// any sees.
func allHold(holders []ID) ID {
	at := SharedOffice
	for _, h := range holders {
		switch {
		case h == SharedOffice || h == at:
		case at == SharedOffice:
			at = h
		default:
			return NoOffice
		}
	}
	return at
}

// facetOf reports whether some field gives the facet that is called as this kind, such as theme.
func (k *Kernel) facetOf(kind string) bool {
	for _, c := range k.carriers {
		if slices.Contains(c.field.facets, kind) {
			return true
		}
	}
	return false
}

func (k *Kernel) kindNames() []string {
	out := make([]string, 0, len(k.kinds))
	for name := range k.kinds {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// A shelf is where the records of a kind are read from, without asking who reads.
type shelf interface {
	// among returns those of ids that are there; carried leaves out the lists of which others carry nothing.
	among(ctx context.Context, d *db.DB, ids []ID, carried bool) ([]Record, error)
	// after returns the first n records behind the one with this id, by id.
	after(ctx context.Context, d *db.DB, id ID, n int) ([]Record, error)
}

func (s *Store[T, P]) among(ctx context.Context, d *db.DB, ids []ID, carried bool) ([]Record, error) {
	t := *s
	if t.db = d; carried {
		t.cols.lists = slices.DeleteFunc(slices.Clone(s.cols.lists), func(l list) bool { return !l.handsOut() })
	}
	var st statement
	st.text("SELECT ", prefixed(s.kind.Name, s.cols.read), " FROM ", s.kind.Name, " WHERE id IN (").ids(ids).text(")")
	return t.untyped(ctx, &st)
}

func (s *Store[T, P]) after(ctx context.Context, d *db.DB, id ID, n int) ([]Record, error) {
	t := *s
	t.db = d
	var st statement
	st.text("SELECT ", prefixed(s.kind.Name, s.cols.read), " FROM ", s.kind.Name, " WHERE id > ").arg(string(id)).
		text(" ORDER BY id").limit(n)
	return t.untyped(ctx, &st)
}

func (s *Store[T, P]) untyped(ctx context.Context, st *statement) ([]Record, error) {
	rs, err := s.read(ctx, st, nil)
	out := make([]Record, len(rs))
	for i, r := range rs {
		out[i] = r
	}
	return out, err
}

// handsOut reports whether those who refer to the record carry something of this list.
func (f *Field) handsOut() bool {
	return slices.ContainsFunc(f.Parts, func(p *Field) bool {
		return p.joins || p.handedOn || len(p.facets) > 0 || p.Type != TypeRef && (p.weight == AsTitle || p.weight == AsAlias)
	})
}
