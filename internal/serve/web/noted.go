package web

import (
	"slices"
	"strings"
)

// Noted returns the number by which a page on paper refers to an address outside. Links to the same address have the
// same number; the frame lists the addresses at the end. It is 0 where nothing is to be noted: the address is one of
// these pages, or the text of the link says it already.
func (p *Page) Noted(address, text string) int {
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") || bareAddress(address) == bareAddress(text) {
		return 0
	}
	bare := bareAddress(address)
	i := slices.IndexFunc(p.noted, func(known string) bool { return bareAddress(known) == bare })
	if i < 0 {
		i = len(p.noted)
		p.noted = append(p.noted, address)
	}
	return i + 1
}

// bareAddress leaves off what does not tell one address from another.
func bareAddress(s string) string {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}
