package pack

import (
	"slices"
	"testing"
)

func TestWhatIsPackedIsRead(t *testing.T) {
	texts := []string{"title", "", "Poznań", "3:a\n:4:ab 広島", "0:", "12"}
	r := NewReader(string(Append(nil, texts...)))
	for _, want := range texts[:5] {
		if got := r.Next(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if n := r.Int(); n != 12 || r.More() || r.Bad() {
		t.Errorf("number %d, more %t, bad %t", n, r.More(), r.Bad())
	}
	if got := r.Next(); got != "" || !r.Bad() {
		t.Errorf("behind the end: %q, bad %t", got, r.Bad())
	}
}

func TestWhatIsNoNumberIsBad(t *testing.T) {
	for _, s := range []string{"x", "-1", "", "1.5"} {
		r := NewReader(string(Append(nil, s, "next")))
		if n := r.Int(); n != 0 || !r.Bad() || r.More() {
			t.Errorf("%q: %d, bad %t", s, n, r.Bad())
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, s := range []string{"", ":", "5:a", "-1:", "1:a1:b", "[{}]", "99999999999999999999:", "1:a1:x1:c1:d", "0:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var texts []string
		r := NewReader(s)
		for r.More() {
			if text := r.Next(); !r.Bad() {
				texts = append(texts, text)
			}
		}
		var again []string
		for r := NewReader(string(Append(nil, texts...))); r.More(); {
			again = append(again, r.Next())
		}
		if !slices.Equal(texts, again) {
			t.Errorf("%q: %q, then %q", s, texts, again)
		}
	})
}
