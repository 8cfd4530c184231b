package demo

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"kontor.example/internal/engine/record"
)

// Whatever is said to hold an item of the public facts is really in the seed.
func TestEveryPublicFactIsInTheSeed(t *testing.T) {
	t.Run("relations", func(t *testing.T) { checkCovered(t, "testdata/ids_relations.json", coveredRelations()) })
	t.Run("rest", func(t *testing.T) { checkCovered(t, "testdata/ids_rest.json", coveredRest()) })
}

func checkCovered(t *testing.T, file string, covered map[string]string) {
	t.Helper()
	seed := seedIDs()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var items []string
	if err := json.Unmarshal(raw, &items); err != nil {
		t.Fatal(err)
	}
	if len(covered) != len(items) {
		t.Errorf("%d items are covered, %d are there", len(covered), len(items))
	}
	for _, item := range items {
		target, known := covered[item]
		if !known {
			t.Errorf("%s is forgotten", item)
			continue
		}
		if strings.HasPrefix(target, "left out: ") && len(target) > len("left out: ") {
			continue
		}
		kind, key, _ := strings.Cut(target, "/")
		if !seed[id(kind, key)] {
			t.Errorf("%s became %s, which is not in the seed", item, target)
		}
	}
}

// seedIDs holds the ids of all records of the seed.
func seedIDs() map[record.ID]bool {
	s, ids := Hannover(), map[record.ID]bool{}
	for i := range s.Places {
		ids[s.Places[i].ID] = true
	}
	for i := range s.Themes {
		ids[s.Themes[i].ID] = true
	}
	for i := range s.Organisations {
		ids[s.Organisations[i].ID] = true
	}
	for i := range s.Papers {
		ids[s.Papers[i].ID] = true
	}
	for i := range s.Programmes {
		ids[s.Programmes[i].ID] = true
	}
	for i := range s.Networks {
		ids[s.Networks[i].ID] = true
	}
	for i := range s.Relations {
		ids[s.Relations[i].ID] = true
	}
	for i := range s.Agreements {
		ids[s.Agreements[i].ID] = true
	}
	for i := range s.Memberships {
		ids[s.Memberships[i].ID] = true
	}
	for i := range s.Projects {
		ids[s.Projects[i].ID] = true
	}
	for i := range s.Links {
		ids[s.Links[i].ID] = true
	}
	for i := range s.Facts {
		ids[s.Facts[i].ID] = true
	}
	return ids
}
