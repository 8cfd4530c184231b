package portal

import (
	"context"
	"slices"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
)

// A hit is one record that was found.
type hit struct {
	Kind    string // what it is and where, and of a place what tells it from others of its name
	Title   web.Words
	Marked  []search.Piece // the title, if that is what was found
	Href    string         // empty if no page shows it
	Of      web.Words      // the record whose page tells of it, if it has none of its own
	Summary web.Words
	Why     *reason
}

// A reason is the passage for which a record was found.
type reason struct {
	Field  string // its name in the page's language; empty for the summary
	Lang   i18n.Lang
	Pieces []search.Piece
}

// hits reads for all hits at once what their rows show, and leaves out what is no longer to be seen.
func (p *Portal) hits(ctx context.Context, pg *web.Page, found []search.Hit) ([]hit, error) {
	var ids []record.ID
	for _, h := range found {
		if h.Kind != search.Bare {
			ids = append(ids, h.ID)
		}
	}
	abstracts, err := p.kernel.Abstracts(ctx, ids)
	if err != nil {
		return nil, err
	}
	var pageless []record.Abstract
	for _, x := range abstracts {
		if !HasPages(x.Kind) {
			pageless = append(pageless, x)
		}
	}
	told, err := link.Tellers(ctx, p.kernel, pg.Office.ID, pageless, HasPages)
	if err != nil {
		return nil, err
	}
	apart, err := Apart(ctx, p.db, pg.Localizer, found)
	if err != nil {
		return nil, err
	}
	var out []hit
	for _, h := range found {
		x, ok := abstracts[h.ID]
		switch {
		case h.Kind == search.Bare:
			x = record.Abstract{Card: record.Card{Ref: record.Ref{Kind: h.Kind, ID: h.ID}, Title: h.Title}}
		case !ok || !x.Public:
			continue
		}
		row := hitOf(pg, h, x, told[h.ID])
		row.Kind = joined(" · ", row.Kind, apart[record.Ref{Kind: h.Kind, ID: h.ID}])
		out = append(out, row)
	}
	return out, nil
}

// hitOf composes the row of a hit. by is the record whose page tells of it, if it has none of its own.
func hitOf(pg *web.Page, h search.Hit, x record.Abstract, by record.Card) hit {
	out := hit{Kind: hitKind(pg, h), Title: pg.Say(x.Title), Summary: pg.Say(x.Summary), Href: recordHref(pg, x.Card)}
	if out.Href == "" && by.ID != "" {
		out.Href, out.Of = recordHref(pg, by)+partFor(h.Kind, by.Kind), pg.Say(by.Title)
	}
	var whole strings.Builder
	for _, piece := range h.Why.Passage {
		whole.WriteString(piece.Text)
	}
	switch {
	case whole.Len() == 0:
	case whole.String() == out.Title.Text:
		out.Marked = h.Why.Passage
	case strings.Contains(out.Title.Text, strings.Trim(whole.String(), "…")): // a piece of a long title
	case h.Why.Field == "country" && !slices.Contains(countries(pg, h), whole.String()): // by what people call it besides: England
		out.Why = &reason{Field: pg.T("search.field.country"), Pieces: []search.Piece{{Text: strings.Join(countries(pg, h), ", ")}}}
	default:
		why := &reason{Lang: h.Why.Lang, Pieces: h.Why.Passage}
		if why.Lang == pg.Lang() {
			why.Lang = ""
		}
		if h.Why.Field == "summary" || whole.String() == out.Summary.Text {
			out.Summary = web.Words{}
		} else {
			why.Field = pg.T("search.field." + fieldWord(h.Why.Field))
		}
		out.Why = why
	}
	return out
}

// partFor returns the fragment of the part in which the page of a record tells of all that it knows of a kind; empty if such
// things stand in several places.
func partFor(kind, page string) string {
	switch {
	case kind == "agreement" && page == "relation":
		return "#timeline"
	case kind == "paper" && page != "place":
		return "#papers"
	}
	return ""
}

// countries are those of a hit as pages call them.
func countries(pg *web.Page, h search.Hit) (names []string) {
	for _, code := range h.Values("country") {
		names = append(names, pg.Country(code))
	}
	return names
}

// hitKind says what was found and where it lies. A relation often bears the name of a place: its form tells them apart.
func hitKind(pg *web.Page, h search.Hit) string {
	kind := pg.T("kind." + h.Kind + ".one")
	if h.Kind == "relation" {
		for _, form := range h.Values("form") {
			kind = pg.T("relation.form." + form)
		}
	}
	lands := h.Values("country")
	if len(lands) != 1 || h.Kind != "relation" && h.Kind != "place" && h.Kind != search.Bare {
		return web.Capital(kind)
	}
	return joined(" · ", web.Capital(kind), pg.Country(lands[0]))
}

// recordHref returns the address of the page of a record; a bare place has one too.
func recordHref(pg *web.Page, c record.Card) string {
	if section := sectionOf(c.Kind); section != "" {
		return pg.RecordHref(section, c.ID, c.Slug)
	}
	return Where(pg.Lang(), c)
}

// fieldWord returns which of the words for fields stands for one: what readers need to know is where in the record they
// will find the passage, not what the field is called.
func fieldWord(field string) string {
	last := field[strings.LastIndexByte(field, '.')+1:]
	switch last {
	case "title", "name", "short", "acronym", "number": // one that does not stand in the heading
		return "alias"
	case "party", "own_place", "object", "subject":
		return "party"
	case "unit", "own_unit":
		return "unit"
	case "theme", "place", "parent", "programme", "relation", "country", "form":
		return last
	}
	return "text"
}
