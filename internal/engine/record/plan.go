package record

import (
	"cmp"
	"context"
	"hash/fnv"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// A plan is a query that was understood.
type plan struct {
	conditions []condition
	office     ID
	found      bool   // the rows are taken by their ids, which a search found
	of         string // sum of the kind and of what narrows the list, for the cursor
	sort       string // as in the cursor: "-title/de", or byRank
	by         string // what the rows are sorted by, before their id
	direction  string
	limit      int
	from       *cursor
	skip       int // hits of a search that the pages before have looked at
}

type condition struct {
	where string
	facet string // by which the search narrows to the same; empty for none
	vals  []string
}

// Check returns a fault.Invalid naming each parameter of a query that is not understood, as List does, and asks nothing.
func (s *Store[T, P]) Check(ctx context.Context, q Query) error {
	_, inv, err := s.understand(ctx, q)
	if err != nil {
		return err
	}
	return inv.Err()
}

func (s *Store[T, P]) plan(ctx context.Context, q Query) (plan, error) {
	p, inv, err := s.understand(ctx, q)
	switch {
	case err != nil:
		return p, err
	case len(inv) == 0 && q.Text != "" && p.sort != byRank:
		return p, s.narrow(ctx, &p, q)
	}
	return p, inv.Err()
}

func (s *Store[T, P]) understand(ctx context.Context, q Query) (plan, fault.Invalid, error) {
	inv := fault.Invalid{}
	p := plan{limit: q.Limit, office: q.Office}
	if p.limit == 0 {
		p.limit = DefaultLimit
	}
	if p.limit < 1 || p.limit > MaxLimit {
		inv.Add("limit", "out_of_range")
	}
	p.of = s.sumOf(q)
	s.planSort(&p, q, inv)
	if utf8.RuneCountInString(q.Text) > MaxText {
		inv.AddValue("q", "too_long", strconv.Itoa(MaxText))
	} else if q.Text != "" && strings.TrimSpace(q.Text) == "" || !utf8.ValidString(q.Text) || strings.ContainsRune(q.Text, 0) {
		inv.Add("q", "bad_value")
	}
	var asked int
	for _, name := range slices.Sorted(maps.Keys(q.Filters)) {
		vals := q.Filters[name]
		if asked += len(vals); asked > mostValues {
			inv.AddValue(name, "too_many", strconv.Itoa(mostValues))
			continue
		}
		f, ok := s.kind.Filter(name)
		if !ok {
			inv.Add(name, "unknown_filter")
			continue
		}
		c, problem, err := s.condition(ctx, f, vals)
		if err != nil {
			return p, inv, err
		}
		if problem.Key != "" {
			inv[name] = problem
		}
		p.conditions = append(p.conditions, c)
	}
	slices.SortFunc(p.conditions, func(a, b condition) int {
		return cmp.Or(strings.Compare(a.where, b.where), slices.Compare(a.vals, b.vals))
	})
	if p.sort == byRank && len(p.facets(ActorOf(ctx))) > 0 {
		p.of += "." // its cursor counts other hits than that of staff, whom no facet narrows
	}
	if q.Cursor != "" {
		s.planCursor(&p, q, inv)
	}
	return p, inv, nil
}

// planCursor finds where a page begins. A cursor of another list is a mistake of its own only if this list is understood.
func (s *Store[T, P]) planCursor(p *plan, q Query, inv fault.Invalid) {
	c, ok := parseCursor(q.Cursor)
	if ok && c.Sort == byRank {
		p.skip, ok = skipOf(c)
	}
	if !ok || len(inv) == 0 && (c.Sort != p.sort || c.Of != p.of) {
		inv.Add("cursor", "bad_cursor")
	}
	p.from = &c
}

// sumOf returns a sum of the kind and of what narrows a list. In another list a cursor points nowhere.
func (s *Store[T, P]) sumOf(q Query) string {
	sum := fnv.New64a()
	note := func(words ...string) {
		for _, w := range words {
			_, _ = sum.Write([]byte(w))
			_, _ = sum.Write([]byte{0})
		}
	}
	note(s.kind.Name, string(q.Office), q.Text)
	for _, name := range slices.Sorted(maps.Keys(q.Filters)) {
		note(name)
		note(slices.Sorted(slices.Values(q.Filters[name]))...)
		note("")
	}
	return strconv.FormatUint(sum.Sum64(), 36)
}

func (s *Store[T, P]) planSort(p *plan, q Query, inv fault.Invalid) {
	want := q.Sort
	if want == "" && q.Text != "" {
		p.sort = byRank
		return
	}
	if want == "" {
		want = s.kind.Sorts[0]
	}
	name, descending := strings.CutPrefix(want, "-")
	f, ok := s.kind.Field(name)
	if !ok || !slices.Contains(s.kind.Sorts, name) {
		inv.Add("sort", "unknown_sort")
		return
	}
	p.sort, p.by = want, s.kind.Name+"."+name
	if f.sortable {
		l := q.Lang
		if !slices.Contains(s.k.Langs, l) {
			l = s.k.Langs[0]
		}
		p.sort, p.by = want+"/"+string(l), s.kind.Name+"."+keyColumn(name, l)
	}
	if f.Type == TypeDate && !descending { // what is not known comes last, in either direction
		p.by = "CASE WHEN " + p.by + " = '' THEN '~' ELSE " + p.by + " END"
	}
	if descending {
		p.direction = " DESC"
	}
}

// condition turns the values of a filter into what is compared; the problem has no key if there is none.
func (s *Store[T, P]) condition(ctx context.Context, f Filter, vals []string) (c condition, wrong fault.Problem, err error) {
	const most = 50
	if len(vals) == 0 || len(vals) > most {
		return c, fault.Problem{Key: "too_many", Value: strconv.Itoa(most)}, nil
	}
	c.where, c.facet = f.Where, f.Facet
	var names []string
	for _, v := range vals {
		switch {
		case v == "" || len(v) > 200 || strings.ContainsRune(v, 0):
			return c, fault.Problem{Key: "bad_value"}, nil
		case f.Choices != nil && !slices.Contains(f.Choices, v):
			return c, fault.Problem{Key: "unknown_choice", Value: strings.Join(f.Choices, ", ")}, nil
		case f.Expand != nil:
			more := f.Expand(v)
			if len(more) == 0 {
				return c, fault.Problem{Key: "bad_value"}, nil
			}
			c.vals = append(c.vals, more...)
		case f.Kind != "":
			names = append(names, v)
		default:
			c.vals = append(c.vals, v)
		}
	}
	if len(names) > 0 {
		if c.vals, err = s.named(ctx, f, names); err != nil {
			return c, wrong, err
		}
	}
	if f.Kind != "" && len(c.vals) == 0 {
		c.vals = []string{""} // nothing has this name: an empty list, not an error, so that old addresses go on working
	}
	return c, wrong, nil
}

// named returns the ids of what the values of a filter name, each by id or by slug, with their descendants if the filter
// wants them. It is one statement, however many they are.
func (s *Store[T, P]) named(ctx context.Context, f Filter, vals []string) ([]string, error) {
	var ids, slugs []string
	for _, v := range vals {
		if ID(v).Valid() {
			ids = append(ids, v)
		} else {
			slugs = append(slugs, v)
		}
	}
	var st statement
	st.text(`SELECT r.id FROM record r WHERE r.id IN (SELECT i.id FROM record i WHERE i.id IN (`).values(ids).
		text(`) UNION SELECT a.record FROM slug a WHERE a.kind = `).arg(f.Kind).text(` AND a.name IN (`).values(slugs).text(`))`)
	st.text(` AND `).known(ActorOf(ctx), "r")
	if f.Tree {
		inner := st.sql()
		st.b.Reset()
		st.text(`WITH RECURSIVE below(id) AS (`, inner, ` UNION SELECT t.id FROM `, f.Kind, ` t JOIN below b ON t.parent = b.id WHERE `)
		st.shown(ActorOf(ctx), "t").text(`) SELECT id FROM below`)
	}
	return db.Collect(ctx, s.db, func(id *string) []any { return []any{id} }, st.sql(), st.args...)
}

// where adds what narrows the list; what the actor may not see is left out here, never after paging.
func (p *plan) where(st *statement, a Actor, t string, joins []string) {
	st.visible(a, t, joins)
	switch {
	case p.office == "":
	case p.found: // an expression: by the column SQLite would walk through all that the office has
		st.text(" AND ", t, ".office || '' = ").arg(string(p.office))
	default:
		st.text(" AND ", t, ".office = ").arg(string(p.office))
	}
	for _, c := range p.conditions {
		st.text(" AND ")
		c.add(st, a)
	}
}

// facets are the conditions that a search decides for an actor: of those with one facet the last, on every page.
func (p *plan) facets(a Actor) Facets {
	out := Facets{}
	for _, c := range p.conditions {
		if c.facet != "" && a.Role == Visitor {
			out[c.facet] = c.vals
		}
	}
	return out
}

// searched tells whether a search decides all conditions for an actor.
func (p *plan) searched(a Actor) bool { return len(p.facets(a)) == len(p.conditions) }

// blanks are what a condition leaves open: the values, and what the actor sees.
var blanks = regexp.MustCompile(`@|SEEN\((\w+)\)`)

func (c condition) add(st *statement, a Actor) {
	from := 0
	for _, at := range blanks.FindAllStringSubmatchIndex(c.where, -1) {
		st.text(c.where[from:at[0]])
		if at[2] < 0 {
			st.values(c.vals)
		} else {
			st.shown(a, c.where[at[2]:at[3]])
		}
		from = at[1]
	}
	st.text(c.where[from:])
}

// after adds the condition that continues behind the cursor.
func (p *plan) after(st *statement, t string) {
	if p.from == nil {
		return
	}
	op := ") > ("
	if p.direction != "" {
		op = ") < ("
	}
	st.text(" AND (", p.by, ", ", t, ".id", op).arg(p.from.Key).text(", ").arg(string(p.from.ID)).text(")")
}
