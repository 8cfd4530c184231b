package web

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// lowerHeadings moves the headings of a text below that of its section, so that the outline of a page skips no level.
type lowerHeadings struct{}

// Transform makes the first level of a text h3 and all others h4.
func (lowerHeadings) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	first := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if first == 0 {
			first = h.Level
		}
		h.Level = 3 + min(1, max(0, h.Level-first))
		return ast.WalkContinue, nil
	})
}
