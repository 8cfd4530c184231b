package kontortest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// HTMLFinding is what the Nu checker has to say about one place in one page.
type HTMLFinding struct {
	Page    string // the page's key in what was checked
	Line    int
	Kind    string // "error" or "warning"
	Message string
	Extract string // the source around the place
}

func (f HTMLFinding) String() string {
	return fmt.Sprintf("%s:%d: %s: %s\n\t%s", f.Page, f.Line, f.Kind, f.Message, strings.TrimSpace(f.Extract))
}

// CheckHTML fails the test for each error and each warning that the Nu checker
// finds in the pages, given by name and source. The checker starts once for
// all of them (some seconds), so collect the pages first.
func CheckHTML(t testing.TB, pages map[string][]byte) {
	t.Helper()
	for _, f := range HTMLFindings(t, pages) {
		t.Error(f)
	}
}

// HTMLFindings runs the Nu checker over the pages and returns its errors and
// warnings, ordered by page and line. It needs a Java runtime and vnu.jar.
func HTMLFindings(t testing.TB, pages map[string][]byte) []HTMLFinding {
	t.Helper()
	jar := os.Getenv("KONTOR_TEST_VNU")
	if jar == "" {
		missing(t, "KONTOR_TEST_VNU names no vnu.jar to check HTML with")
	}
	java, err := exec.LookPath("java")
	if err != nil {
		missing(t, "there is no Java runtime to run the HTML checker")
	}
	if len(pages) == 0 {
		t.Fatal("no page to check")
	}

	dir := t.TempDir()
	names := map[string]string{} // file → page
	var files []string
	for page, source := range pages {
		file := filepath.Join(dir, fmt.Sprintf("%04d.html", len(files)))
		if err := os.WriteFile(file, source, 0o600); err != nil {
			t.Fatal(err)
		}
		names[filepath.Base(file)] = page
		files = append(files, file)
	}

	// The checker guesses the language of the prose and complains when it
	// differs from lang; names of far cities make it guess wrong.
	args := []string{"-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"}
	out, err := exec.Command(java, append(args, files...)...).Output()
	if err != nil {
		t.Fatalf("HTML checker: %v", err)
	}
	findings, err := readFindings(out, names)
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

// readFindings reads the checker's JSON. Its pure remarks ("info" without the
// subtype "warning") are left out: they ask for nothing.
func readFindings(out []byte, names map[string]string) ([]HTMLFinding, error) {
	var report struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, fmt.Errorf("HTML checker: %w in %q", err, out)
	}
	var findings []HTMLFinding
	for _, m := range report.Messages {
		kind := m.Type
		if m.Type == "info" {
			kind = m.SubType
		}
		if kind == "" {
			continue
		}
		page := names[m.URL[strings.LastIndex(m.URL, "/")+1:]]
		findings = append(findings, HTMLFinding{page, m.LastLine, kind, m.Message, m.Extract})
	}
	slices.SortStableFunc(findings, func(a, b HTMLFinding) int {
		if c := strings.Compare(a.Page, b.Page); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return findings, nil
}
