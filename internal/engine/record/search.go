package record

import (
	"context"
	"fmt"
	"maps"
	"strconv"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
)

// A Search asks for the records of one kind that have some words.
type Search struct {
	Kind   string
	Text   string
	Lang   i18n.Lang
	Office ID // narrows to one office; empty for all
	Facets Facets
	Offset int
	Limit  int
}

// Facets narrow a search, by name: several values of one mean or, several names mean and.
type Facets map[string][]string

// Found are the ids of one part of what a search found, in its order, and of how many in all.
type Found struct {
	IDs   []ID
	Total int
}

// A Finder finds what the actor of the context may see.
type Finder func(ctx context.Context, s Search) (Found, error)

// Bounds of a list that is narrowed by words.
const (
	MaxText      = 200  // characters
	mostFound    = 8000 // hits that a sorted list may have
	foundPiece   = 200  // hits looked at with one statement
	mostLookedAt = 4000 // hits looked at for one page; the rest comes with the next one
	byRank       = "~"  // the order of a search, in a cursor
)

// find asks the search for what has the words of a list, narrowed by the filters that are facets.
func (s *Store[T, P]) find(ctx context.Context, q Query, p plan, offset, limit int) (Found, error) {
	found, err := s.k.Find(ctx, Search{
		Kind: s.kind.Name, Text: q.Text, Lang: q.Lang, Office: q.Office, Facets: p.facets(ActorOf(ctx)), Offset: offset, Limit: limit,
	})
	if err != nil {
		return found, fmt.Errorf("find %s: %w", s.kind.Plural, err)
	}
	return found, nil
}

// narrow makes of the words of a sorted list a condition on the ids of all that they find.
func (s *Store[T, P]) narrow(ctx context.Context, p *plan, q Query) error {
	found, err := s.find(ctx, q, *p, 0, mostFound)
	if err != nil {
		return err
	}
	if found.Total > mostFound {
		return fault.Invalid{"q": {Key: "too_many_found", Value: strconv.Itoa(mostFound)}}
	}
	vals := make([]string, len(found.IDs))
	for i, id := range found.IDs {
		vals[i] = string(id)
	}
	p.conditions, p.found = append(p.conditions, condition{where: s.kind.Name + ".id IN (@)", vals: vals}), true
	return nil
}

// ranked returns a page in the order of a search. Its cursor is how many hits the pages before have looked at. Where
// filters leave few of many hits, a page may have fewer records than asked for and still a next one.
func (s *Store[T, P]) ranked(ctx context.Context, q Query, p plan) (Page[P], error) {
	page := Page[P]{Total: -1}
	at, total, piece := p.skip, 0, foundPiece
	if p.searched(ActorOf(ctx)) { // all of them pass, but for what was changed a moment ago
		piece = p.limit + 1
	}
	for end := p.skip + mostLookedAt; ; piece = foundPiece {
		found, err := s.find(ctx, q, p, at, piece)
		if err != nil {
			return page, err
		}
		total = found.Total
		ids, err := s.passing(ctx, p, found.IDs)
		if err != nil {
			return page, err
		}
		for _, id := range found.IDs {
			if r := ids[id]; r != nil {
				if len(page.Items) == p.limit {
					page.Next = p.rankCursor(at)
					return page, s.totalFound(ctx, q, p, total, &page)
				}
				page.Items = append(page.Items, r)
			}
			at++
		}
		if len(found.IDs) < piece {
			break
		}
		if at >= end {
			page.Next = p.rankCursor(at)
			break
		}
	}
	if q.Total && p.skip == 0 && page.Next == "" { // all of it is here
		page.Total = len(page.Items)
		return page, nil
	}
	return page, s.totalFound(ctx, q, p, total, &page)
}

// passing returns those of ids that the actor sees and that the filters let pass.
func (s *Store[T, P]) passing(ctx context.Context, p plan, ids []ID) (map[ID]P, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rs, err := s.read(s.db.Brief(ctx), s.statementFor(ctx, p, ids), nil)
	out := make(map[ID]P, len(rs))
	for _, r := range rs {
		out[r.base().ID] = r
	}
	return out, err
}

// statementFor reads those of some found ids that the actor sees and that the filters let pass.
func (s *Store[T, P]) statementFor(ctx context.Context, p plan, ids []ID) *statement {
	t := s.kind.Name
	p.found = true
	var st statement
	st.text("SELECT ", prefixed(t, s.cols.read), " FROM ", t, " WHERE ", t, ".id IN (").ids(ids).text(") AND ")
	p.where(&st, ActorOf(ctx), t, s.cols.joins)
	return &st
}

// totalFound counts what all pages have, if that was asked for and is cheap.
func (s *Store[T, P]) totalFound(ctx context.Context, q Query, p plan, found int, page *Page[P]) (err error) {
	switch {
	case !q.Total:
	case p.searched(ActorOf(ctx)):
		page.Total = found
	case found <= mostFound:
		if err = s.narrow(ctx, &p, q); err == nil {
			page.Total, err = s.count(ctx, p)
		}
	}
	return err
}

// rankCursor continues behind so many hits.
func (p plan) rankCursor(at int) string {
	return cursor{Of: p.of, Sort: byRank, Key: strconv.Itoa(at), ID: SharedOffice}.String()
}

// skipOf reads such a cursor.
func skipOf(c cursor) (n int, ok bool) {
	n, err := strconv.Atoi(c.Key)
	return n, err == nil && n >= 0 && n <= 1_000_000_000 && strconv.Itoa(n) == c.Key
}

// An Abstract is what the result of a search shows of a record.
type Abstract struct {
	Card
	Summary i18n.Text
	Office  ID
	Public  bool // published
	Joins   ID   // the first record that it joins; empty if it joins none
}

// Abstracts returns the abstracts of those of ids that the actor may see: the cards with one statement, the summaries with
// one for each kind. A record that has no title bears that of the first one that it joins.
func (k *Kernel) Abstracts(ctx context.Context, ids []ID) (map[ID]Abstract, error) {
	cards, err := k.Cards(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[ID]Abstract, len(cards))
	byKind := map[string][]ID{}
	for id, c := range cards {
		out[id] = Abstract{Card: c}
		byKind[c.Kind] = append(byKind[c.Kind], id)
	}
	joined := map[ID]ID{}
	for _, name := range k.kindNames() {
		if len(byKind[name]) == 0 {
			continue
		}
		if err := k.abstract(ctx, k.kinds[name], byKind[name], out, joined); err != nil {
			return nil, fmt.Errorf("abstracts of %s: %w", name, err)
		}
	}
	return out, k.borrowTitles(ctx, out, joined)
}

// abstract fills in the summaries of the records of a kind, and notes whom they join, whose titles they borrow if they have
// none. Of what joins something hidden, such as a fact about a draft, it leaves no abstract: cards do not look so far.
func (k *Kernel) abstract(ctx context.Context, kind *Kind, ids []ID, out map[ID]Abstract, joined map[ID]ID) error {
	summary, join := "'{}'", "NULL"
	if f, ok := kind.Field(kind.Summary); ok && f.Class == Public {
		summary = f.Name
	}
	var joins []string
	for _, f := range kind.fields {
		if f.joins {
			joins = append(joins, f.columns[0])
		}
	}
	if len(joins) > 0 {
		join = joins[0]
	}
	var st statement
	st.text("SELECT id, office, state, ", summary, ", ", join, " FROM ", kind.Name, " WHERE id IN (").ids(ids).text(") AND ")
	st.visible(ActorOf(ctx), kind.Name, joins)
	type row struct {
		id, office, joins ID
		state             State
		summary           i18n.Text
	}
	rows, err := db.Collect(k.DB.Brief(ctx), k.DB, func(r *row) []any {
		return []any{&r.id, &r.office, (*string)(&r.state), (*string)(&r.summary), &r.joins}
	}, st.sql(), st.args...)
	seen := map[ID]bool{}
	for _, r := range rows {
		if a, ok := out[r.id]; ok { // the others the actor does not see
			a.Summary, a.Office, a.Public, a.Joins = r.summary, r.office, r.state == Published, r.joins
			out[r.id], seen[r.id] = a, true
			if kind.Title == "" && r.joins != "" {
				joined[r.id] = r.joins
			}
		}
	}
	maps.DeleteFunc(out, func(id ID, a Abstract) bool { return a.Kind == kind.Name && !seen[id] })
	return err
}

func (k *Kernel) borrowTitles(ctx context.Context, out map[ID]Abstract, joined map[ID]ID) error {
	if len(joined) == 0 {
		return nil
	}
	var ids []ID
	for _, id := range joined {
		ids = append(ids, id)
	}
	cards, err := k.Cards(ctx, ids)
	for id, from := range joined {
		a := out[id]
		a.Title = cards[from].Title
		out[id] = a
	}
	return err
}
