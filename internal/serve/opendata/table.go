package opendata

import (
	"context"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A table is a data set together with the way to read it.
type table struct {
	web.DataSet
	kind *record.Kind
	// read returns the rows of one portion, and the cursor of the next one, which is empty at the end. A portion may have
	// no rows, or fewer than were asked for, before the end.
	read func(ctx context.Context, q *inquiry, cursor string, limit int) (rows []row, next string, err error)
	// count returns how many rows there are, or -1 if they are too many to count cheaply.
	count func(ctx context.Context, q *inquiry) (int, error)
}

// A row is one record. Its values stand in the order of the columns: string, record.Decimal, int, bool or []string; "",
// a Decimal without digits and an empty list are unknown.
type row struct {
	id     record.ID
	values []any
	shape  shape
}

// A column says what stands in a place of each row, which is made of an R.
type column[R any] struct {
	web.DataColumn
	of func(r R, q *inquiry) any
}

func setOf[R any](name string, columns []column[R]) web.DataSet {
	s := web.DataSet{Name: name}
	for _, c := range columns {
		s.Columns = append(s.Columns, c.DataColumn)
	}
	return s
}

func valuesOf[R any](q *inquiry, columns []column[R], r R) []any {
	out := make([]any, len(columns))
	for i, c := range columns {
		out[i] = c.of(r, q)
	}
	return out
}

// Makers of columns, by type.

func col[R any](name string, t web.DataType, of func(r R, q *inquiry) any) column[R] {
	return column[R]{DataColumn: web.DataColumn{Name: name, Type: t}, of: of}
}

func measured[R any](name, unit string, of func(r R, q *inquiry) any) column[R] {
	return column[R]{DataColumn: web.DataColumn{Name: name, Type: web.DataNumber, Unit: unit}, of: of}
}

// text is a text in the language asked for or, where it has none in that, in another.
func text[R any](name string, of func(r R) i18n.Text) column[R] {
	return col(name, web.DataText, func(r R, q *inquiry) any { return q.Name(of(r)) })
}

// code is one of the codes that a field of the kind may have; words are where those are found that stand for them.
func code[R any, S ~string](name, words string, kind record.Record, of func(r R) S) column[R] {
	c := col(name, web.DataCode, func(r R, _ *inquiry) any { return string(of(r)) })
	c.Choices, c.Words = record.Choices(kind, name), words
	return c
}

// label is the word for a code.
func label[R any, S ~string](name, words string, of func(r R) S) column[R] {
	return col(name, web.DataText, func(r R, q *inquiry) any {
		if s := string(of(r)); s != "" {
			return q.T(words + s)
		}
		return ""
	})
}

func day[R any](name string, of func(r R) date.Partial) column[R] {
	return col(name, web.DataDay, func(r R, _ *inquiry) any { return string(of(r)) })
}

func plain[R any](name string, t web.DataType, of func(r R) string) column[R] {
	return col(name, t, func(r R, _ *inquiry) any { return of(r) })
}

// opening are the columns with which every data set begins.
func opening[R any](section string, base func(r R) *record.Base) []column[R] {
	return []column[R]{
		plain("id", web.DataText, func(r R) string { return string(base(r).ID) }),
		col("url", web.DataAddress, func(r R, q *inquiry) any { return q.pageOf(section, base(r)) }),
	}
}

// closing are the columns with which every data set ends.
func closing[R any](base func(r R) *record.Base) []column[R] {
	return []column[R]{
		day("confirmed_on", func(r R) date.Partial { return base(r).ConfirmedOn }),
		plain("changed_at", web.DataMoment, func(r R) string { return string(base(r).ChangedAt) }),
	}
}

// names returns the titles of those records that are on a card, in the language asked for.
func (q *inquiry) names(cards map[record.ID]record.Card, ids []record.ID) []string {
	var out []string
	for _, id := range ids {
		if name := q.name(cards, id); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// name is the title of one record on a card; empty if there is none.
func (q *inquiry) name(cards map[record.ID]record.Card, id record.ID) string {
	return q.Name(cards[id].Title)
}
