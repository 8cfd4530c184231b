package search

import (
	"context"
	"math/bits"
	"strconv"
	"strings"

	"kontor.example/internal/engine/db"
)

// listLength bounds the values in one IN.
const listLength = 256

// listed returns the text of the values of an IN and the arguments with the values added. They are padded to a power of
// two by repeating the last, so that few statements exist and the engines can keep all of them prepared.
func listed[T any](args []any, values []T) (string, []any) {
	first, n := len(args)+1, 1<<bits.Len(uint(len(values)-1))
	for i := range n {
		args = append(args, values[min(i, len(values)-1)])
	}
	return marks(first, n), args
}

// marks returns ($first, …), n of them.
func marks(first, n int) string {
	b := make([]byte, 0, 2+6*n)
	for i := range n {
		b = append(b, ",$"...)
		b = strconv.AppendInt(b, int64(first+i), 10)
	}
	b[0] = '('
	return string(append(b, ')'))
}

// insertRows is how many rows one statement inserts.
const insertRows = 64

// insert adds rows, whose values stand one after the other; tail says what happens to those that are there already.
func insert(ctx context.Context, tx *db.DB, head string, columns int, tail string, values []any) error {
	for size := insertRows; len(values) > 0; {
		for size*columns > len(values) {
			size /= 2
		}
		if _, err := tx.Exec(ctx, head+rowMarks(columns, size)+tail, values[:size*columns]...); err != nil {
			return err
		}
		values = values[size*columns:]
	}
	return nil
}

func rowMarks(columns, rows int) string {
	var b strings.Builder
	for i := range rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(marks(1+i*columns, columns))
	}
	return b.String()
}

// Words are bytes in the database.
func asBytes(words []string) [][]byte {
	b := make([][]byte, len(words))
	for i, w := range words {
		b[i] = []byte(w)
	}
	return b
}

// after is above every word that begins with a prefix: no text in UTF-8 has this byte.
func after(prefix string) []byte { return []byte(prefix + "\xff") }
