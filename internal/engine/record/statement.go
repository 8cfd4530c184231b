package record

import (
	"strconv"
	"strings"
)

// A statement is SQL put together from what kinds declare, never from what users send: those values are bound.
type statement struct {
	b    strings.Builder
	args []any
}

// text adds SQL that stands in the program.
func (s *statement) text(parts ...string) *statement {
	for _, p := range parts {
		s.b.WriteString(p)
	}
	return s
}

// arg binds v and adds its placeholder.
func (s *statement) arg(v any) *statement {
	s.args = append(s.args, v)
	s.b.WriteByte('$')
	s.b.WriteString(strconv.Itoa(len(s.args)))
	return s
}

// limit adds LIMIT n. The sum is there for SQLite, which plans a statement anew each time that a bare argument of LIMIT
// has another value.
func (s *statement) limit(n int) *statement { return s.text(" LIMIT ").arg(n).text(" + 0") }

// ids binds a list of ids, filled up by repeating the last one so that few different texts arise to be prepared.
func (s *statement) ids(ids []ID) *statement {
	n := 1
	for n < len(ids) {
		n *= 2
	}
	for i := range n {
		if i > 0 {
			s.b.WriteString(", ")
		}
		if len(ids) == 0 {
			s.arg("")
			continue
		}
		s.arg(string(ids[min(i, len(ids)-1)]))
	}
	return s
}

// values binds a list of values in the same way.
func (s *statement) values(vals []string) *statement {
	ids := make([]ID, len(vals))
	for i, v := range vals {
		ids[i] = ID(v)
	}
	return s.ids(ids)
}

// visible adds the condition under which a sees a row of the table (or alias) t, and with it what the fields joins refer
// to: a fact is seen only by those who see what it is about, and what that is a part of. Stores see by this alone; the
// rooms' reads for public pages spell out the visitor's case.
func (s *statement) visible(a Actor, t string, joins []string) *statement {
	s.shown(a, t)
	for _, col := range joins {
		s.text(" AND (", t, ".", col, " IS NULL OR EXISTS (SELECT 1 FROM record j WHERE j.id = ", t, ".", col, " AND ")
		s.known(a, "j").text("))")
	}
	return s
}

// known adds the condition under which a sees the record behind a row of the register with the alias t: the record itself,
// and the one of which it is a part. Such parts have none of their own, so one step is the whole way.
func (s *statement) known(a Actor, t string) *statement {
	s.shown(a, t)
	whole := t + "_whole"
	s.text(" AND (", t, ".joined IS NULL OR EXISTS (SELECT 1 FROM record ", whole, " WHERE ", whole, ".id = ", t, ".joined AND ")
	return s.shown(a, whole).text("))")
}

func (s *statement) shown(a Actor, t string) *statement {
	s.text(t, ".trashed = ''")
	switch {
	case a.Role == Admin:
	case a.Role == Visitor || a.Office == "":
		s.text(" AND ", t, ".state = 'published'")
	default: // the drafts of the own office, and those of what all offices share and improve
		s.text(" AND (", t, ".state = 'published' OR ", t, ".office IN (").arg(string(a.Office)).text(", ").
			arg(string(SharedOffice)).text("))")
	}
	return s
}

// findable adds the condition under which a finds a row by its id: as visible, and the staff of its office also in the
// trash.
func (s *statement) findable(a Actor, t string, joins []string) *statement {
	if a.Role == Visitor {
		return s.visible(a, t, joins)
	}
	s.text("(")
	s.visible(a, t, joins)
	if a.Role == Admin {
		return s.text(" OR ", t, ".trashed <> '')")
	}
	return s.text(" OR ", t, ".trashed <> '' AND ", t, ".office = ").arg(string(a.Office)).text(")")
}

func (s *statement) sql() string { return s.b.String() }

// prefixed returns the columns as t.a, t.b.
func prefixed(t string, cols []string) string {
	var b strings.Builder
	for i, c := range cols {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(t)
		b.WriteByte('.')
		b.WriteString(c)
	}
	return b.String()
}
