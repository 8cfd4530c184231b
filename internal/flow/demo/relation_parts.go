package demo

import (
	"strings"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// A cite names a source and, where it is known, its address: "Title | https://…".
type cite string

// title returns what the publisher calls the source.
func (c cite) title() string {
	title, _, _ := strings.Cut(string(c), " | ")
	return title
}

// url returns the address of the source, "" if only its name is known.
func (c cite) url() string {
	_, url, _ := strings.Cut(string(c), " | ")
	return url
}

// where returns the address if it is known, else the title.
func (c cite) where() string {
	if url := c.url(); url != "" {
		return url
	}
	return c.title()
}

// cited returns the sources of a fact.
func cited(by ...cite) []fact.Source {
	sources := make([]fact.Source, len(by))
	for i, c := range by {
		sources[i] = src(c.title(), c.url())
	}
	return sources
}

// alike is a text that reads the same in German and English.
func alike(s string) i18n.Text { return i18n.Of("de", s, "en", s) }

// prose is a text of several paragraphs; de and en are separated by the entry "/".
func prose(paragraphs ...string) i18n.Text {
	var de, en []string
	into := &de
	for _, p := range paragraphs {
		if p == "/" {
			into = &en
			continue
		}
		*into = append(*into, p)
	}
	return i18n.Of("de", strings.Join(de, "\n\n"), "en", strings.Join(en, "\n\n"))
}

// on refers to the place of this key.
func on(key string) record.Ref { return record.Ref{Kind: "place", ID: id("place", key)} }

// to refers to the relation of this key.
func to(key string) record.Ref { return record.Ref{Kind: "relation", ID: id("relation", key)} }

// of refers to the organisation of this key.
func of(key string) record.Ref { return record.Ref{Kind: "organisation", ID: id("organisation", key)} }

// also is another spelling of a place's name; formerly is one from its past.
func also(name, lang string) place.Alias { return place.Alias{Name: name, Lang: lang} }

func formerly(name, lang string) place.Alias {
	return place.Alias{Name: name, Lang: lang, Historic: true}
}

// with is the only partner side of a relation, of which nothing more is known than the place.
func with(key string) []relation.Side { return []relation.Side{{Party: on(key)}} }

// about lists what a relation works on.
func about(keys ...string) []relation.Theme {
	list := make([]relation.Theme, len(keys))
	for i, key := range keys {
		list[i] = relation.Theme{Theme: id("theme", key)}
	}
	return list
}

// ledBy names the unit that leads a relation and those that deputise.
func ledBy(lead string, deputies ...string) []relation.Unit {
	list := []relation.Unit{{Unit: id("organisation", lead), Role: relation.Lead}}
	for _, key := range deputies {
		list = append(list, relation.Unit{Unit: id("organisation", key), Role: relation.Deputy})
	}
	return list
}

// The two units that lead nearly all relations.
const (
	cultureOffice = "kulturbuero-internationale-kultur"
	worldOffice   = "buero-internationale-angelegenheiten"
)

// said completes a fact of a subject; tag tells it from the other facts of the same property. kind and key name the
// subject as in id.
func said(kind, key, property, tag string, f fact.Fact, by ...cite) fact.Fact {
	f.Base = record.Base{ID: id("fact", key+"-"+property+"-"+tag)}
	f.Subject = record.Ref{Kind: kind, ID: id(kind, key)}
	f.Property = property
	f.Sources = cited(by...)
	return f
}

// people is how many live in a place, as side states it. The year may be unknown.
func people(key, tag string, n record.Decimal, in date.Partial, side fact.Side, f fact.Fact, by ...cite) fact.Fact {
	f.Number, f.AsOf, f.Side = n, in, side
	f.Unit = i18n.Of("de", "Einwohner*innen", "en", "inhabitants")
	return said("place", key, "population", tag, f, by...)
}

// website is the address that a source gives for a place.
func website(key, address string, by cite) fact.Fact {
	tag := strings.NewReplacer("/", "-", ".", "-").Replace(address)
	return said("place", key, "website", tag, fact.Fact{Text: alike(address)}, by)
}

// milestone is something that happened in a relation, on the day or in the month or year in.
func milestone(key, tag string, in date.Partial, de, en string, by ...cite) fact.Fact {
	return said("relation", key, "milestone", tag, fact.Fact{AsOf: in, Text: i18n.Of("de", de, "en", en)}, by...)
}

// guessed is a milestone whose day a source lets conclude but does not name; why says how.
func guessed(m fact.Fact, why i18n.Text) fact.Fact {
	m.Qualifier, m.Note = fact.Inferred, why
	return m
}

// withNote gives a milestone what a source says otherwise.
func withNote(m fact.Fact, note i18n.Text) fact.Fact {
	m.Note = note
	return m
}

// beginning is the day on which a side says that the relation began.
func beginning(key, tag string, day date.Partial, side fact.Side, f fact.Fact, by ...cite) fact.Fact {
	f.Day, f.Side = day, side
	return said("relation", key, "since", tag, f, by...)
}

// focus is what both sides work on, in the words of the source.
func focus(key, de, en string, by ...cite) fact.Fact {
	return said("relation", key, "contact-focus", "themes", fact.Fact{Text: i18n.Of("de", de, "en", en)}, by...)
}

// remark is a sentence about a record that fits no other property.
func remark(kind, key, tag string, side fact.Side, in date.Partial, de, en string, by ...cite) fact.Fact {
	return said(kind, key, "note", tag, fact.Fact{Text: i18n.Of("de", de, "en", en), Side: side, AsOf: in}, by...)
}
