package main

import (
	"fmt"

	"kontor.example/bench/gen"
	"kontor.example/internal/base/i18n"
)

// The sorts of things that have an id of their own.
const (
	offices = iota + 1
	places
	themes
	organisations
	relations
	sides
	steps
	themeParts
	agreements
	agreementDates
	facts
	factSources
)

// How many there are of what relations refer to, and every how many-th relation has agreements and facts.
const (
	placeCount        = 10_000
	themeCount        = 40
	organisationCount = 5_000
	richEvery         = 10
)

// The two offices: the one whose portal is measured, and the one to which the raw handler adds, so that it does not break
// into the chain of the other's audit.
func office() string    { return gen.ID(offices, 1) }
func rawOffice() string { return gen.ID(offices, 2) }

// A world makes the records of the benchmark.
type world struct {
	words   gen.Words
	sorters [2]*i18n.Sorter // German, English
}

func newWorld() *world {
	return &world{gen.NewWords(), [2]*i18n.Sorter{i18n.NewSorter("de"), i18n.NewSorter("en")}}
}

// A name is a title in both languages, with its sort keys and its readable address.
type name struct {
	text   i18n.Text
	keys   [2]string
	slugs  [2]string
	inSlug i18n.Text
}

// named makes a name out of the vocabulary; its addresses end in n, which keeps them apart.
func (w *world) named(r *gen.Rand, n int) name {
	return w.nameOf(w.words.Name(r), w.words.Name(r), n)
}

func (w *world) nameOf(de, en string, n int) name {
	x := name{text: i18n.Of("de", de, "en", en)}
	x.keys = [2]string{w.sorters[0].Key(de), w.sorters[1].Key(en)}
	x.slugs = [2]string{fmt.Sprintf("%s-%d", i18n.Slug("de", de), n), fmt.Sprintf("%s-%d-e", i18n.Slug("en", en), n)}
	x.inSlug = i18n.Of("de", x.slugs[0], "en", x.slugs[1])
	return x
}

// both returns a text of n words in each language.
func (w *world) both(r *gen.Rand, n int) i18n.Text {
	return i18n.Of("de", w.words.Text(r, n), "en", w.words.Text(r, n))
}

// day returns a date from the years 1950 to 2025.
func day(r *gen.Rand) string {
	return fmt.Sprintf("%d-%02d-%02d", 1950+r.Below(76), 1+r.Below(12), 1+r.Below(28))
}

// moment returns a time at which the n-th record was written.
func moment(n int) string {
	return fmt.Sprintf("2024-%02d-%02dT%02d:%02d:%02d.%03dZ", 1+n/10_000%12, 1+n/500%28, n/60%24, n%60, n*7%60, n%1000)
}

func pick[T any](r *gen.Rand, of ...T) T { return of[r.Below(len(of))] }

// The zones and countries of places.
func zones() []string {
	return []string{"Europe/Warsaw", "Europe/Paris", "America/Chicago", "Asia/Tokyo", "Africa/Blantyre", ""}
}

func countries() []string {
	return []string{"DE", "PL", "CZ", "FR", "ES", "SE", "RO", "RS", "TR", "IE", "US", "JP", "CN", "BR", "MW", "UA"}
}
