package web

import (
	"bytes"

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
		policy: policy,
	}
}

// HTML returns the mark-up in s as a component. What cannot be read as mark-up is shown as it is.
func (m *Markdown) HTML(s string) templ.Component {
	var b bytes.Buffer
	if err := m.convert.Convert([]byte(s), &b); err != nil {
		return templ.Raw("<p>" + templ.EscapeString(s) + "</p>")
	}
	return templ.Raw(m.policy.SanitizeReader(&b).String())
}
