package demo

import (
	"fmt"
	"slices"
	"testing"

	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
)

func TestCountsOfTheRest(t *testing.T) {
	for name, n := range map[string][2]int{
		"themes":               {len(themes()), 42},
		"units":                {len(units()), 20 + 8 + 7},
		"networks":             {len(networks()), 16},
		"memberships":          {len(memberships()), 15},
		"projects of the plan": {len(conceptProjects()), 7},
		"other projects":       {len(otherProjects()), 6},
		"programmes":           {len(programmes()), 18},
		"papers":               {len(papers()), 16},
	} {
		if n[0] != n[1] {
			t.Errorf("%d %s, not %d", n[0], name, n[1])
		}
	}
}

// Hannover wants to join EUROCITIES; nobody says that it did.
func TestNoMembershipInEurocities(t *testing.T) {
	for _, m := range memberships() {
		if m.Network == id("network", "eurocities") {
			t.Error("Hannover is a member of EUROCITIES")
		}
	}
}

// Hannover has in every network the roles that the facts name.
func TestRolesInNetworks(t *testing.T) {
	got := map[record.ID][]network.RoleName{}
	for _, m := range memberships() {
		for _, r := range m.Roles {
			if !slices.Contains(got[m.Network], r.Role) {
				got[m.Network] = append(got[m.Network], r.Role)
			}
		}
	}
	for key, want := range map[string][]network.RoleName{
		"mayors-for-peace":               {network.VicePresidency, network.LeadCity, network.SecretariatOf, network.ExecutiveCity, network.MemberRole},
		"rgre-cemr":                      {network.Participant, network.Host},
		"die-hanse":                      {network.MemberRole},
		"eurocities":                     nil, // has announced to apply
		"klima-buendnis":                 {network.FoundingMember},
		"iclei":                          {network.FoundingMember},
		"covenant-of-mayors":             {network.Signatory, network.MemberRole},
		"unesco-creative-cities-network": {network.MemberRole, network.Holder},
		"icorn":                          {network.FoundingMember},
		"eusea":                          {network.MemberRole},
		"efus-defus":                     {network.MemberRole},
		"uclg":                           {network.MemberRole},
		"aalborg-charter":                {network.Signatory},
		"agenda-2030-musterresolution":   {network.Signatory},
		"fairtrade-town":                 {network.Holder},
		"metropolregion-hannover-braunschweig-goettingen-wolfsburg": {network.Participant},
	} {
		if has := got[id("network", key)]; !slices.Equal(has, want) {
			t.Errorf("in %s Hannover is %v, not %v", key, has, want)
		}
	}
}

// The only project whose status a source states is the one that has ended.
func TestUnknownStatusStaysEmpty(t *testing.T) {
	for _, p := range projects() {
		want := project.Status("")
		if p.ID == id("project", "blantyre-wells-trees") {
			want = project.Closed
		}
		if p.Status != want {
			t.Errorf("%s has status %q, not %q", p.Title, p.Status, want)
		}
	}
}

// Wells new or repaired are the sum of those drilled and those repaired, on each day.
func TestWellsAddUp(t *testing.T) {
	days := map[string]map[string]string{}
	for _, r := range wellsAndTrees().Results {
		day := string(r.On)
		if days[day] == nil {
			days[day] = map[string]string{}
		}
		days[day][r.Indicator] = string(r.Value)
	}
	if len(days) != 3 {
		t.Errorf("results of %d days", len(days))
	}
	for day, v := range days {
		var drilled, repaired, both int
		if _, err := fmt.Sscan(v["wells-drilled"]+" "+v["wells-repaired"]+" "+v["wells-new-or-repaired"], &drilled, &repaired, &both); err != nil {
			t.Errorf("%s: %v", day, err)
		}
		if drilled+repaired != both {
			t.Errorf("%s: %d and %d are not %d", day, drilled, repaired, both)
		}
	}
}

func TestFactsOfTheRestNameASource(t *testing.T) {
	preferred := map[string]bool{}
	for _, f := range restFacts() {
		if len(f.Sources) == 0 || f.Sources[0].Title == "" {
			t.Errorf("%s %s has no source", f.Property, f.Text)
		}
		if about := fmt.Sprint(f.Subject, f.Property); f.Preferred && preferred[about] {
			t.Errorf("two facts of %s are preferred", about)
		} else if f.Preferred {
			preferred[about] = true
		}
	}
}

// Names and official titles are kept in the languages in which they were seen; all other words are in both.
func TestRestIsCompleteInBothLanguages(t *testing.T) {
	organisations := units()
	for i := range organisations {
		organisations[i].Name = ""
	}
	networks, programmes, facts := networks(), programmes(), restFacts()
	for i := range networks {
		networks[i].Name = ""
	}
	for i := range programmes {
		programmes[i].Name = ""
	}
	for i := range facts {
		if facts[i].Property == "official-name" {
			facts[i].Text = ""
		}
	}
	eachText(t, organisations)
	eachText(t, networks)
	eachText(t, programmes)
	eachText(t, facts)
	eachText(t, themes())
	eachText(t, memberships())
	eachText(t, projects())
	eachText(t, papers())
	eachText(t, restLinks())
}
