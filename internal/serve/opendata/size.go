package opendata

import (
	"context"
	"io"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Sizes tells how many bytes the files of all rows have, uncompressed, by their names: "relations.csv". A data set of up to
// 200 rows is written to be measured. Of a longer one its first rows are, and the rest is taken to be like them, so that
// measuring takes no longer than one portion; one that is too long to be counted has no size.
func (d *OpenData) Sizes(ctx context.Context, pg *web.Page) (map[string]int64, error) {
	sizes := map[string]int64{}
	for _, t := range d.tables {
		q := &inquiry{Page: pg, lang: pg.Lang(), separator: ','}
		if err := d.settle(ctx, q); err != nil {
			return nil, err
		}
		rows, next, err := t.read(ctx, q, "", record.MaxLimit)
		if err != nil {
			return nil, err
		}
		all := len(rows)
		if next != "" {
			if all, err = t.count(ctx, q); err != nil {
				return nil, err
			}
		}
		for _, f := range formats() {
			if all < 0 || f.most > 0 && all > f.most {
				continue
			}
			n, err := measure(t, f, q, rows)
			if err != nil {
				return nil, err
			}
			sizes[t.Name+"."+f.ending] = n * int64(max(all, 1)) / int64(max(len(rows), 1))
		}
	}
	return sizes, nil
}

// measure tells how many bytes a file of these rows has.
func measure(t table, f format, q *inquiry, rows []row) (int64, error) {
	var n counter
	w, err := f.begin(&n, t, q)
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		if err := w.row(r); err != nil {
			return 0, err
		}
	}
	err = w.end()
	return int64(n), err
}

// A counter counts what is written to it.
type counter int64

var _ io.Writer = (*counter)(nil)

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
