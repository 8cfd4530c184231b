package portal

// An anchor is a part of the page that the page's own contents lead to, in the words that head it.
type anchor struct{ ID, Text string }

// contents are the parts of a long page, in its order.
type contents []anchor

// add adds a part if it is there.
func (c *contents) add(there bool, id, text string) {
	if there {
		*c = append(*c, anchor{id, text})
	}
}
