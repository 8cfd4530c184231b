package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"time"

	"kontor.example/bench/gen"
	"kontor.example/internal/app"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/record"
)

// A bench asks both handlers the same.
type bench struct {
	ctx   context.Context // of every request
	app   *app.App
	raw   *rawServer
	w     *world
	n     int // relations
	token string
	run   int64 // makes the addresses of what this run creates its own
}

// paths lists what is measured, what changes the database last.
func (b *bench) paths(ctx context.Context) ([]path, error) {
	get := path{
		name:   "get",
		kontor: b.reads(b.app.Handler, func(i int) string { return "/api/v1/relations/" + b.relation(i) }),
		raw:    b.reads(b.raw, func(i int) string { return "/relations/" + b.relation(i) }),
	}
	list, err := b.lists()
	if err != nil {
		return nil, err
	}
	pages, err := b.addresses(ctx)
	if err != nil {
		return nil, err
	}
	page := path{name: "page", kontor: b.reads(b.app.Handler, func(i int) string { return pages[i%len(pages)] })}
	kept := path{name: "page, kept", kontor: asker{b.app.Handler, func(i int) *http.Request {
		r := b.request(http.MethodGet, pages[i%mostPages], nil)
		r.Header.Set("Accept-Encoding", "gzip")
		return r
	}, http.StatusOK}}
	held := path{name: "304"}
	if held.kontor, err = b.known(b.app.Handler, pages[0]); err != nil {
		return nil, err
	}
	if held.raw, err = b.known(b.raw, "/page"); err != nil {
		return nil, err
	}
	create := path{name: "create", kontor: b.creates(b.app.Handler, "/api/v1/relations", 1), raw: b.creates(b.raw, "/relations", 2)}
	return append(append([]path{get, list, page, kept, held}, b.found()...), create), nil
}

// found are what the index of the search stands behind, and the list of relations as people see it, with its map. All are
// narrowed by words or countries in turn: the whole list is the same page for everybody.
func (b *bench) found() []path {
	words := func(from, to int) func(i int) string {
		return func(i int) string { return url.QueryEscape(b.w.words[from+gen.NewRand(uint64(i)).Below(to-from)]) }
	}
	mid, common := words(4_000, 5_000), words(130, 170)
	letters := func(i int) string {
		w := []rune(b.w.words[gen.NewRand(uint64(i)).Below(len(b.w.words))])
		return url.QueryEscape(string(w[:1+i%min(4, len(w))]))
	}
	sorts := []string{"title", "-title", "since", "-since", "-changed_at"}
	return []path{
		{name: "search", kontor: b.reads(b.app.Handler, func(i int) string { return "/api/v1/search?lang=de&q=" + common(i) })},
		{name: "suggest", kontor: b.reads(b.app.Handler, func(i int) string { return "/api/v1/suggest?lang=de&limit=8&q=" + letters(i) })},
		{name: "words", kontor: b.reads(b.app.Handler, func(i int) string { return "/api/v1/relations?q=" + mid(i) })},
		{name: "words, 20", kontor: b.reads(b.app.Handler, func(i int) string { return "/api/v1/relations?limit=20&q=" + mid(i) })},
		{name: "words, page", kontor: b.reads(b.app.Handler, func(i int) string { return "/de/relations?q=" + mid(i) })},
		{name: "words, country", kontor: b.reads(b.app.Handler, func(i int) string {
			return "/de/relations?q=" + mid(i) + "&country=" + countries()[i%len(countries())]
		})},
		{name: "map", kontor: b.reads(b.app.Handler, func(i int) string { return "/de/relations?sort=" + sorts[i%len(sorts)] })},
		{name: "map, country", kontor: b.reads(b.app.Handler, func(i int) string { return "/de/relations?country=" + countries()[i%len(countries())] })},
	}
}

// relation returns the id of the i-th relation that is asked for: all of them in an order that jumps about.
func (b *bench) relation(i int) string {
	return gen.ID(relations, 1+gen.NewRand(uint64(i)).Below(b.n))
}

func (b *bench) reads(h http.Handler, address func(i int) string) asker {
	return asker{h, func(i int) *http.Request { return b.request(http.MethodGet, address(i), nil) }, http.StatusOK}
}

// request makes a request whose context can be cancelled, as a server's can be: database/sql and the driver watch it.
func (b *bench) request(method, address string, body io.Reader) *http.Request {
	r := httptest.NewRequestWithContext(b.ctx, method, address, body)
	r.Host = "city.example"
	return r
}

// mostPages is how many pages of a list are asked for in turn.
const mostPages = 200

// lists walks the list by title once on each side, compares each page and asks for these pages again in turn.
func (b *bench) lists() (path, error) {
	const kontorAt, rawAt = "/api/v1/relations?sort=title&limit=50", "/relations"
	ours, theirs := []string{kontorAt}, []string{rawAt}
	for i := 0; i < mostPages; i++ {
		next, err := b.next(b.app.Handler, ours[i])
		if err != nil {
			return path{}, err
		}
		rawNext, err := b.next(b.raw, theirs[i])
		if err != nil {
			return path{}, err
		}
		if err := b.same(ours[i], theirs[i], "items"); err != nil {
			return path{}, err
		}
		if next == "" || rawNext == "" {
			break
		}
		ours, theirs = append(ours, kontorAt+"&cursor="+url.QueryEscape(next)), append(theirs, rawAt+"?after="+url.QueryEscape(rawNext))
	}
	return path{
		name:   "list",
		kontor: b.reads(b.app.Handler, func(i int) string { return ours[i*7%len(ours)] }),
		raw:    b.reads(b.raw, func(i int) string { return theirs[i*7%len(theirs)] }),
	}, nil
}

// next returns where the page after the one at an address begins.
func (b *bench) next(h http.Handler, address string) (string, error) {
	body, _, err := b.reads(h, func(int) string { return address }).ask(0)
	if err != nil {
		return "", err
	}
	var page struct{ Next string }
	return page.Next, json.Unmarshal(body, &page)
}

// same compares what Kontor and the raw handler answer, as JSON; member is that of the answer which counts, "" for all.
func (b *bench) same(kontor, raw, member string) error {
	ours, err := b.decoded(b.app.Handler, kontor, member)
	if err != nil {
		return err
	}
	theirs, err := b.decoded(b.raw, raw, member)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(ours, theirs) {
		return fmt.Errorf("%s and %s differ:\n%v\n%v", kontor, raw, ours, theirs)
	}
	return nil
}

func (b *bench) decoded(h http.Handler, address, member string) (any, error) {
	body, _, err := b.reads(h, func(int) string { return address }).ask(0)
	if err != nil {
		return nil, err
	}
	var v map[string]any
	if err := json.Unmarshal(body, &v); err != nil {
		return nil, err
	}
	if member == "" {
		return v, nil
	}
	return v[member], nil
}

// addresses returns those of relation pages with agreements and facts, in German.
func (b *bench) addresses(ctx context.Context) ([]string, error) {
	var out []string
	ids := []record.ID{}
	for i := range min(1000, b.n/richEvery) {
		ids = append(ids, record.ID(gen.ID(relations, richEvery*(1+gen.NewRand(uint64(i)).Below(b.n/richEvery)))))
	}
	cards, err := b.app.Stores.Kernel.Cards(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		slug, _ := cards[id].Slug.In("de")
		out = append(out, "/de/relations/"+slug)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no relation has agreements: -n must be at least %d", richEvery)
	}
	return out, nil
}

// known asks for a page that the client has already.
func (b *bench) known(h http.Handler, address string) (asker, error) {
	_, header, err := b.reads(h, func(int) string { return address }).ask(0)
	if err != nil {
		return asker{}, err
	}
	tag := header.Get("ETag")
	return asker{h, func(int) *http.Request {
		r := b.request(http.MethodGet, address, nil)
		r.Header.Set("If-None-Match", tag)
		return r
	}, http.StatusNotModified}, nil
}

// creates posts relations with two sides, a step and a theme, published at once; who keeps those of the two sides apart.
func (b *bench) creates(h http.Handler, address string, who uint64) asker {
	return asker{h, func(i int) *http.Request {
		r := b.request(http.MethodPost, address, bytes.NewReader(b.body(uint64(i)*4+who)))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+b.token)
		return r
	}, http.StatusCreated}
}

// body returns a relation to create.
func (b *bench) body(seed uint64) []byte {
	r := gen.NewRand(seed ^ uint64(b.run))
	title := func() string { return fmt.Sprintf("%s %x", b.w.words.Name(r), r.Next()) }
	since := day(r)
	ref := func(kind, id string) map[string]string { return map[string]string{"kind": kind, "id": id} }
	body, err := json.Marshal(map[string]any{
		"state": "published", "form": "cooperation", "own_side": "city", "since": since,
		"title": json.RawMessage(i18n.Of("de", title(), "en", title())), "summary": json.RawMessage(b.w.both(r, 20)),
		"sides": []any{
			map[string]any{"party": ref("place", gen.ID(places, 1+r.Below(placeCount))), "since": since},
			map[string]any{"party": ref("organisation", gen.ID(organisations, 1+r.Below(organisationCount))), "since": since},
		},
		"history": []any{map[string]any{"status": "active", "on_date": since}},
		"themes":  []any{map[string]any{"theme": ref("theme", gen.ID(themes, 1+r.Below(themeCount)))}},
	})
	if err != nil {
		panic(err) // texts always have a JSON form
	}
	return body
}

// verify compares what both sides answer, before anything is measured.
func (b *bench) verify() error {
	for i := range 200 {
		id := b.relation(i)
		if err := b.same("/api/v1/relations/"+id, "/relations/"+id, ""); err != nil {
			return err
		}
	}
	return nil
}

// verifyCreates creates one relation on each side from the same body, and compares what then is there.
func (b *bench) verifyCreates() error {
	var found [2]map[string]any
	for i, c := range []asker{b.creates(b.app.Handler, "/api/v1/relations", 3), b.creates(b.raw, "/relations", 3)} {
		body, _, err := c.ask(1 << 40)
		if err != nil {
			return err
		}
		var made struct{ ID string }
		if err := json.Unmarshal(body, &made); err != nil {
			return err
		}
		x, err := b.decoded(b.app.Handler, "/api/v1/relations/"+made.ID, "")
		if err != nil {
			return err
		}
		found[i] = x.(map[string]any)
		for _, own := range []string{"id", "office", "created_at", "changed_at"} {
			delete(found[i], own)
		}
		for _, list := range []string{"sides", "history", "themes", "units"} {
			for _, part := range found[i][list].([]any) {
				delete(part.(map[string]any), "id")
			}
		}
	}
	if !reflect.DeepEqual(found[0], found[1]) {
		return fmt.Errorf("creates differ:\n%v\n%v", found[0], found[1])
	}
	return nil
}

// editor makes the token with which relations are created.
func (b *bench) editor(ctx context.Context) (err error) {
	b.token, _, err = b.app.Tokens.Create(ctx, auth.Token{
		Name: "bench", Role: record.Editor, Office: record.ID(office()), Expires: time.Now().Add(24 * time.Hour),
	})
	return err
}
