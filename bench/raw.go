package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"runtime"
	"strings"
	"sync"

	"github.com/google/uuid"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"
)

// A rawServer is what an experienced hand would write without a framework for just these addresses: net/http, database/sql with
// statements prepared once, SQL written out, encoding/json. It reads and writes the same tables and answers with the same
// JSON. It checks nothing, knows no rights, no audit worth the name and no other kind of record: it is the bound to
// compare with, not a program that could be used.
type rawServer struct {
	w      *world
	reads  *sql.DB
	writes *sql.DB
	http.ServeMux

	one, page, version *sql.Stmt
	lists, manyLists   [4]*sql.Stmt // sides, history, themes, units

	lock     sync.Mutex // held by the writer
	conn     *sql.Conn
	insert   map[string]*sql.Stmt
	postgres bool
}

// openRaw opens the database at url a second time, in the way that Kontor opens it.
func openRaw(ctx context.Context, address string, w *world) (*rawServer, error) {
	s := &rawServer{w: w, postgres: !strings.HasPrefix(address, "sqlite:"), insert: map[string]*sql.Stmt{}}
	var err error
	if s.postgres {
		s.reads, err = sql.Open("pgx", address)
		s.writes = s.reads
	} else {
		path := strings.TrimPrefix(address, "sqlite:")
		s.reads, err = sql.Open("sqlite", sqliteDSN(path, "cache_size(-4096)", "query_only(ON)"))
		if err == nil {
			s.writes, err = sql.Open("sqlite", sqliteDSN(path, "cache_size(-8192)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(ON)"))
		}
	}
	if err != nil {
		return nil, err
	}
	n := max(4, runtime.NumCPU())
	s.reads.SetMaxOpenConns(n)
	s.reads.SetMaxIdleConns(n)
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.HandleFunc("GET /relations/{id}", s.get)
	s.HandleFunc("GET /relations", s.list)
	s.HandleFunc("GET /page", s.unchanged)
	s.HandleFunc("POST /relations", s.create)
	return s, nil
}

func sqliteDSN(path string, pragmas ...string) string {
	q := url.Values{"_pragma": append([]string{"busy_timeout(5000)", "foreign_keys(ON)", "trusted_schema(OFF)"}, pragmas...)}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// Close closes both connections to the database.
func (s *rawServer) Close() error {
	var err error
	if s.conn != nil {
		err = s.conn.Close()
	}
	err = errors.Join(err, s.reads.Close())
	if s.writes != s.reads && s.writes != nil {
		err = errors.Join(err, s.writes.Close())
	}
	return err
}

// The columns of a relation that everybody may see, and those of its lists.
const (
	relationColumns = `id, version, office, state, slug, confirmed_on, created_at, changed_at, title, summary, about, form, rgre_kind,
		rgre_inferred, own_side, own_place, own_unit, since, since_note, until, status, website`
	sideColumns  = `SELECT id, parent, party_place, party_organisation, label, since, until, status, document FROM relation_sides`
	stepColumns  = `SELECT id, parent, status, on_date, wording, resolution, source FROM relation_history`
	themeColumns = `SELECT id, parent, theme, since, until FROM relation_themes`
	unitColumns  = `SELECT id, parent, unit, role FROM relation_units`
)

// pageSize is how many relations a list has.
const pageSize = 50

func (s *rawServer) prepare(ctx context.Context) error {
	var err error
	read := func(q string) *sql.Stmt {
		st, e := s.reads.PrepareContext(ctx, s.text(q))
		err = errors.Join(err, e)
		return st
	}
	const seen = ` state = 'published' AND trashed = ''`
	s.one = read(`SELECT ` + relationColumns + `, '' FROM relation WHERE id = $1 AND` + seen)
	s.page = read(`SELECT ` + relationColumns + `, title_key_de FROM relation WHERE` + seen + ` AND (title_key_de, id) > ($1, $2)
		ORDER BY title_key_de, id LIMIT 51`)
	s.version = read(`SELECT version FROM office_head WHERE office IN ($1, $2)`)
	var in strings.Builder
	for i := range pageSize {
		fmt.Fprintf(&in, ", $%d", i+1)
	}
	for i, q := range []string{sideColumns, stepColumns, themeColumns, unitColumns} {
		s.lists[i] = read(q + ` WHERE parent = $1 ORDER BY position`)
		s.manyLists[i] = read(q + ` WHERE parent IN (` + in.String()[2:] + `) ORDER BY parent, position`)
	}
	if err != nil {
		return err
	}
	return s.prepareWrites(ctx)
}

var numbered = regexp.MustCompile(`\$[0-9]+`)

// text returns a statement as the database takes it best: plain question marks on SQLite.
func (s *rawServer) text(q string) string {
	if s.postgres {
		return q
	}
	return numbered.ReplaceAllString(q, "?")
}

// A relation in the form of the API.
type rawRelation struct {
	ID           string          `json:"id"`
	Kind         string          `json:"kind"`
	Version      int64           `json:"version"`
	Office       *rawRef         `json:"office"`
	State        string          `json:"state"`
	Slug         json.RawMessage `json:"slug"`
	ConfirmedOn  *string         `json:"confirmed_on"`
	CreatedAt    string          `json:"created_at"`
	ChangedAt    string          `json:"changed_at"`
	Title        json.RawMessage `json:"title"`
	Summary      json.RawMessage `json:"summary"`
	About        json.RawMessage `json:"about"`
	Form         string          `json:"form"`
	RGREKind     *string         `json:"rgre_kind"`
	RGREInferred bool            `json:"rgre_inferred"`
	OwnSide      string          `json:"own_side"`
	OwnPlace     *rawRef         `json:"own_place"`
	OwnUnit      *rawRef         `json:"own_unit"`
	Sides        []rawSide       `json:"sides"`
	Since        *string         `json:"since"`
	SinceNote    json.RawMessage `json:"since_note"`
	Until        *string         `json:"until"`
	Status       *string         `json:"status"`
	History      []rawStep       `json:"history"`
	Themes       []rawTheme      `json:"themes"`
	Units        []rawUnit       `json:"units"`
	Website      *string         `json:"website"`
}

type rawRef struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

type rawSide struct {
	ID       string          `json:"id"`
	Party    *rawRef         `json:"party"`
	Label    json.RawMessage `json:"label"`
	Since    *string         `json:"since"`
	Until    *string         `json:"until"`
	Status   *string         `json:"status"`
	Document *string         `json:"document"`
}

type rawStep struct {
	ID         string          `json:"id"`
	Status     *string         `json:"status"`
	On         *string         `json:"on_date"`
	Wording    json.RawMessage `json:"wording"`
	Resolution *rawRef         `json:"resolution"`
	Source     *string         `json:"source"`
}

type rawTheme struct {
	ID    string  `json:"id"`
	Theme *rawRef `json:"theme"`
	Since *string `json:"since"`
	Until *string `json:"until"`
}

type rawUnit struct {
	ID   string  `json:"id"`
	Unit *rawRef `json:"unit"`
	Role *string `json:"role"`
}

// A filled string is null where it is empty.
func filledIn(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func refTo(kind string, id sql.NullString) *rawRef {
	if !id.Valid {
		return nil
	}
	return &rawRef{kind, id.String}
}

func scanRelation(rows *sql.Rows) (*rawRelation, string, error) {
	x := &rawRelation{Kind: "relation", Sides: []rawSide{}, History: []rawStep{}, Themes: []rawTheme{}, Units: []rawUnit{}}
	var office, confirmed, rgre, since, until, status, website, key string
	var ownPlace, ownUnit sql.NullString
	err := rows.Scan(&x.ID, &x.Version, &office, &x.State, (*[]byte)(&x.Slug), &confirmed, &x.CreatedAt, &x.ChangedAt, (*[]byte)(&x.Title), (*[]byte)(&x.Summary), (*[]byte)(&x.About),
		&x.Form, &rgre, &x.RGREInferred, &x.OwnSide, &ownPlace, &ownUnit, &since, (*[]byte)(&x.SinceNote), &until, &status, &website, &key)
	x.Office = &rawRef{"office", office}
	x.ConfirmedOn, x.RGREKind, x.Since, x.Until = filledIn(confirmed), filledIn(rgre), filledIn(since), filledIn(until)
	x.Status, x.Website = filledIn(status), filledIn(website)
	x.OwnPlace, x.OwnUnit = refTo("place", ownPlace), refTo("organisation", ownUnit)
	return x, key, err
}

// readLists fills the lists of relations with the statements given.
func readLists(ctx context.Context, stmts [4]*sql.Stmt, byID map[string]*rawRelation, ids ...any) error {
	scans := [4]func(*sql.Rows) error{
		func(r *sql.Rows) error {
			var x rawSide
			var parent, since, until, status, document string
			var place, organisation sql.NullString
			err := r.Scan(&x.ID, &parent, &place, &organisation, (*[]byte)(&x.Label), &since, &until, &status, &document)
			if x.Party = refTo("place", place); x.Party == nil {
				x.Party = refTo("organisation", organisation)
			}
			x.Since, x.Until, x.Status, x.Document = filledIn(since), filledIn(until), filledIn(status), filledIn(document)
			of := byID[parent]
			of.Sides = append(of.Sides, x)
			return err
		},
		func(r *sql.Rows) error {
			var x rawStep
			var parent, status, on, source string
			var resolution sql.NullString
			err := r.Scan(&x.ID, &parent, &status, &on, (*[]byte)(&x.Wording), &resolution, &source)
			x.Status, x.On, x.Resolution, x.Source = filledIn(status), filledIn(on), refTo("paper", resolution), filledIn(source)
			of := byID[parent]
			of.History = append(of.History, x)
			return err
		},
		func(r *sql.Rows) error {
			var x rawTheme
			var parent, since, until string
			var theme sql.NullString
			err := r.Scan(&x.ID, &parent, &theme, &since, &until)
			x.Theme, x.Since, x.Until = refTo("theme", theme), filledIn(since), filledIn(until)
			of := byID[parent]
			of.Themes = append(of.Themes, x)
			return err
		},
		func(r *sql.Rows) error {
			var x rawUnit
			var parent, role string
			var unit sql.NullString
			err := r.Scan(&x.ID, &parent, &unit, &role)
			x.Unit, x.Role = refTo("organisation", unit), filledIn(role)
			of := byID[parent]
			of.Units = append(of.Units, x)
			return err
		},
	}
	for i, st := range stmts {
		if err := each(ctx, st, scans[i], ids...); err != nil {
			return err
		}
	}
	return nil
}

func each(ctx context.Context, st *sql.Stmt, scan func(*sql.Rows) error, args ...any) error {
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *rawServer) get(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	var found *rawRelation
	err := each(r.Context(), s.one, func(rows *sql.Rows) (err error) {
		found, _, err = scanRelation(rows)
		return err
	}, id)
	if err == nil && found == nil {
		http.NotFound(w, r)
		return
	}
	if err == nil {
		err = readLists(r.Context(), s.lists, map[string]*rawRelation{id: found}, id)
	}
	answer(w, http.StatusOK, found, err)
}

// A rawPage is a page of the list; next is where the one after it begins: a sort key, a point and an id.
type rawPage struct {
	Items []*rawRelation `json:"items"`
	Next  *string        `json:"next"`
}

func (s *rawServer) list(w http.ResponseWriter, r *http.Request) {
	key, after, _ := strings.Cut(r.URL.Query().Get("after"), ".")
	var page rawPage
	var keys []string
	err := each(r.Context(), s.page, func(rows *sql.Rows) error {
		x, key, err := scanRelation(rows)
		page.Items, keys = append(page.Items, x), append(keys, key)
		return err
	}, key, after)
	if len(page.Items) > pageSize {
		page.Items = page.Items[:pageSize]
		page.Next = filledIn(keys[pageSize-1] + "." + page.Items[pageSize-1].ID)
	}
	if err == nil && len(page.Items) > 0 {
		byID, ids := make(map[string]*rawRelation, pageSize), make([]any, pageSize)
		for i := range ids {
			x := page.Items[min(i, len(page.Items)-1)]
			byID[x.ID], ids[i] = x, x.ID
		}
		err = readLists(r.Context(), s.manyLists, byID, ids...)
	}
	answer(w, http.StatusOK, page, err)
}

// unchanged answers whether a page still holds, from the versions of what it shows.
func (s *rawServer) unchanged(w http.ResponseWriter, r *http.Request) {
	var sum int64
	err := each(r.Context(), s.version, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		sum += n
		return err
	}, sharedOffice, office())
	tag := fmt.Sprintf(`W/"%x"`, sum)
	w.Header().Set("ETag", tag)
	if err == nil && r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	answer(w, http.StatusOK, nil, err)
}

func answer(w http.ResponseWriter, status int, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(b)
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }
