package web

import (
	"fmt"
	"testing"
)

func TestShelfKeepsWhatIsAskedFor(t *testing.T) {
	var s shelf
	page := make([]byte, boardSize/10)
	s.put("asked for", page)
	for i := range 1000 {
		s.put(fmt.Sprint(i), page)
		if _, ok := s.get("asked for"); !ok {
			t.Fatalf("gone after %d others", i+1)
		}
	}
	if _, ok := s.get("0"); ok {
		t.Error("a page that nobody asks for is kept for ever")
	}
	if n := len(s.first) + len(s.next); n > 20 {
		t.Errorf("%d pages are kept, each a tenth of a board", n)
	}
	if _, ok := s.get("999"); !ok {
		t.Error("the newest page is not kept")
	}
}
