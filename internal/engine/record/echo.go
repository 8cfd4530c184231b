package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kontor.example/internal/engine/db"
)

// An Echo says that what others carry of a record has changed, and how far those who carry it have been told. It is worked
// off in steps, so that no transaction has to reach everybody who refers to a large place.
type Echo struct {
	Ref
	Names  bool   `json:"names,omitempty"`  // its title, its aliases, what it hands on
	Facets bool   `json:"facets,omitempty"` // the facets it has
	Seen   bool   `json:"seen,omitempty"`   // who sees it
	Column string `json:"column,omitempty"` // which of the columns that may refer to it comes next
	After  ID     `json:"after,omitempty"`  // and behind which record
}

// A carrier is a column by which the sheets of a kind carry something of other records.
type carrier struct {
	kind   *Kind
	field  *Field
	table  string
	id     string // the column with the id of the record
	column string
	target string // the kind referred to; empty for any
}

func (c carrier) name() string { return c.table + "." + c.column }

// touched reports whether a change that e tells of changes the sheets of those who refer by c.
func (c carrier) touched(e Echo) bool {
	f := c.field
	return (c.target == "" || c.target == e.Kind) &&
		(f.joins && e.Seen || f.weight > 0 && (e.Names || e.Seen) || len(f.facets) > 0 && (e.Facets || e.Seen))
}

// onward returns what of a record that refers by c changes for those who refer to it in turn.
func (c carrier) onward(e Echo, id ID) (Echo, bool) {
	f := c.field
	out := Echo{
		Ref: Ref{c.kind.Name, id}, Seen: f.joins && e.Seen,
		Names: f.handedOn && (e.Names || e.Seen), Facets: len(f.facets) > 0 && (e.Facets || e.Seen),
	}
	return out, out.Seen || out.Names || out.Facets
}

// carriersOf lists the columns of a kind by which its sheets carry something.
func carriersOf(kind *Kind) (out []carrier) {
	add := func(f *Field, table, id string) {
		if f.Type != TypeRef || f.weight == 0 && !f.joins && len(f.facets) == 0 {
			return
		}
		switch {
		case f.Targets == nil:
			out = append(out, carrier{kind, f, table, id, f.columns[0], ""})
		default:
			for i, target := range f.Targets {
				out = append(out, carrier{kind, f, table, id, f.columns[i], target})
			}
		}
	}
	for _, f := range kind.fields {
		add(f, kind.Name, "id")
		for _, p := range f.Parts {
			add(p, kind.Name+"_"+f.Name, "parent")
		}
	}
	return out
}

// Follow returns up to most records whose sheets carry what e tells of, and the echoes that are still to be followed: the
// rest of this one, and those of records that hand it on.
func (k *Kernel) Follow(ctx context.Context, d *db.DB, e Echo, most int) (told []Ref, rest []Echo, err error) {
	for _, c := range k.carriers {
		switch name := c.name(); {
		case name < e.Column || !c.touched(e):
			continue
		case name > e.Column:
			e.Column, e.After = name, ""
		}
		if len(told) >= most {
			return told, append(rest, e), nil
		}
		var st statement
		st.text("SELECT DISTINCT ", c.id, " FROM ", c.table, " WHERE ", c.column, " = ").arg(string(e.ID)).
			text(" AND ", c.id, " > ").arg(string(e.After)).text(" ORDER BY ", c.id).limit(most - len(told))
		ids, err := db.Collect(ctx, d, func(id *ID) []any { return []any{id} }, st.sql(), st.args...)
		if err != nil {
			return nil, nil, fmt.Errorf("who carries %s: %w", e.Kind, err)
		}
		for _, id := range ids {
			told = append(told, Ref{c.kind.Name, id})
			if on, far := c.onward(e, id); far && k.carried(on) {
				rest = append(rest, on)
			}
			e.After = id
		}
		if len(told) >= most {
			return told, append(rest, e), nil
		}
	}
	return told, rest, nil
}

// carried reports whether any kind's sheets may carry what e tells of.
func (k *Kernel) carried(e Echo) bool {
	return slices.ContainsFunc(k.carriers, func(c carrier) bool { return c.touched(e) })
}

// add makes a kind known, with the shelf from which its records are read.
func (k *Kernel) add(kind *Kind, s shelf) {
	k.kinds[kind.Name], k.shelves[kind.Name] = kind, s
	k.carriers = append(k.carriers, carriersOf(kind)...)
	slices.SortFunc(k.carriers, func(a, b carrier) int { return strings.Compare(a.name(), b.name()) })
}

// echo returns what a change of a record means to those whose sheets carry something of it; ok is false if nothing.
func (k *Kernel) echo(kind *Kind, act Action, id ID, diff []delta) (e Echo, ok bool) {
	e.Ref = Ref{kind.Name, id}
	switch act {
	case Create: // nobody refers to it yet
		return e, false
	case Trash, Restore:
		e.Seen = true
	}
	for _, d := range diff {
		f := kind.fieldAt(d.Field)
		if f == nil {
			continue
		}
		e.Seen = e.Seen || f.Name == "state" || f.joins
		e.Names = e.Names || f.handedOn || f.Type != TypeRef && (f.weight == AsTitle || f.weight == AsAlias) || f.handsOut()
		e.Facets = e.Facets || len(f.facets) > 0 || f.handsOut()
	}
	return e, k.carried(e)
}

// fieldAt returns the field that a path of the audit leads to: "title", "sides/ID.party", or the list of "sides/ID".
func (k *Kind) fieldAt(path string) *Field {
	name, part, _ := strings.Cut(path, "/")
	f, ok := k.Field(name)
	if !ok {
		return nil
	}
	if _, inner, ok := strings.Cut(part, "."); ok {
		for _, p := range f.Parts {
			if p.Name == inner {
				return p
			}
		}
	}
	return f
}
