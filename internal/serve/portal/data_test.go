package portal

import (
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// The size of a file has two digits that count, and is never nought; a column says in which unit it is measured, and a set of too
// many rows to be counted that it has many.
func TestFilesSayHowLargeTheyAre(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	pg := &web.Page{Localizer: words.Localizer("de")}
	for n, want := range map[int64]string{
		0: "1 kB", 400: "1 kB", 1_499: "1 kB", 1_500: "2 kB", 99_400: "99 kB", 123_456: "120 kB", 987_654: "990 kB",
		1_234_567: "1,2 MB", 9_900_000: "9,9 MB", 12_600_000: "13 MB",
	} {
		if got := (dataSet{Sizes: map[string]int64{"csv": n}}).size(pg, "csv"); got != want {
			t.Errorf("%d bytes are %q, not %q", n, got, want)
		}
	}
	if got := (dataSet{}).size(pg, "csv"); got != "" {
		t.Errorf("what nobody measured has %s", got)
	}
	if got := (dataSet{}).kind(pg, web.DataColumn{Type: web.DataNumber, Unit: "km"}); got != "Zahl, km" {
		t.Errorf("a distance is a %s", got)
	}
	if few, many := (dataSet{Count: 12}).rows(pg), (dataSet{Count: -1}).rows(pg); few != "12" || many != "mehr als 10.000" {
		t.Errorf("%s and %s rows", few, many)
	}
}
