package portal

import "testing"

// A more exact date contradicts nobody; two days do, be it of the sides or of the sources of one.
func TestWhatIsSaidOfDifferentDays(t *testing.T) {
	for _, c := range []struct {
		values []claim
		want   string
	}{
		{[]claim{{Who: "Hannover", Machine: "1947"}, {Who: "Bristol", Machine: "1947-08-30"}}, "relation.dates_exactness"},
		{[]claim{{Who: "Hannover", Machine: "1960"}, {Who: "Hannover", Machine: "1960-06"}, {Who: "Hannover", Machine: "1960-06-12"}}, "relation.dates_exactness"},
		{[]claim{{Who: "Hannover", Machine: "1983-05-27"}, {Who: "Hiroshima", Machine: "1983-06-27"}}, "relation.dates_differ"},
		{[]claim{{Who: "others", Machine: "2018"}, {Who: "others", Machine: "2019"}}, "relation.dates_sources"},
		{[]claim{{Who: "others", Machine: "2018"}, {Who: "others", Machine: "2019"}, {Who: "Hannover", Machine: "2019-05"}}, "relation.dates_differ"},
	} {
		if got := (claimed{Values: c.values}).headingOfDays(); got != c.want {
			t.Errorf("%v: %s, want %s", c.values, got, c.want)
		}
	}
}
