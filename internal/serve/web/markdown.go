package web

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/a-h/templ"
	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Markdown turns simple mark-up into HTML: paragraphs, emphasis, lists, links, headings below those of the page. HTML
// within it is dropped, and what comes out is cleaned once more against a list of what may stay.
type Markdown struct {
	convert goldmark.Markdown
	policy  *bluemonday.Policy
	names   *regexp.Regexp // tags, which are left alone, and names and dates that keep their number
	options *regexp.Regexp // of commands
}

// NewMarkdown returns a Markdown. It is safe for concurrent use.
func NewMarkdown() *Markdown {
	policy := bluemonday.NewPolicy()
	policy.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4")
	policy.AllowAttrs("href").OnElements("a")
	policy.AllowURLSchemes("https", "http", "mailto")
	policy.RequireNoFollowOnLinks(false)
	policy.AllowRelativeURLs(true)
	blocks := parser.WithBlockParsers(parser.DefaultBlockParsers()...)
	return &Markdown{
		convert: goldmark.New(goldmark.WithParser(parser.NewParser(blocks, parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			parser.WithASTTransformers(util.Prioritized(lowerHeadings{}, 100))))),
		policy:  policy,
		names:   regexp.MustCompile(`<[^>]*>|\b[A-Z][A-Za-z]{1,9}-[0-9][0-9.]*|\b[0-9]{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b`),
		options: regexp.MustCompile(`(^|[\s(])(--[a-z][a-z-]*)`),
	}
}

// HTML returns the mark-up in s as a component. What cannot be read as mark-up is shown as it is.
func (m *Markdown) HTML(s string) templ.Component {
	var b bytes.Buffer
	if err := m.convert.Convert([]byte(s), &b); err != nil {
		return templ.Raw("<p>" + templ.EscapeString(s) + "</p>")
	}
	return templ.Raw(m.breakable(m.policy.SanitizeReader(&b).String()))
}

// breakable lets addresses within code break behind their parts, so that a long one fits a narrow screen; who copies it has
// it whole. Options such as --etag-save stay on one line. It is given clean HTML, in which code holds nothing but text.
func (m *Markdown) breakable(clean string) string {
	const begin, end = "<code>", "</code>"
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(clean, begin)
		code, after, whole := strings.Cut(rest, end)
		if !ok || !whole {
			b.WriteString(m.joined(clean))
			return b.String()
		}
		b.WriteString(m.joined(before) + begin)
		var parted strings.Builder
		for i, c := range code {
			parted.WriteRune(c)
			read := code[:i+1]
			if c == '/' && !strings.HasSuffix(read, "//") && !strings.HasPrefix(code[i+1:], "/") || c == '?' || strings.HasSuffix(read, "&amp;") {
				parted.WriteString("<wbr>")
			}
		}
		b.WriteString(m.options.ReplaceAllString(parted.String(), `$1<span class="k-nowrap">$2</span>`) + end)
		clean = after
	}
}

// joined keeps names such as EUPL-1.2 on one line, which browsers part behind the hyphen, and a day with its month.
func (m *Markdown) joined(clean string) string {
	return m.names.ReplaceAllStringFunc(clean, func(s string) string {
		if s[0] == '<' {
			return s
		}
		return `<span class="k-nowrap">` + s + "</span>"
	})
}
