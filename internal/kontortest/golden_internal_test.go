package kontortest

import "testing"

// The control of Golden: a difference is told, with its place.
func TestDifferenceTellsTheFirstLine(t *testing.T) {
	for _, c := range []struct{ want, got, told string }{
		{"a\nb\n", "a\nb\n", ""},
		{"a\nb\n", "a\nc\n", "line 2 after \"a\"\n\twant \"b\"\n\tgot  \"c\""},
		{"a", "a\nb", "line 2 after \"a\"\n\twant the end\n\tgot  \"b\""},
		{"a\n", "a\r\n", "line 1\n\twant \"a\"\n\tgot  \"a\\r\""},
	} {
		if told := difference([]byte(c.want), []byte(c.got)); told != c.told {
			t.Errorf("%q against %q: %q, want %q", c.want, c.got, told, c.told)
		}
	}
}

func TestCreateStatementRefusesWhatIsNoLocale(t *testing.T) {
	if _, err := createStatement("x", "de'; DROP"); err == nil {
		t.Error("a locale with a quote was taken")
	}
}
