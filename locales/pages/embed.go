// Package pages holds the texts of the small pages, such as privacy, one Markdown file per page and language. Each "## "
// begins a section; what stands before the first one opens the page. Names, addresses and what else an office says of
// itself come from the office's record and stand above these texts.
package pages

import "embed"

// FS holds a folder for each language, with the same files in each.
//
//go:embed de en
var FS embed.FS
