package opendata

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// jsonWriter writes an object with the rows as objects in "items", and behind them how many they are.
type jsonWriter struct {
	to      io.Writer
	columns []web.DataColumn
	buf     []byte
	n       int
}

func beginJSON(w io.Writer, t table, _ *inquiry) (writer, error) {
	_, err := io.WriteString(w, `{"items":[`)
	return &jsonWriter{to: w, columns: t.Columns}, err
}

func (j *jsonWriter) row(r row) error {
	j.buf = append(appendSeparator(j.buf[:0], j.n), '\n')
	j.buf = appendObject(j.buf, j.columns, r.values)
	j.n++
	_, err := j.to.Write(j.buf)
	return err
}

func (j *jsonWriter) end() error {
	_, err := io.WriteString(j.to, "\n],\"total\":"+strconv.Itoa(j.n)+"}\n")
	return err
}

func appendSeparator(dst []byte, n int) []byte {
	if n == 0 {
		return dst
	}
	return append(dst, ',')
}

// appendObject appends the values of a row by the names of their columns.
func appendObject(dst []byte, columns []web.DataColumn, values []any) []byte {
	dst = append(dst, '{')
	for i, c := range columns {
		dst = appendSeparator(dst, i)
		dst = appendValue(append(appendValue(dst, c.Name), ':'), values[i])
	}
	return append(dst, '}')
}

// appendValue appends a value as JSON; what is unknown is null.
func appendValue(dst []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		if v == "" {
			return append(dst, "null"...)
		}
		return appendString(dst, v)
	case []string:
		dst = append(dst, '[')
		for i, s := range v {
			dst = appendString(appendSeparator(dst, i), s)
		}
		return append(dst, ']')
	case record.Decimal:
		if v == "" {
			return append(dst, "null"...)
		}
		return append(dst, v...) // canonical decimals are JSON numbers
	case int:
		return strconv.AppendInt(dst, int64(v), 10)
	case bool:
		return strconv.AppendBool(dst, v)
	}
	return append(dst, "null"...)
}

func appendString(dst []byte, s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always has a JSON form
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}
