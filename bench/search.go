package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"kontor.example/bench/gen"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/migrations"
)

// searches measures the index alone, with documents that are made up as it asks for them.
func searches(ctx context.Context, o options) (err error) {
	url := o.url
	if url == "" {
		if o.dir == "" {
			if o.dir, err = os.MkdirTemp("", "kontor-bench-"); err != nil {
				return err
			}
			defer os.RemoveAll(o.dir)
		}
		url = "sqlite:" + filepath.Join(o.dir, "search.db")
	}
	d, err := db.Open(ctx, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	if _, err := d.Migrate(ctx, migrations.FS); err != nil {
		return err
	}
	s := &papers{n: o.n, words: gen.NewWords()}
	x := search.New(d, []i18n.Lang{"de", "en"}, []string{"relation"}, s)
	ready, err := x.Ready(ctx)
	if err != nil {
		return err
	}
	if !ready {
		cpu, began := cpuTime(), time.Now()
		if err := x.Rebuild(ctx); err != nil {
			return err
		}
		fmt.Printf("built an index of %d documents in %.0f s, of CPU %.0f s\n", o.n, time.Since(began).Seconds(), (cpuTime() - cpu).Seconds())
	}
	if o.profile != "" {
		return o.profileSearches(ctx, x, s)
	}
	return errors.Join(reportSearches(ctx, o, x, s), reportChanges(ctx, d, x, s), reportRebuild(ctx, d, x, s))
}

// profileSearches writes one profile of all searches.
func (o options) profileSearches(ctx context.Context, x *search.Index, s *papers) (err error) {
	if err := os.MkdirAll(o.profile, 0o700); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(o.profile, "search.cpu"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return reportSearches(ctx, o, x, s)
}

// papers are documents in two languages, about 58 words in each, every third with an internal field: functions of their
// number.
type papers struct {
	n     int
	words gen.Words
	round int // of changes
}

func (p *papers) document(n int) search.Document {
	r := gen.NewRand(uint64(n)*7 + 3)
	d := search.Document{
		Kind: []string{"relation", "paper", "project"}[n%3], ID: record.ID(gen.ID(relations, n)), Public: n%12 > 0,
		Office: record.ID(gen.ID(offices, n%200)),
		Facets: []search.Facet{{Name: "country", Value: "C" + strconv.Itoa(r.Below(120))}},
	}
	for _, l := range []i18n.Lang{"de", "en"} {
		field := func(name string, c search.Class, words int) {
			d.Fields = append(d.Fields, search.Field{Name: name, Class: c, Lang: l, Text: p.text(r, l, words)})
		}
		field("title", search.Title, 3)
		field("summary", search.Summary, 17)
		field("about", search.Body, 38)
	}
	if n%3 == 0 {
		d.Fields = append(d.Fields, search.Field{Name: "notes", Class: search.Body, Internal: true, Text: p.text(r, "de", 12)})
	}
	if p.round > 0 {
		d.Fields[2].Text += " " + p.words[p.round*7%1000] + " " + p.words[p.round*11%1000]
	}
	return d
}

// text writes German with every seventh word put together, and in the other language other words.
func (p *papers) text(r *gen.Rand, l i18n.Lang, n int) string {
	words := strings.Fields(p.words.Text(r, n))
	for i, w := range words {
		switch {
		case l != "de":
			words[i] = "e" + w
		case r.Below(7) == 0:
			words[i] = p.words[200+r.Below(65)] + p.words[100+r.Below(80)]
		}
	}
	return strings.Join(words, " ")
}

func (p *papers) Documents(_ context.Context, _ *db.DB, refs []record.Ref) (all []search.Document, err error) {
	for _, r := range refs {
		n, err := number(r.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, p.document(n))
	}
	return all, nil
}

func (p *papers) Each(_ context.Context, _ *db.DB, f func(search.Document) error) error {
	for n := range p.n {
		if err := f(p.document(n)); err != nil {
			return err
		}
	}
	return nil
}

// number is how gen.ID was asked for an id: its time tells.
func number(id record.ID) (int, error) {
	at, err := strconv.ParseInt(strings.ReplaceAll(string(id[:13]), "-", ""), 16, 64)
	return int(at-time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()) / 500, err
}

// A question is a sort of query.
type question struct {
	name  string
	query func(r *gen.Rand) search.Query
	staff bool
}

func (p *papers) questions() []question {
	ranked := func(from, to int) func(*gen.Rand) string {
		return func(r *gen.Rand) string { return p.words[from+r.Below(to-from)] }
	}
	rare, mid, common := ranked(25_000, 39_000), ranked(4_000, 5_000), ranked(130, 170)
	ask := func(words ...func(*gen.Rand) string) func(*gen.Rand) search.Query {
		return func(r *gen.Rand) search.Query {
			var all []string
			for _, w := range words {
				all = append(all, w(r))
			}
			return search.Query{Text: strings.Join(all, " "), Limit: 20, Lang: "de"}
		}
	}
	together := func(r *gen.Rand) search.Query { // two words of one document
		words := strings.Fields(p.document(r.Below(p.n)).Fields[2].Text)
		return search.Query{Text: words[r.Below(len(words))] + " " + words[r.Below(len(words))], Limit: 20, Lang: "de"}
	}
	typing := func(letters int) func(*gen.Rand) search.Query {
		return func(r *gen.Rand) search.Query {
			w := []rune(strings.Fields(p.document(r.Below(p.n)).Fields[0].Text)[0])
			return search.Query{Text: string(w[:min(letters, len(w))]), Limit: 10, Lang: "de", Complete: true}
		}
	}
	counted := func(r *gen.Rand) search.Query {
		q := ask(common)(r)
		q.Count = []string{"kind", "country"}
		return q
	}
	return []question{
		{"rare", ask(rare), false},
		{"mid", ask(mid), false},
		{"common", ask(common), false},
		{"very common", ask(ranked(18, 22)), false},
		{"two words", together, false},
		{"mid and common", ask(mid, common), false},
		{"two common", ask(common, common), false},
		{"three common", ask(common, common, common), false},
		{"common, staff", ask(common), true},
		{"common, counted", counted, false},
		{"typing 1 letter", typing(1), false},
		{"typing 2", typing(2), false},
		{"typing 3", typing(3), false},
		{"typing 5", typing(5), false},
		{"misspelled", func(r *gen.Rand) search.Query {
			w := []rune(p.words[30_000+r.Below(9_000)])
			w[len(w)/2] = 'q'
			return search.Query{Text: string(w), Limit: 20, Lang: "de"}
		}, false},
	}
}

const searchQueries = 300

func reportSearches(ctx context.Context, o options, x *search.Index, s *papers) error {
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "search\tCPU µs\twall p50\twall p99\thits\tothers\t")
	for _, q := range s.questions() {
		as := ctx
		if q.staff {
			as = record.As(ctx, record.Actor{Role: record.Editor, Office: record.ID(gen.ID(offices, 7))})
		}
		var best time.Duration
		var walls []time.Duration
		hits := 0
		before := busy()
		for round := range max(1, o.rounds/3) {
			r := gen.NewRand(uint64(round) * 1000)
			began := cpuTime()
			for range searchQueries {
				query := q.query(r)
				start := time.Now()
				a, err := x.Find(as, query)
				if err != nil {
					return err
				}
				walls = append(walls, time.Since(start))
				hits += a.Total
			}
			if cpu := (cpuTime() - began) / searchQueries; best == 0 || cpu < best {
				best = cpu
			}
		}
		slices.Sort(walls)
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%d\t%.1f\t\n", q.name, micro(best), micro(walls[len(walls)/2]), micro(walls[len(walls)*99/100]),
			hits/len(walls), before.othersUntil(busy()))
	}
	return out.Flush()
}

// reportRebuild measures how long a save waits while the index is built anew.
func reportRebuild(ctx context.Context, d *db.DB, x *search.Index, s *papers) error {
	s.round++
	began := time.Now()
	done := make(chan error, 1)
	go func() { done <- x.Rebuild(ctx) }()
	var worst time.Duration
	for edits := 0; ; edits++ {
		select {
		case err := <-done:
			fmt.Printf("rebuilt in %.0f s beside %d edits, longest wait and transaction %s µs\n", time.Since(began).Seconds(), edits, micro(worst))
			return err
		case <-time.After(20 * time.Millisecond):
		}
		doc := s.document(edits * 31 % s.n)
		start := time.Now()
		err := d.Tx(ctx, func(tx *db.DB) error { return x.Apply(ctx, tx, []record.Ref{{Kind: doc.Kind, ID: doc.ID}}) })
		if err != nil {
			return err
		}
		worst = max(worst, time.Since(start))
	}
}

// reportChanges measures what it takes to bring documents up to date.
func reportChanges(ctx context.Context, d *db.DB, x *search.Index, s *papers) error {
	for _, size := range []int{1, 10} {
		s.round++
		var worst time.Duration
		began := cpuTime()
		const batches = 30
		for b := range batches {
			var refs []record.Ref
			for i := range size {
				doc := s.document((b*size + i) * 31 % s.n)
				refs = append(refs, record.Ref{Kind: doc.Kind, ID: doc.ID})
			}
			start := time.Now()
			if err := d.Tx(ctx, func(tx *db.DB) error { return x.Apply(ctx, tx, refs) }); err != nil {
				return err
			}
			worst = max(worst, time.Since(start))
		}
		fmt.Printf("edits, %d at a time: CPU %s µs each, longest transaction %s µs\n", size, micro((cpuTime()-began)/batches/time.Duration(size)), micro(worst))
	}
	return nil
}
