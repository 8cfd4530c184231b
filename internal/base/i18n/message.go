package i18n

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// A message is what is said for one key. Messages are cut into pieces once, when the catalog is read: a page asks for
// some two hundred of them, and parsing a template for each would cost more than the rest of the page.
type message struct {
	ready bool // there is nothing to choose and nothing to fill in
	other phrase
	forms map[string]phrase // by plural form, "other" among them
}

// A phrase is literal text and names in turn: "{{.Shown}} von {{.Count}}" has the pieces "", "Shown", " von ", "Count", "".
type phrase struct {
	text   string // as written
	pieces []string
}

// pluralForms returns the plural forms of CLDR.
func pluralForms() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

func newMessage(m *goi18n.Message) (message, error) {
	out := message{forms: map[string]phrase{}}
	for i, text := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		form := pluralForms()[i]
		if text == "" && form != "other" {
			continue
		}
		p, err := newPhrase(text)
		if err != nil {
			return message{}, err
		}
		out.forms[form] = p
	}
	out.other = out.forms["other"]
	out.ready = len(out.forms) == 1 && len(out.other.pieces) == 1
	return out, nil
}

// newPhrase cuts text at its names. It refuses braces that hold anything but a name.
func newPhrase(text string) (phrase, error) {
	p := phrase{text: text}
	for rest := text; ; {
		literal, after, more := strings.Cut(rest, "{{")
		if strings.Contains(literal, "}}") {
			return phrase{}, badBraces(text)
		}
		p.pieces = append(p.pieces, literal)
		if !more {
			return p, nil
		}
		inside, tail, closed := strings.Cut(after, "}}")
		name, dotted := strings.CutPrefix(strings.TrimSpace(inside), ".")
		if !closed || !dotted || !isName(name) {
			return phrase{}, badBraces(text)
		}
		p.pieces = append(p.pieces, name)
		rest = tail
	}
}

func badBraces(text string) error {
	return fmt.Errorf("%q: braces hold a name and nothing else, as in {{.Count}}", text)
}

// isName reports whether s is one or more ASCII letters.
func isName(s string) bool {
	for _, r := range s {
		if !(r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			return false
		}
	}
	return s != ""
}

// counts reports whether m has forms for different counts.
func (m message) counts() bool { return len(m.forms) > 1 }

// form returns the phrase for a plural form, "other" where that form is not written.
func (m message) form(name string) phrase {
	if p, ok := m.forms[name]; ok {
		return p
	}
	return m.other
}

// names returns the names in braces of all forms, sorted.
func (m message) names() []string {
	set := map[string]bool{}
	for _, p := range m.forms {
		for i := 1; i < len(p.pieces); i += 2 {
			set[p.pieces[i]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// fill puts the values of args where their names stand.
func (p phrase) fill(l *Localizer, args []any) string {
	if len(p.pieces) == 1 {
		return p.text
	}
	var b strings.Builder
	b.Grow(len(p.text))
	for i, piece := range p.pieces {
		if i%2 == 0 {
			b.WriteString(piece)
			continue
		}
		value, ok := named(args, piece)
		if !ok {
			value = "[" + piece + "]"
		}
		b.WriteString(l.show(value))
	}
	return b.String()
}

// show writes a value into a sentence.
func (l *Localizer) show(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return l.Number(int64(v))
	case int64:
		return l.Number(v)
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(value)
}

// named finds the value that follows a name.
func named(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// plurals knows which plural form a number asks for in one language. The rules are those of go-i18n; what it answers
// for small numbers is remembered, since nearly every count is one.
type plurals struct {
	rules *goi18n.Localizer
	small [200]string
}

func newPlurals(l Lang) (*plurals, error) {
	tag, err := language.Parse(string(l))
	if err != nil {
		return nil, err
	}
	// A message whose every form is the form's own name.
	probe := &goi18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	bundle := goi18n.NewBundle(tag)
	if err := bundle.AddMessages(tag, probe); err != nil {
		return nil, err
	}
	p := &plurals{rules: goi18n.NewLocalizer(bundle, tag.String())}
	for n := range p.small {
		p.small[n] = p.ask(n)
	}
	return p, nil
}

// ask lets go-i18n choose the form for n, a whole number or a decimal string. What is no number takes "other".
func (p *plurals) ask(n any) string {
	form, err := p.rules.Localize(&goi18n.LocalizeConfig{MessageID: "form", PluralCount: n})
	if err != nil {
		return "other"
	}
	return form
}

// formOf returns the form that the value named Count asks for.
func (p *plurals) formOf(args []any) string {
	count, ok := named(args, "Count")
	if !ok {
		return "other"
	}
	switch n := count.(type) {
	case int:
		return p.whole(int64(n))
	case int64:
		return p.whole(n)
	}
	return p.ask(count)
}

func (p *plurals) whole(n int64) string {
	if n >= 0 && n < int64(len(p.small)) {
		return p.small[n]
	}
	return p.ask(n)
}
