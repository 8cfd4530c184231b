package assets_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"kontor.example/assets"
)

// The layout follows the writing direction: no property of our sheet may name a physical side.
func TestStylesheetIsLogical(t *testing.T) {
	physical := regexp.MustCompile(`(?m)[{;\s](?:left|right|top|bottom|(?:min-|max-)?(?:width|height)|(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|(?:text-align|float|clear):\s*(?:left|right))\s*:`)
	sheet := read(t, "css/kontor.css") + read(t, "css/map.css")
	for number, line := range strings.Split(sheet, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "@media") {
			_, line, _ = strings.Cut(line, "{")
		}
		if hit := physical.FindString(line); hit != "" {
			t.Errorf("line %d names a physical side: %q", number+1, hit)
		}
	}
}

// Colours have one home, section 2; parts take them by role. Print, at the end, sets roles anew.
func TestColoursAreTakenByRole(t *testing.T) {
	raw := regexp.MustCompile(`#[0-9a-f]{3,8}\b|\b(?:rgb|oklch|hsl)\(`)
	_, parts, found := strings.Cut(read(t, "css/kontor.css"), "/* ---- 3 ")
	parts, _, foundPrint := strings.Cut(parts, "@media print")
	if !found || !foundPrint {
		t.Fatal("the sections of kontor.css are named differently")
	}
	parts += read(t, "css/map.css")
	if hits := raw.FindAllString(parts, -1); hits != nil {
		t.Errorf("raw colours outside section 2: %v", hits)
	}
}

func TestEveryRoleInUseIsSet(t *testing.T) {
	sheets := read(t, "css/kern.css") + read(t, "css/kontor.css") + read(t, "css/map.css")
	set := map[string]bool{}
	for _, m := range regexp.MustCompile(`(--[\w-]+)\s*:`).FindAllStringSubmatch(sheets, -1) {
		set[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`var\((--k-[\w-]+|--kern-metric-space-[\w-]+)`).FindAllStringSubmatch(sheets, -1) {
		if !set[m[1]] {
			t.Errorf("%s is used and never set", m[1])
		}
	}
}

func TestStylesheetIsWellFormed(t *testing.T) {
	for _, name := range []string{"css/kern.css", "css/kontor.css", "css/map.css"} {
		sheet := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(read(t, name), "")
		if strings.Count(sheet, "{") != strings.Count(sheet, "}") {
			t.Errorf("%s: braces do not match", name)
		}
		if hit := regexp.MustCompile(`,\s*\)|\(\s*,|,\s*\{`).FindString(sheet); hit != "" {
			t.Errorf("%s: stray comma in %q", name, hit)
		}
		if strings.Contains(sheet, "@import") || strings.Contains(sheet, "//") {
			t.Errorf("%s reaches outside", name)
		}
	}
}

// A first visit loads one page, all sheets, at most four faces, the scripts and the land of the maps within 250 kB; the
// assets may take 110, as they are sent.
func TestFirstVisitIsSmall(t *testing.T) {
	const budget = 110_000
	total := 0
	for _, name := range []string{
		"css/kern.css", "css/kontor.css", "css/map.css", "js/htmx.js", "js/list.js", "js/map.js", "img/favicon.svg", "img/world.svg", "img/europe.svg",
		"fonts/FiraSans-Regular.woff2", "fonts/FiraSans-Medium.woff2", "fonts/FiraSans-SemiBold.woff2", "fonts/FiraSans-Light.woff2",
	} {
		if body := read(t, name); strings.HasSuffix(name, ".woff2") {
			total += len(body)
		} else {
			total += compressed(t, body)
		}
	}
	if total > budget {
		t.Errorf("%d bytes, the budget is %d", total, budget)
	}
}

func compressed(t *testing.T, body string) int {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := io.WriteString(z, body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := fs.ReadFile(assets.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
