package house_test

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Words that nobody reads are translated for nothing.
func TestEveryWordHasAReader(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "locales", "de.json"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]json.RawMessage
	if err := json.Unmarshal(text, &words); err != nil {
		t.Fatal(err)
	}
	for _, key := range unread(slices.Sorted(maps.Keys(words)), project(t)) {
		t.Errorf("nothing reads the words %s", key)
	}
}

// unread returns the keys that no program text outside of tests names: whole, by a beginning that ends in a dot, or by an
// end that begins with one.
func unread(keys []string, files []*file) (out []string) {
	named := map[string]bool{}
	for _, f := range files {
		if f.test() {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					named[s] = true
				}
			}
			return true
		})
	}
	for _, key := range keys {
		read := named[key]
		for i := range key {
			read = read || key[i] == '.' && (named[key[:i+1]] || named[key[i:]])
		}
		if !read {
			out = append(out, key)
		}
	}
	return out
}

func TestControlOfWords(t *testing.T) {
	files := planted(t, map[string]string{
		"internal/serve/portal/show.go":      `package portal; func f(s string) { T("page.home"); T("form." + s); T(s + ".count") }`,
		"internal/serve/portal/show_test.go": `package portal; func g() { T("page.gone") }`,
	})
	got := unread([]string{"form.ring", "networks.count", "page.gone", "page.home", "page.other"}, files)
	if want := []string{"page.gone", "page.other"}; !slices.Equal(got, want) {
		t.Errorf("nothing reads %s, want %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}
