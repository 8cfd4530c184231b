package portal

import (
	"slices"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/serve/web"
)

// A more exact date contradicts nobody; two days do, whoever names them.
func TestWhatIsSaidOfDifferentDays(t *testing.T) {
	for _, c := range []struct {
		values []claim
		want   string
		days   int
	}{
		{[]claim{{Who: "Hannover", Machine: "1947"}, {Who: "Bristol", Machine: "1947-08-30"}}, "relation.dates_exactness", 2},
		{[]claim{{Who: "Hannover", Machine: "1960"}, {Who: "Hannover", Machine: "1960-06"}, {Who: "Hannover", Machine: "1960-06-12"}}, "relation.dates_exactness", 3},
		{[]claim{{Who: "Hannover", Machine: "1983-05-27"}, {Who: "Hiroshima", Machine: "1983-06-27"}}, "relation.dates_differ", 2},
		{[]claim{{Who: "others", Machine: "2018"}, {Who: "others", Machine: "2019"}}, "relation.dates_differ", 2},
		{[]claim{{Who: "others", Machine: "2018"}, {Who: "others", Machine: "2019"}, {Who: "Hannover", Machine: "2019-05"}}, "relation.dates_differ", 3},
	} {
		if got, days := (claimed{Values: c.values}).headingOfDays(); got != c.want || days != c.days {
			t.Errorf("%v: %s of %d, want %s of %d", c.values, got, days, c.want, c.days)
		}
	}
}

// A sentence is told already where half of its words stand, short ones aside, in any of what a moment says. One without such
// words has nothing to add.
func TestHalfOfTheWordsTellASentence(t *testing.T) {
	m := moment{Kicker: "Vertrag", Title: web.Words{Text: "Zusammenarbeit der Städte"}, Text: web.Words{Text: "In Posen"}}
	for sentence, want := range map[string]bool{
		"Vertrag über die Zusammenarbeit der Räte": true, "Vertrag, im Rathaus": true, "Rat und Posen": true, "Am 3. Mai": true,
		"Vertrag über den Austausch": false, "Räte pflanzen Linden": false, "Linden": false, "Der Rat in Linden": false,
	} {
		if m.tells(sentence) != want {
			t.Errorf("%s: told is not %v", sentence, want)
		}
	}
}

// A source that the line just above names is not named again; another one is.
func TestASourceStandsOnceBelowAFact(t *testing.T) {
	same, other := []source{{"hannover.de", ""}}, []source{{"djg-hannover.de", ""}}
	for _, c := range []struct {
		facts [][]source
		own   []source
		want  int
	}{{[][]source{other, same}, same, 0}, {[][]source{same, other}, same, 1}, {nil, same, 1}} {
		e := entry{Sources: c.own}
		for _, s := range c.facts {
			e.Facts = append(e.Facts, labelled{Values: []value{{Sources: s}}})
		}
		if lastOnce(&e); len(e.Sources) != c.want {
			t.Errorf("after %v: %v", c.facts, e.Sources)
		}
	}
}

// An address reads as the title under which another source has it; what has a title of its own keeps that.
func TestASourceHasTheTitleThatIsKnown(t *testing.T) {
	cited := []source{{"Drucksache 1", ""}, {"Chronik der Stadt", "https://a.example/1"}}
	of := []source{
		{"a.example", "https://a.example/1"}, {"a.example", "https://a.example/2"}, {"Heft 3", ""}, {"Chronik, 2. Auflage", "https://a.example/1"},
	}
	want := []source{cited[1], of[1], of[2], of[3]}
	if got := titled(of, cited); !slices.Equal(got, want) || of[0].Title != "a.example" {
		t.Errorf("%v, from %v", got, of)
	}
}

// A place's own name stands beside the shown one, unless that says it already.
func TestANativeNameIsNotSaidTwice(t *testing.T) {
	name := i18n.Of("de", "Hannover", "da", "Morsø", "pl", "Poznań")
	for _, c := range []struct{ local, shown, want string }{
		{"da", "Morsø (Nykøbing Mors)", ""}, {"da", "Morsø", ""}, {"pl", "Posen", "Poznań"}, {"", "Posen", ""},
	} {
		if got := native(name, c.local, c.shown).Text; got != c.want {
			t.Errorf("%s in %s: %q", c.shown, c.local, got)
		}
	}
}
