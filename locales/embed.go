// Package locales holds the words of the interface, one JSON file per language. Whoever translates Kontor works here and
// needs no Go: a key stands for one sentence or label, {{.Name}} for what is filled in, and a key whose words change with
// a number has one entry per plural form.
package locales

import "embed"

// FS holds de.json, en.json and every language that is added beside them.
//
//go:embed *.json
var FS embed.FS
