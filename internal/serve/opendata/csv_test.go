package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Bristol": "Bristol", "=1+1": "'=1+1", "+49 511 1": "'+49 511 1", "-1": "-1", "+2.50": "+2.50", "-": "'-", "- a": "'- a", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1", "  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "＝1+1": "'＝1+1", "－1": "'－1", "1968-04-22": "1968-04-22",
		"a=b": "a=b", "--1": "'--1", "-1.": "'-1.", "é": "é", "'=1": "'=1", "\ufffd": "\ufffd",
	} {
		if got := harmless(in); got != want {
			t.Errorf("%q became %q, not %q", in, got, want)
		}
	}
}

// one writes a table of one row of three texts.
func one(t *testing.T, separator rune, values ...any) string {
	t.Helper()
	var b bytes.Buffer
	set := table{DataSet: web.DataSet{Name: "x", Columns: []web.DataColumn{{Name: "a"}, {Name: "b"}, {Name: "c"}}}}
	w, err := beginCSV(&b, set, &inquiry{separator: separator})
	if err == nil {
		err = w.row(row{values: values})
	}
	if err == nil {
		err = w.end()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever a text holds, a reader of CSV gets it back, and it does not begin as a formula does.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"", "=1+1", `a"b`, "a,b;c", "a\nb", "\r\n", "-5", " =x", "＝", "\xff", "\x00", "'", "\t", "|"} {
		f.Add(seed, seed+"x", true)
	}
	f.Fuzz(func(t *testing.T, a, b string, semicolon bool) {
		separator := ','
		if semicolon {
			separator = ';'
		}
		r := csv.NewReader(strings.NewReader(one(t, separator, a, []string{b, a}, record.Decimal("-1.5"))))
		r.Comma = separator
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 3 {
			t.Fatalf("%q, %q: %v %q", a, b, err, rows)
		}
		read := func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") } // encoding/csv reads one line end only
		got := rows[1][0]
		if got != read(a) && got != "'"+read(a) {
			t.Errorf("%q came back as %q", a, got)
		}
		if rows[1][2] != "-1.5" {
			t.Errorf("the number came back as %q", rows[1][2])
		}
		for _, cell := range rows[1][:2] {
			if first := strings.TrimLeft(cell, " \u00a0\u3000"); first != "" && strings.ContainsAny(first[:1], "=+-@\t\r\n") && !number(first) {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
	})
}

// Whatever a text holds, it is a JSON string, and the text again.
func FuzzJSONValue(f *testing.F) {
	for _, seed := range []string{"", "a\"b", "\u2028", "</script>", "\xff", "\x00\x1f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var back *string
		if err := json.Unmarshal(appendValue(nil, s), &back); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if (back == nil) != (s == "") || back != nil && utf8.ValidString(s) && *back != s {
			t.Errorf("%q came back as %v", s, back)
		}
	})
}

// Every column says in every language what it means, no name stands for two, and all of them are values that each format
// can write.
func TestColumnsAreDescribed(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range Sets() {
		seen := map[string]bool{}
		if set.Columns[0].Name != "id" || len(set.Columns) < 15 {
			t.Errorf("%s has the columns %v", set.Name, set.Columns)
		}
		for _, l := range words.Langs() {
			for _, key := range []string{"data.set." + set.Name, "page." + set.Name} {
				if !words.Localizer(l).Has(key) {
					t.Errorf("%s lacks %s", l, key)
				}
			}
		}
		for _, c := range set.Columns {
			if seen[c.Name] {
				t.Errorf("%s has %s twice", set.Name, c.Name)
			}
			seen[c.Name] = true
			for _, l := range words.Langs() {
				keys := []string{c.Meaning(), "data.type." + string(c.Type)}
				for _, choice := range c.Choices {
					keys = append(keys, c.Words+choice)
				}
				for _, key := range keys {
					if !words.Localizer(l).Has(key) {
						t.Errorf("%s lacks %s", l, key)
					}
				}
			}
		}
	}
}
