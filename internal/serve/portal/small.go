package portal

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/serve/web"
	texts "kontor.example/locales/pages"
)

// A smallPage is a page whose text ships with the program, one Markdown file per language, below what the office says of
// itself.
type smallPage struct {
	path   string // without the language; the file has the same name
	nav    string // the key of its name in the footer
	title  string // the key of its title
	office officeBlock
}

// officeBlock says what of the office stands above the text.
type officeBlock int

const (
	noOffice      officeBlock = iota
	wholeOffice               // who is responsible, with everything that is known and what is missing
	officeContact             // how to reach it
)

// smallPages lists the small pages in the order of the footer.
func smallPages() []smallPage {
	return []smallPage{
		{"/imprint", "footer.imprint", "page.imprint", wholeOffice},
		{"/privacy", "footer.privacy", "page.privacy", officeContact},
		{"/accessibility", "footer.accessibility", "page.accessibility", officeContact},
		{"/easy-language", "footer.easy_language", "page.easy_language", noOffice},
		{"/notices", "footer.notices", "page.notices", noOffice},
	}
}

// A smallView is a small page as it is shown.
type smallView struct {
	*web.Page
	Block     officeBlock
	City      web.Words
	Address   []string
	Statement templ.Component // nil if the office has none
	Spoken    web.Words       // of the statement
	Missing   []string        // what the office has not said yet
	Lead      templ.Component
	Sections  []smallSection
}

// A smallSection is a part of the text with its heading.
type smallSection struct {
	ID    string
	Title string
	Body  templ.Component
}

// firstRun stands in for the home page while there is no office to show: it says how to make one.
func (p *Portal) firstRun(pg *web.Page) (templ.Component, error) {
	pg.Title = pg.T("page.start")
	text, err := texts.FS.ReadFile(string(pg.Lang()) + "/start.md")
	if err != nil {
		return nil, fmt.Errorf("text of the first run: %w", err)
	}
	v := smallView{Page: pg}
	p.sections(&v, strings.ReplaceAll(string(text), "{origin}", pg.Origin()))
	return smallPageView(v), nil
}

// small shows a small page.
func (p *roomPages) small(s smallPage) view {
	return func(_ *http.Request, pg *web.Page) (templ.Component, error) {
		pg.Title = pg.T(s.title)
		text, err := texts.FS.ReadFile(string(pg.Lang()) + s.path + ".md")
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", s.path, err)
		}
		v := smallView{Page: pg, Block: s.office}
		p.sections(&v, reachable(pg, string(text)))
		p.ofOffice(&v)
		return smallPageView(v), nil
	}
}

// reachable leaves the sections out of a text that send people to the imprint, while it says nowhere to turn to.
func reachable(pg *web.Page, text string) string {
	if o := pg.Office; !o.Address.Empty() || o.Email != "" || o.Phone != "" {
		return text
	}
	parts := strings.Split(text, "\n## ")
	parts = slices.DeleteFunc(parts, func(part string) bool { return strings.Contains(part, "]("+pg.Href("/imprint")+")") })
	return strings.Join(parts, "\n## ")
}

// sections cuts a text at its headings.
func (p *Portal) sections(v *smallView, text string) {
	parts := strings.Split("\n"+text, "\n## ")
	if lead := strings.TrimSpace(parts[0]); lead != "" {
		v.Lead = p.markdown.HTML(lead)
		v.Description, _, _ = strings.Cut(lead, "\n")
	}
	for i, part := range parts[1:] {
		title, body, _ := strings.Cut(part, "\n")
		v.Sections = append(v.Sections, smallSection{ID: fmt.Sprintf("part-%d", i+1), Title: strings.TrimSpace(title), Body: p.markdown.HTML(body)})
	}
}

// ofOffice takes over what the office says of itself, and notes what it does not say.
func (p *roomPages) ofOffice(v *smallView) {
	o := v.Office
	v.City = v.Say(o.City)
	if v.City.Text == "" {
		v.City = v.Say(o.Name)
	}
	for line := range strings.SplitSeq(v.Name(o.Address), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			v.Address = append(v.Address, line)
		}
	}
	if v.Block != wholeOffice {
		return
	}
	if v.Spoken = v.Say(o.Statement); v.Spoken.Text != "" {
		v.Statement = p.markdown.HTML(v.Spoken.Text)
	}
	missing := func(there bool, key string) {
		if !there {
			v.Missing = append(v.Missing, v.T(key))
		}
	}
	missing(v.Statement != nil, "imprint.statement")
	missing(len(v.Address) > 0, "imprint.address")
	missing(o.Email != "", "imprint.email")
	missing(o.Phone != "", "imprint.phone")
}
