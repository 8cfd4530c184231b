package record

import (
	"context"
	"fmt"
	"hash/fnv"
	"strconv"

	"kontor.example/internal/base/pack"
	"kontor.example/internal/engine/db"
)

// The parts of a record stand in tables of their own, by which SQL narrows and joins. The row of the record carries them
// once more, packed into one text, the column "parts": who reads whole records would otherwise ask once more for each list,
// which took two thirds of the time. The tables are what counts. Writes compare with them and pack anew what they wrote,
// and a text that is empty, damaged, of another shape of the kind or of another version of the record is passed over. So an
// older program that still runs beside, and writes to the tables alone, misleads nobody.

// partsColumn is the column with the packed parts, of kinds that have lists.
const partsColumn = "parts"

// shapeOf returns a sum of what the parts of these lists consist of: what was packed in another shape is not read.
func shapeOf(lists []list) string {
	sum := fnv.New64a()
	for _, l := range lists {
		_, _ = fmt.Fprintln(sum, l.Name, l.cols)
	}
	return strconv.FormatUint(sum.Sum64(), 36)
}

// pack returns the parts of r as one text: the shape, the version, and of each list how many parts it has and, of each part,
// its id and its columns.
func (s *Store[T, P]) pack(r P) string {
	b := pack.Append(nil, s.cols.shape, strconv.FormatInt(r.base().Version, 10))
	vars := bind(&Fields{}, r)
	var fs Fields
	var row []any
	for _, l := range s.cols.all {
		c := l.codec.(parts)
		n := c.len(vars[l.at])
		b = pack.Append(b, strconv.Itoa(n))
		for i := range n {
			p := c.at(vars[l.at], i)
			b = pack.Append(b, string(p.part().ID))
			row = row[:0]
			for k, ptr := range bindPart(&fs, p) {
				row = l.Parts[k].codec.args(row, ptr)
			}
			for _, v := range row {
				b = pack.Append(b, packed(v))
			}
		}
	}
	return string(b)
}

// packed returns the value of a column of a part as a text.
func packed(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		if v {
			return "1"
		}
	}
	return "" // of false, and of NULL
}

// unpack fills the lists of a record of this version, whose variables are vars, from its packed parts; false if they have to
// be read from the tables. inner is there to be used again.
func (s *Store[T, P]) unpack(text string, version int64, vars []any, inner *Fields) bool {
	wanted := s.cols.lists
	if len(wanted) == 0 {
		return true
	}
	r := pack.NewReader(text)
	if s.fromTables || r.Next() != s.cols.shape || int64(r.Int()) != version {
		return false
	}
	for _, l := range s.cols.all {
		n := r.Int()
		if len(wanted) == 0 || wanted[0].at != l.at {
			for range n * (len(l.cols) - 2) { // of a part, id and columns; not its parent, not its position
				if r.Next(); r.Bad() {
					break
				}
			}
			continue
		}
		wanted = wanted[1:]
		c := l.codec.(parts)
		for i := 0; i < n && !r.Bad(); i++ {
			p := c.grow(vars[l.at])
			p.part().ID = ID(r.Next())
			for k, ptr := range bindPart(inner, p) {
				l.Parts[k].codec.take(ptr, r)
			}
		}
	}
	if !r.Bad() && !r.More() {
		return true
	}
	for _, l := range s.cols.lists {
		l.codec.(parts).set(vars[l.at], nil)
	}
	return false
}

// copiesAtOnce is how many records Copies looks at in one transaction.
const copiesAtOnce = 200

// Copies compares the packed parts of all records with the tables, and returns of how many they differ. With repair it packs
// those anew, in short transactions beside which others write; that is no change of a record and leaves no trace.
func (s *Store[T, P]) Copies(ctx context.Context, repair bool) (differ int, err error) {
	if len(s.cols.all) == 0 {
		return 0, nil
	}
	look := s.db.Snapshot
	if repair {
		look = s.db.Tx
	}
	for last, n := ID(""), copiesAtOnce; n == copiesAtOnce; {
		var found int // a transaction may run twice
		var next ID
		err := look(ctx, func(tx *db.DB) (err error) {
			next, n, found, err = s.In(tx).copies(ctx, last, repair)
			return err
		})
		if err != nil {
			return differ, fmt.Errorf("compare the parts of %s: %w", s.kind.Plural, err)
		}
		last, differ = next, differ+found
	}
	return differ, nil
}

// copies looks at the records behind one; it returns the last one, how many there were and how many differed.
func (s *Store[T, P]) copies(ctx context.Context, after ID, repair bool) (last ID, n, differ int, err error) {
	t := *s
	t.fromTables = true
	var st statement
	name := s.kind.Name
	st.text("SELECT ", prefixed(name, s.cols.read), ", ", name, ".", partsColumn, " FROM ", name, " WHERE id > ").arg(string(after)).
		text(" ORDER BY id").limit(copiesAtOnce)
	var have []string
	rs, err := t.read(ctx, &st, &have)
	if err != nil {
		return last, 0, 0, err
	}
	for i, r := range rs {
		last = r.base().ID
		is := s.pack(r)
		if is == have[i] {
			continue
		}
		if differ++; repair {
			if _, err := s.db.Exec(ctx, "UPDATE "+name+" SET "+partsColumn+" = $1 WHERE id = $2 AND version = $3",
				is, string(last), r.base().Version); err != nil {
				return last, 0, 0, err
			}
		}
	}
	return last, len(rs), differ, nil
}
