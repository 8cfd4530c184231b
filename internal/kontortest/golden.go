package kontortest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Golden compares got with the file testdata/NAME of the package under test.
// `go test ./that/package -update` writes the file; the difference then shows
// in the commit, where it is read by a person.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test with -update writes it)", err)
	}
	if d := difference(want, got); d != "" {
		t.Errorf("%s: %s", path, d)
	}
}

// difference tells the first line in which two texts differ, with the line
// before it; "" when they are the same.
func difference(want, got []byte) string {
	if bytes.Equal(want, got) {
		return ""
	}
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	n := 0
	for n < len(w) && n < len(g) && bytes.Equal(w[n], g[n]) {
		n++
	}
	line := func(lines [][]byte) string {
		if n < len(lines) {
			return fmt.Sprintf("%q", lines[n])
		}
		return "the end"
	}
	before := ""
	if n > 0 {
		before = fmt.Sprintf(" after %q", w[n-1])
	}
	return fmt.Sprintf("line %d%s\n\twant %s\n\tgot  %s", n+1, before, line(w), line(g))
}
