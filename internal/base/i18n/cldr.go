package i18n

import (
	"fmt"
	"strings"
)

// cldr is what the Unicode CLDR says about one language. Its names and patterns are cut from CLDR 48 by gen, because
// golang.org/x/text still carries those of CLDR 32, which calls North Macedonia and Eswatini by names that they have
// given up.
type cldr struct {
	pluralForms            []string
	decimal, group, minus  string
	minGroup               int    // how many digits must stand before the first group
	percent, currency      string // patterns with 0 for the number and ¤ for the symbol
	dayPattern, monPattern string // patterns of d, MMMM and y
	months                 [12]string
	countries, languages   map[string]string
	continents, symbols    map[string]string
}

// newCLDR reads the table of l. It fails where the cut has none: gen must then be told of the language.
func newCLDR(l Lang) (cldr, error) {
	text := cldrText(l)
	if text == "" {
		return cldr{}, fmt.Errorf("the CLDR cut has no %s; add it to gen and generate anew", l)
	}
	c := cldr{
		countries: map[string]string{}, languages: map[string]string{},
		continents: map[string]string{}, symbols: map[string]string{},
	}
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		code, value, _ := strings.Cut(rest, "\t")
		c.set(kind, code, value)
	}
	return c, nil
}

// set puts one line of the table where it belongs.
func (c *cldr) set(kind, code, value string) {
	switch kind + " " + code {
	case "plural forms":
		c.pluralForms = strings.Fields(value)
	case "number decimal":
		c.decimal = value
	case "number group":
		c.group = value
	case "number minus":
		c.minus = value
	case "number mingroup":
		c.minGroup = int(value[0] - '0')
	case "number percent":
		c.percent = value
	case "number currency":
		c.currency = value
	case "date day":
		c.dayPattern = value
	case "date month":
		c.monPattern = value
	}
	switch kind {
	case "month":
		c.months[int(code[0]-'0')*10+int(code[1]-'0')-1] = value
	case "country":
		c.countries[code] = value
	case "language":
		c.languages[code] = value
	case "continent":
		c.continents[code] = value
	case "currency":
		c.symbols[code] = value
	}
}
