package opendata

import (
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"kontor.example/internal/engine/record"
)

// mostInWorkbook bounds the rows of a workbook, which is whole only when it is packed, and lies in memory until then. So
// many can be counted cheaply.
const mostInWorkbook = 10_000

// mostInCell is how many characters a cell of a workbook takes.
const mostInCell = excelize.TotalCellChars

// bookWriter writes a workbook with one sheet. Text is written as text, so nothing in it is ever a formula.
type bookWriter struct {
	to    io.Writer
	book  *excelize.File
	sheet *excelize.StreamWriter
	n     int
	cells []any
}

func beginWorkbook(w io.Writer, t table, _ *inquiry) (writer, error) {
	b := &bookWriter{to: w, book: excelize.NewFile(), cells: make([]any, len(t.Columns))}
	if err := b.book.SetSheetName("Sheet1", t.Name); err != nil {
		return nil, err
	}
	var err error
	if b.sheet, err = b.book.NewStreamWriter(t.Name); err != nil {
		return nil, err
	}
	frozen := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := b.sheet.SetPanes(frozen); err != nil {
		return nil, err
	}
	for i, c := range t.Columns {
		b.cells[i] = c.Name
	}
	return b, b.next()
}

// next writes the cells as the next row.
func (b *bookWriter) next() error {
	b.n++
	return b.sheet.SetRow("A"+strconv.Itoa(b.n), b.cells)
}

func (b *bookWriter) row(r row) error {
	for i, v := range r.values {
		b.cells[i] = bookCell(v)
	}
	return b.next()
}

func (b *bookWriter) end() error {
	if err := b.sheet.Flush(); err != nil {
		return err
	}
	if _, err := b.book.WriteTo(b.to); err != nil {
		return err
	}
	return b.book.Close()
}

// bookCell returns a value as excelize takes it: nil for an empty cell.
func bookCell(v any) any {
	switch v := v.(type) {
	case string:
		return bookText(v)
	case []string:
		return bookText(joined(v))
	case record.Decimal:
		if f, err := strconv.ParseFloat(string(v), 64); err == nil {
			return f
		}
		return nil
	}
	return v
}

// bookText cuts what is longer than a cell takes: no field is, a list of many names may be.
func bookText(s string) any {
	if s == "" {
		return nil
	}
	if utf8.RuneCountInString(s) > mostInCell {
		return string([]rune(s)[:mostInCell])
	}
	return s
}
