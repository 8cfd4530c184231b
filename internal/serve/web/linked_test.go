package web_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"kontor.example/internal/serve/web"
)

// Whatever a name holds, it does not end the block of data, and is the name again when the block is read.
func FuzzLinkedData(f *testing.F) {
	for _, seed := range []string{"Bristol", "</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029", `"\`, "\x00", "\xff", "&lt;"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		var b strings.Builder
		if err := web.LinkedData(map[string]string{"name": name}).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		const open, shut = `<script type="application/ld+json">`, `</script>`
		inner, opened := strings.CutPrefix(b.String(), open)
		inner, closed := strings.CutSuffix(inner, shut)
		if !opened || !closed || strings.ContainsAny(inner, "<>&\u2028\u2029") {
			t.Fatalf("%q became %q", name, b.String())
		}
		var back map[string]string
		if err := json.Unmarshal([]byte(inner), &back); err != nil || utf8.ValidString(name) && back["name"] != name {
			t.Errorf("%q came back as %q (%v)", name, back["name"], err)
		}
	})
}
