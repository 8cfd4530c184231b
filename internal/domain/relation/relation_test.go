package relation_test

import (
	"testing"

	"kontor.example/internal/domain/relation"
)

// The status is that of the latest step that has begun: of several on one day the last in the list, and a step without a
// date before all others.
func TestTheStatusIsThatOfTheLatestStep(t *testing.T) {
	const today = "2026-11-26"
	for _, c := range []struct {
		want  relation.Status
		steps []relation.Step
	}{
		{"", nil},
		{relation.Resting, []relation.Step{{Status: relation.Active, On: "1983"}, {Status: relation.Resting, On: "1983"}}},
		{relation.Resting, []relation.Step{{Status: relation.Active}, {Status: relation.Resting}}},
		{relation.Active, []relation.Step{{Status: relation.Active, On: "1983"}, {Status: relation.Idea}}},
		{relation.Active, []relation.Step{{Status: relation.Active, On: today}, {Status: relation.Ended, On: "2026-11-27"}}},
	} {
		r := relation.Relation{History: c.steps}
		if r.Derive(today); r.Status != c.want {
			t.Errorf("%q of %+v, want %q", r.Status, c.steps, c.want)
		}
	}
}
