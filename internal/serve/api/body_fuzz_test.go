package api

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// What is let through decodes to what was sent: no name twice, no character replaced by another.
func FuzzSoundJSON(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"a":1,"a":2}`, `{"a":{"b":[{"c":"\ud83d\ude00"}]}}`, `{"a":"\ud83d"}`, `{"\\ud83d":null}`, `{"a":"\u00e4\n"}`, ` {"a":-1.5e3}`, `[]`, `{"a":`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if soundJSON(body) != nil {
			return
		}
		var got map[string]any
		if err := json.Unmarshal(body, &got); err != nil {
			t.Fatalf("%q is let through: %v", body, err)
		}
		again, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		sent := strings.Contains(string(body), string(utf8.RuneError)) || strings.Contains(strings.ToLower(string(body)), `\ufffd`)
		if strings.ContainsRune(string(again), utf8.RuneError) && !sent {
			t.Errorf("%q became %q", body, again)
		}
	})
}
