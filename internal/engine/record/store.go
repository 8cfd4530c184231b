package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
)

// Ptr is a pointer to a T that is a Record.
type Ptr[T any] interface {
	*T
	Record
}

// A Store reads and writes the records of one kind.
type Store[T any, P Ptr[T]] struct {
	k    *Kernel
	db   *db.DB // the database, or the transaction that the store is bound to
	kind *Kind
	cols columns

	fromTables bool // read parts from their tables, whatever the rows of the records carry
}

// columns are the names of a kind's columns in its tables, worked out once.
type columns struct {
	read  []string // id, version, those of the fields, and that of the packed parts
	left  []bool   // by field: those that an excerpt does not read; nil for none
	keys  []string // sort keys, written only
	joins []string // columns of the references whose visibility the record inherits
	lists []list   // those that are read
	all   []list   // those that are packed
	shape string   // of what is packed
	packs bool     // read ends with the column of what is packed

	insert string // INSERT of a whole row
	update string // UPDATE of a whole row that still has the version before
}

// A list is the table of repeating parts.
type list struct {
	*Field
	at    int // index of the field
	table string
	cols  []string

	read   string // SELECT … FROM, up to the parents
	insert string
	update string // of a row but its id and parent
}

// NewStore returns the store of the records of type T and makes their kind known to the kernel.
func NewStore[T any, P Ptr[T]](k *Kernel, kind Kind) *Store[T, P] {
	kind.describe(P(new(T)))
	s := &Store[T, P]{k: k, db: k.DB, kind: &kind, cols: columnsOf(&kind, k.Langs)}
	k.add(s.kind, s)
	return s
}

func columnsOf(kind *Kind, langs []i18n.Lang) columns {
	c := columns{read: []string{"id", "version"}}
	for i, f := range kind.fields {
		c.read = append(c.read, f.columns...)
		if f.sortable {
			for _, l := range langs {
				c.keys = append(c.keys, keyColumn(f.Name, l))
			}
		}
		if f.joins {
			c.joins = append(c.joins, f.columns[0])
		}
		if f.Type == TypeList {
			l := list{Field: f, at: i, table: kind.Name + "_" + f.Name, cols: []string{"id", "parent", "position"}}
			for _, p := range f.Parts {
				l.cols = append(l.cols, p.columns...)
			}
			l.read = "SELECT " + strings.Join(l.cols, ", ") + " FROM " + l.table + " WHERE parent IN ("
			l.insert = insertInto(l.table, l.cols)
			l.update = update(l.table, l.cols[2:], "id")
			c.lists = append(c.lists, l)
		}
	}
	if len(c.lists) > 0 {
		c.all, c.shape, c.packs = c.lists, shapeOf(c.lists), true
		c.read = append(c.read, partsColumn)
	}
	all := slices.Concat(c.read, c.keys)
	c.insert = insertInto(kind.Name, all)
	c.update = update(kind.Name, all[1:], "id", "version")
	return c
}

// insertInto returns the statement that writes a row: its arguments are the values of cols.
func insertInto(table string, cols []string) string {
	marks := make([]string, len(cols))
	for i := range cols {
		marks[i] = "$" + strconv.Itoa(i+1)
	}
	return "INSERT INTO " + table + " (" + strings.Join(cols, ", ") + ") VALUES (" + strings.Join(marks, ", ") + ")"
}

// update returns the statement that changes the row with these keys: its arguments are the values of cols, then those of
// the keys.
func update(table string, cols []string, keys ...string) string {
	set := make([]string, len(cols)+len(keys))
	for i, c := range slices.Concat(cols, keys) {
		set[i] = c + " = $" + strconv.Itoa(i+1)
	}
	return "UPDATE " + table + " SET " + strings.Join(set[:len(cols)], ", ") + " WHERE " + strings.Join(set[len(cols):], " AND ")
}

func keyColumn(field string, l i18n.Lang) string { return field + "_key_" + string(l) }

// Kind describes what the store keeps.
func (s *Store[T, P]) Kind() *Kind { return s.kind }

// In returns s bound to the transaction tx.
func (s *Store[T, P]) In(tx *db.DB) *Store[T, P] {
	t := *s
	t.db = tx
	return &t
}

// Tables returns the columns of each table of the kind, for the test that compares them with the database.
func (s *Store[T, P]) Tables() map[string][]string {
	out := map[string][]string{s.kind.Name: append(append([]string{}, s.cols.read...), s.cols.keys...)}
	for _, l := range s.cols.lists {
		out[l.table] = l.cols
	}
	return out
}

// Get returns the record with this id. It returns fault.NotFound if there is none that the actor may see.
func (s *Store[T, P]) Get(ctx context.Context, id ID) (P, error) {
	var st statement
	t := s.kind.Name
	st.text("SELECT ", prefixed(t, s.cols.read), " FROM ", t, " WHERE ", t, ".id = ").arg(string(id)).text(" AND ")
	st.findable(ActorOf(ctx), t, s.cols.joins)
	return s.one(ctx, &st)
}

// BySlug returns the record that has, or once had, this address in the office, whatever the language.
func (s *Store[T, P]) BySlug(ctx context.Context, office ID, slug string) (P, error) {
	if s.kind.Shared {
		office = SharedOffice
	}
	var st statement
	t := s.kind.Name
	st.text("SELECT ", prefixed(t, s.cols.read), " FROM ", t, " JOIN slug a ON a.record = ", t, ".id WHERE a.kind = ").
		arg(t).text(" AND a.office = ").arg(string(office)).text(" AND a.name = ").arg(slug).text(" AND ")
	st.findable(ActorOf(ctx), t, s.cols.joins)
	return s.one(ctx, &st)
}

// Has reports whether a record of this kind has this id, be it in the trash, a draft or a part of what is hidden: for
// programs that bring records, never for an answer to anybody.
func (s *Store[T, P]) Has(ctx context.Context, id ID) (bool, error) {
	var one int
	err := s.db.Row(s.db.Brief(ctx), []any{&one}, `SELECT 1 FROM record WHERE id = $1 AND kind = $2`, string(id), s.kind.Name)
	if errors.Is(err, fault.NotFound) {
		return false, nil
	}
	return err == nil, err
}

// VersionOf returns the version of a record that the actor may see, without reading the record.
func (s *Store[T, P]) VersionOf(ctx context.Context, id ID) (version int64, err error) {
	var st statement
	t := s.kind.Name
	st.text("SELECT ", t, ".version FROM ", t, " WHERE ", t, ".id = ").arg(string(id)).text(" AND ")
	st.findable(ActorOf(ctx), t, s.cols.joins)
	err = s.db.Row(s.db.Brief(ctx), []any{&version}, st.sql(), st.args...)
	return version, err
}

func (s *Store[T, P]) one(ctx context.Context, st *statement) (P, error) {
	rs, err := s.read(s.db.Brief(ctx), st, nil)
	if err != nil {
		return nil, err
	}
	if len(rs) == 0 {
		return nil, fault.NotFound
	}
	return rs[0], nil
}

// read returns the records that st selects, with their parts. Of those that do not carry them, it reads the parts with one
// more statement per list. extra, if not nil, receives one more column of each row.
func (s *Store[T, P]) read(ctx context.Context, st *statement, extra *[]string) ([]P, error) {
	var out, bare []P
	var fs, inner Fields
	var targets []any
	var packed string
	err := s.db.Each(ctx, func(scan func(...any) error) error {
		r := P(new(T))
		vars := bind(&fs, r)
		targets = append(targets[:0], &r.base().ID, &r.base().Version)
		for i, ptr := range vars {
			if s.cols.left == nil || !s.cols.left[i] {
				targets = s.kind.fields[i].codec.targets(targets, ptr)
			}
		}
		if s.cols.packs {
			targets = append(targets, &packed)
		}
		if extra != nil {
			*extra = append(*extra, "")
			targets = append(targets, &(*extra)[len(*extra)-1])
		}
		if err := scan(targets...); err != nil {
			return fmt.Errorf("scan %s: %w", s.kind.Name, err)
		}
		if !s.unpack(packed, r.base().Version, vars, &inner) {
			bare = append(bare, r)
		}
		out = append(out, r)
		return nil
	}, st.sql(), st.args...)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.kind.Plural, err)
	}
	return out, s.readParts(ctx, bare)
}

// readParts fills the lists of rs from their tables.
func (s *Store[T, P]) readParts(ctx context.Context, rs []P) error {
	if len(rs) == 0 {
		return nil
	}
	ids := make([]ID, len(rs))
	index := make(map[ID]int, len(rs))
	for i, r := range rs {
		ids[i] = r.base().ID
		index[ids[i]] = i
	}
	vars := make([][]any, len(rs))
	for i, r := range rs {
		vars[i] = bind(&Fields{}, r)
	}
	ctx = s.db.Brief(ctx)
	for _, l := range s.cols.lists {
		if err := s.readList(ctx, l, ids, index, vars); err != nil {
			return fmt.Errorf("read %s: %w", l.table, err)
		}
	}
	return nil
}

func (s *Store[T, P]) readList(ctx context.Context, l list, ids []ID, index map[ID]int, vars [][]any) error {
	var st statement
	st.text(l.read).ids(ids).text(") ORDER BY parent, position")
	c := l.codec.(parts)
	var fs Fields
	var targets []any
	var parent ID
	var position int
	return s.db.Each(ctx, func(scan func(...any) error) error {
		p := c.fresh()
		targets = append(targets[:0], &p.part().ID, &parent, &position)
		for i, ptr := range bindPart(&fs, p) {
			targets = l.Parts[i].codec.targets(targets, ptr)
		}
		if err := scan(targets...); err != nil {
			return err
		}
		c.add(vars[index[parent]][l.at], p)
		return nil
	}, st.sql(), st.args...)
}
