package portal

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A networksPage is the list of networks, charters, labels and companies, with the part that the office has in each.
type networksPage struct {
	*web.Page
	Home  string
	List  listing
	Forms choice
	Chips []chip
	Rows  []networkRow
	Count int
	All   int
	Next  string
}

// A networkRow is one network as the list shows it.
type networkRow struct {
	Title   web.Words
	Href    string
	Summary web.Words
	Form    string
	Member  bool
	Roles   string
	Since   string
	Until   string // where the membership has ended
	Others  string // members that sources name, the first few
	More    int    // members beyond those
}

// fewMembers is how many other members a row of the list names.
const fewMembers = 3

// networkForms is the order in which forms are shown.
func networkForms() []network.Form {
	return []network.Form{network.Association, network.Charter, network.Label, network.Company}
}

// networkList shows the networks, narrowed by filters.
func (p *roomPages) networkList(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	home, err := p.homeSpot(ctx, pg)
	if err != nil {
		return nil, err
	}
	v := networksPage{Page: pg, Home: homeName(pg, home)}
	pg.Script = true
	pg.Title, pg.Description = pg.T("page.networks"), pg.T("networks.lead", "City", v.Home)
	v.List = asked(pg, p.Networks.Kind(), []string{"form", "theme"}, r.URL.Query())
	v.List.sort = ""
	pg.Query = v.List.encoded()
	forms, err := p.forms.of(pg, "", func() (map[network.Form]int, error) { return network.Forms(ctx, p.db) })
	if err != nil {
		return nil, err
	}
	v.offer(forms)
	found, err := listed(v.List, func(l listing) (record.Page[*network.Network], error) {
		q := l.query(pg)
		q.Office = "" // networks are shared by all offices
		return p.Networks.List(ctx, q)
	})
	if err != nil {
		return nil, err
	}
	v.Count = found.Total
	if found.Next != "" {
		v.Next = v.List.from(found.Next)
	}
	standings, err := network.StandingsOf(ctx, p.db, pg.Office.ID)
	if err != nil {
		return nil, err
	}
	cards, err := p.kernel.Cards(ctx, namedByNetworks(found.Items))
	if err != nil {
		return nil, err
	}
	for _, n := range found.Items {
		v.Rows = append(v.Rows, networkRowOf(pg, n, standings[n.ID], cards))
	}
	pg.Linked = linkedList(pg, v.Count, v.Rows, func(r networkRow) (web.Words, string) { return r.Title, r.Href })
	return networksView(v), nil
}

// listed runs a query. A cursor of another list, or one made up, leads to the first page; where words find too much to be
// sorted, what they find comes in their own order.
func listed[P any](l listing, list func(listing) (record.Page[P], error)) (record.Page[P], error) {
	found, err := list(l)
	if inv := (fault.Invalid{}); errors.As(err, &inv) && l.cursor != "" {
		l.cursor = ""
		found, err = list(l)
	}
	if inv := (fault.Invalid{}); errors.As(err, &inv) && l.words() != "" && l.sort != "" {
		l.sort, l.cursor = "", ""
		return list(l)
	}
	return found, err
}

// offer puts the forms in use into the page.
func (v *networksPage) offer(forms map[network.Form]int) {
	var options []option
	for _, f := range networkForms() {
		v.All += forms[f]
		if forms[f] > 0 || v.List.has("form", string(f)) {
			options = append(options, option{Value: string(f), Label: v.T("network.form." + string(f)), Count: forms[f]})
		}
	}
	v.Forms = v.List.choose("form", v.T("network.form"), v.List.promised("form", options))
	v.Chips = v.List.chips([]choice{v.Forms})
}

// namedByNetworks lists the members that networks name.
func namedByNetworks(found []*network.Network) []record.ID {
	var ids []record.ID
	for _, n := range found {
		for _, m := range n.Members[:min(fewMembers, len(n.Members))] {
			ids = append(ids, m.Party.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func networkRowOf(pg *web.Page, n *network.Network, ours []network.Standing, cards map[record.ID]record.Card) networkRow {
	row := networkRow{
		Title: pg.Say(n.Name), Href: pg.RecordHref("/networks", n.ID, n.Slug), Summary: pg.Say(n.Summary),
		Form: pg.T("network.form." + string(n.Form)), Member: len(ours) > 0,
	}
	if row.Member {
		latest := ours[0]
		row.Since, row.Until = pg.Date(string(latest.Since)), pg.Date(string(latest.Until))
		row.Roles = roleNames(pg, latest.Roles)
	}
	var others []string
	for _, m := range n.Members[:min(fewMembers, len(n.Members))] {
		if card, ok := cards[m.Party.ID]; ok {
			others = append(others, pg.Name(card.Title))
		}
	}
	row.Others = strings.Join(others, ", ")
	if len(others) > 0 {
		row.More = max(0, len(n.Members)-fewMembers)
	}
	return row
}

// roleNames lists roles, each once, the first in upper case.
func roleNames(pg *web.Page, roles []network.RoleName) string {
	var out []string
	for _, r := range roles {
		if word := pg.T("membership.role." + string(r)); !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return web.Capital(strings.Join(out, ", "))
}
