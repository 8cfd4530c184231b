package portal

import (
	"slices"
	"strings"

	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/serve/web"
)

// lists composes what hangs together with the relation.
func (v *relationPage) lists(r relationParts) {
	pg := v.Page
	for _, x := range r.projects {
		v.Projects = append(v.Projects, projectEntry(pg, x))
	}
	v.Actors = actorEntries(pg, r.actors, r.carrying)
	for _, n := range r.networks {
		var roles []string
		for _, role := range n.Roles {
			if word := pg.T("membership.role." + string(role)); !slices.Contains(roles, word) {
				roles = append(roles, word)
			}
		}
		e := entry{Title: pg.Say(n.Name), Href: pg.RecordHref("/networks", n.ID, n.Slug)}
		e.Meta = joined(" · ", web.Capital(strings.Join(roles, ", ")), strings.Join(period(pg, string(n.Since), ""), ""))
		v.Networks = append(v.Networks, e)
	}
	for _, x := range r.papers {
		e := entry{Kicker: pg.T("paper.number", "Number", x.Number), Title: pg.Say(x.Title), Href: x.Website, Text: pg.Say(x.Resolution)}
		day := x.Decided
		if day == "" {
			day = x.Dated
		}
		e.Meta = joined(" · ", pg.Name(x.Body), pg.Date(string(day)), resultWords(pg, string(x.Result)))
		v.Papers = append(v.Papers, e)
	}
	for _, t := range r.links {
		if t.Other.Kind == "paper" || t.Other.Kind == "organisation" && t.Role == link.Supports && !t.Out || t.Other.Title.Empty() {
			continue // shown as what they are
		}
		v.Links = append(v.Links, linkEntry(pg, t))
	}
}

func resultWords(pg *web.Page, result string) string {
	if result == "" {
		return ""
	}
	return pg.T("paper.result." + result)
}

// linkEntry is a link as a line: what ties the two, and the other end.
func linkEntry(pg *web.Page, t link.Tie) entry {
	key := "link.role."
	if !t.Out {
		key = "link.role_back."
	}
	return entry{
		Kicker: web.Capital(pg.T(key + string(t.Role))), Title: pg.Say(t.Other.Title),
		Href: pg.RecordHref("/"+t.Other.Kind+"s", t.Other.ID, t.Other.Slug), Meta: web.Capital(pg.T("kind." + t.Other.Kind + ".one")),
		Text: pg.Say(t.Note), When: strings.Join(period(pg, string(t.Since), string(t.Until)), ""), Sources: stated(t.Source),
	}
}

// projectEntry is a project as a line.
func projectEntry(pg *web.Page, x project.Outline) entry {
	e := entry{
		Kicker: web.Capital(pg.T("project.form." + string(x.Form))), Title: pg.Say(x.Title),
		Href: pg.RecordHref("/projects", x.ID, x.Slug), Text: pg.Say(x.Summary),
	}
	status := ""
	if x.Status != "" {
		status = pg.T("project.status." + string(x.Status))
	}
	e.Meta = joined(" · ", projectPeriod(pg, x.Status, x.Starts, x.Ends), status)
	return e
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

// languages writes tags separated by spaces as names.
func languages(pg *web.Page, tags string) string {
	var out []string
	for _, tag := range strings.Fields(tags) {
		out = append(out, pg.Language(tag))
	}
	return strings.Join(out, ", ")
}
