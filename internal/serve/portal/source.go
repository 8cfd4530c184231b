package portal

import (
	"net/url"
	"slices"
	"strings"

	"kontor.example/internal/domain/fact"
	"kontor.example/internal/serve/web"
)

// A source is where something was read: what its publisher calls it, and its address if it is known.
type source struct{ Title, URL string }

func sources(of []fact.Source) []source {
	out := make([]source, len(of))
	for i, s := range of {
		out[i] = source{s.Title, s.URL}
	}
	return out
}

// merged adds to the sources those that are not among them. An address is one source, under the title that says most.
func merged(to, more []source) []source {
	to = slices.Clone(to)
	for _, s := range more {
		i := slices.IndexFunc(to, func(o source) bool { return o == s || s.URL != "" && o.URL == s.URL })
		if i < 0 {
			to = append(to, s)
		} else if len(s.Title) > len(to[i].Title) {
			to[i].Title = s.Title
		}
	}
	return to
}

// citedIn returns all sources of facts.
func citedIn(facts []fact.Stated) []source {
	var all []source
	for _, x := range facts {
		all = append(all, sources(x.Sources)...)
	}
	return all
}

// titled gives sources that are known by their address alone the title under which another one cites it.
func titled(of, cited []source) []source {
	of = slices.Clone(of)
	for i, s := range of {
		if s.URL == "" || s != stated(s.URL)[0] {
			continue
		}
		if at := slices.IndexFunc(cited, func(c source) bool { return c.URL == s.URL }); at >= 0 {
			of[i] = cited[at]
		}
	}
	return of
}

// stated reads a source that is kept as one string, an address or a title.
func stated(s string) []source {
	switch u := address(s); {
	case s == "":
		return nil
	case u != nil:
		return []source{{strings.TrimPrefix(u.Host, "www."), s}}
	default:
		return []source{{s, ""}}
	}
}

// address reads s as an address on the web; nil if it is none. Nothing else becomes a link.
func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// shortAddress writes an address without what every one begins with, and a long one by its host alone.
func shortAddress(s string) string {
	const readable = 45
	u := address(s)
	if u == nil {
		return s
	}
	host := strings.TrimPrefix(u.Host, "www.")
	if whole := strings.TrimSuffix(host+u.Path, "/"); len(whole) <= readable {
		return whole
	}
	return host
}

// A value is a stated fact as it is shown.
type value struct {
	Text    web.Words
	Href    string // where the value is an address
	Number  bool   // set in figures that stand below each other
	When    string // as of when, or from when until when
	Tags    []string
	Open    []string // tags that warn: unknown, inferred
	Note    web.Words
	Sources []source
}

// valueOf writes a fact: its number, day or words with what qualifies them, and its unit.
func valueOf(pg *web.Page, x fact.Stated) value {
	v := value{Note: pg.Say(x.Note), Sources: sources(x.Sources)}
	switch unit := pg.Name(x.Unit); {
	case x.Number != "" && unit == "%":
		v.Text.Text, v.Number = pg.Percent(string(x.Number)), true
	case x.Number != "":
		v.Text.Text, v.Number = strings.TrimSpace(pg.Decimal(string(x.Number))+"\u00a0"+unit), true
	case x.Day != "":
		v.Text.Text = pg.Date(string(x.Day))
	default:
		v.Text = pg.Say(x.Text)
	}
	if x.Property == "website" {
		if v.Href = webAddress(v.Text.Text); v.Href != "" {
			v.Text = web.Words{Text: shortAddress(v.Href)}
		}
	}
	switch x.Qualifier {
	case fact.About, fact.MoreThan, fact.LessThan:
		key := "fact.qualifier." + string(x.Qualifier)
		if x.Day != "" && pg.Has(key+".day") {
			key += ".day"
		}
		v.Text.Text = pg.T(key) + " " + v.Text.Text
	case fact.Inferred:
		v.Open = append(v.Open, pg.T("fact.qualifier.inferred"))
	}
	switch {
	case x.AsOf != "":
		v.When = pg.Date(string(x.AsOf))
	case x.Number != "":
		v.When = pg.T("fact.as_of_unknown")
	}
	return v
}

// webAddress returns s as an address, also where a source left out the scheme; empty if it is none.
func webAddress(s string) string {
	if address(s) != nil {
		return s
	}
	if !strings.ContainsAny(s, " \t") && strings.Contains(s, ".") && address("https://"+s) != nil {
		return "https://" + s
	}
	return ""
}
