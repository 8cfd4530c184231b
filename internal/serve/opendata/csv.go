package opendata

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/engine/record"
)

// between stands between the texts of a list in a cell.
const between = " | "

// joined writes a list in one cell.
func joined(list []string) string { return strings.Join(list, between) }

// csvWriter writes CSV as RFC 4180 has it, in UTF-8 with a header row.
type csvWriter struct {
	to    *csv.Writer
	cells []string
}

func beginCSV(w io.Writer, t table, q *inquiry) (writer, error) {
	if q.mark {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return nil, err
		}
	}
	c := &csvWriter{to: csv.NewWriter(w), cells: make([]string, len(t.Columns))}
	c.to.Comma, c.to.UseCRLF = q.separator, true
	for i, column := range t.Columns {
		c.cells[i] = column.Name
	}
	return c, c.to.Write(c.cells)
}

func (c *csvWriter) row(r row) error {
	for i, v := range r.values {
		c.cells[i] = cell(v)
	}
	return c.to.Write(c.cells)
}

func (c *csvWriter) end() error {
	c.to.Flush()
	return c.to.Error()
}

// cell writes a value as the cell of a table of texts.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return harmless(v)
	case []string:
		return harmless(joined(v))
	case record.Decimal:
		return string(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// harmless puts an apostrophe before a text that a spreadsheet would take for a formula and run. Spaces before the sign
// change nothing, nor does writing it in full width. A text that is a number stays one.
func harmless(s string) string {
	bare := strings.TrimLeft(s, " \u00a0\u3000")
	first, _ := utf8.DecodeRuneInString(bare)
	if !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) || number(bare) {
		return s
	}
	return "'" + s
}

// number reports whether s is a plain decimal number, perhaps with a sign.
func number(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, fraction, pointed := strings.Cut(s, ".")
	return digits(whole) && (!pointed || digits(fraction))
}

func digits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool { return c < '0' || c > '9' })
}
