package portal_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/locales"
)

// Every key that a page asks for by name has words in every language. Keys put together from a code are asked for by a
// prefix, which must have words too.
func TestEveryWordIsThere(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := locales.FS.ReadFile("de.json")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`(?:\bT|\.Or|\bHas)\(\s*(?:[^()"]*, )?"([a-z_]+(?:\.[a-z0-9_-]+)*\.?)"`)
	n := 0
	for _, dir := range []string{".", "../web"} {
		for _, pattern := range []string{"*.go", "*.templ"} {
			files, err := filepath.Glob(filepath.Join(dir, pattern))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				if strings.HasSuffix(file, "_test.go") || strings.HasSuffix(file, "_templ.go") {
					continue
				}
				source, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				for _, m := range asked.FindAllStringSubmatch(string(source), -1) {
					n++
					switch key := m[1]; {
					case strings.HasSuffix(key, "."):
						if !strings.Contains(string(raw), `"`+key) {
							t.Errorf("%s asks for %s…, of which there is none", file, key)
						}
					case strings.Contains(key, "."):
						for _, l := range words.Langs() {
							if !words.Localizer(l).Has(key) {
								t.Errorf("%s asks for %s, which %s lacks", file, key, l)
							}
						}
					}
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("found %d keys only: is the pattern still right?", n)
	}
}
