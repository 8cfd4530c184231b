package record

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"kontor.example/internal/base/i18n"
)

// Weight says how much the words of a field count when somebody searches: the lower, the more. A field without one is
// not found.
type Weight int

// The weights. The title of a kind is always AsTitle, its summary always AsSummary.
const (
	AsTitle Weight = iota + 1
	AsAlias
	AsSummary
	AsBody
)

// Search says that a record is found by the words of this text or, if the field refers to a record, by the names of that.
// Only public and internal fields may say so.
func (f *Field) Search(w Weight) *Field { f.weight = w; return f }

// Facet says that searches are narrowed and counted by this field, under that name. A reference takes on what the record
// referred to has of that facet; a record is one itself of the facet that is called as its kind, such as theme.
func (f *Field) Facet(name string) *Field { f.facets = append(f.facets, name); return f }

// HandedOn says that who refers to this record is also found by the names of what this field refers to: a relation with an
// organisation by those of the organisation's seat.
func (f *Field) HandedOn() *Field { f.handedOn = true; return f }

// Weight returns how much the words of the field count in a search; 0 if they are not found.
func (f *Field) Weight() Weight { return f.weight }

// Facets lists the facets that the field gives.
func (f *Field) Facets() []string { return f.facets }

// searchable refuses rules that would tell a search what is kept from most.
func (f *Field) searchable(within Class) error {
	if (f.weight != 0 || len(f.facets) > 0 || f.handedOn) && max(f.Class, within) > Internal {
		return fmt.Errorf("field %s is %s and searched", f.Name, max(f.Class, within))
	}
	for _, p := range f.Parts {
		if err := p.searchable(max(f.Class, within)); err != nil {
			return err
		}
	}
	return nil
}

// Searchable reports whether a kind hands nothing to a search that is kept from the staff of its office.
func (k *Kind) Searchable() error {
	for _, f := range k.fields {
		if err := f.searchable(Public); err != nil {
			return fmt.Errorf("%s: %w", k.Name, err)
		}
	}
	return nil
}

// Words are one text by which a record is found.
type Words struct {
	Field    string // "title", "aliases.name"
	Weight   Weight
	Lang     i18n.Lang // empty for none in particular
	Internal bool      // for the staff of the office only
	Text     string
}

// wordsOf returns the texts of a value that is no reference and no list. lang is the language of strings.
func (v Value) wordsOf(lang i18n.Lang) []Words {
	switch p := v.ptr.(type) {
	case *i18n.Text:
		var out []Words
		texts := p.Map()
		for _, l := range slices.Sorted(maps.Keys(texts)) {
			s := texts[l]
			if v.Type == TypeMarkdown {
				s = plain(s)
			}
			out = append(out, Words{Lang: l, Text: s})
		}
		return out
	case *string:
		if *p != "" {
			return []Words{{Lang: lang, Text: *p}}
		}
	}
	return nil
}

// langOf returns the language that a part says its strings to be in, by a field of that name.
func langOf(part []Value) i18n.Lang {
	for _, v := range part {
		if v.Name == "lang" && v.Type == TypeString {
			return i18n.Lang(v.Text())
		}
	}
	return ""
}

// plain returns the words of a text with mark-up: no addresses of links, no HTML.
func plain(s string) string {
	src := []byte(s)
	var b strings.Builder
	_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.WriteString(html.UnescapeString(string(util.UnescapePunctuations(n.Value(src)))))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if entering {
				for i := range n.Lines().Len() {
					line := n.Lines().At(i)
					b.Write(line.Value(src))
				}
			}
		default:
			if n.Type() == ast.TypeBlock && b.Len() > 0 && !entering {
				b.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
