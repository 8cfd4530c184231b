package search

import (
	"slices"

	"kontor.example/internal/engine/record"
)

// maxWords is how many different words of a query count; what comes after them is not asked for.
const maxWords = 16

// An asked is a word of a query.
type asked struct {
	spellings []string
	forms     []string // of all spellings
	tails     []string // of all spellings, backwards
	ends      []string // the same forwards
}

// words returns the different words of a query, and the marks of titles and names that consist of them.
func words(text string) (all []asked, wholes []string) {
	var plain []string
	var kept []token
	for t := range func(yield func(token) bool) { tokens(text, yield) } {
		if slices.Contains(plain, t.word()) {
			continue
		}
		if len(plain) == maxWords {
			break
		}
		plain, kept = append(plain, t.word()), append(kept, t)
		all = append(all, ask(t.spellings))
	}
	return all, wholeMarks(kept)
}

func ask(spellings []string) asked {
	a := asked{spellings: spellings}
	for _, s := range spellings {
		for _, f := range forms(s) {
			if !slices.Contains(a.forms, f) {
				a.forms = append(a.forms, f)
			}
		}
		if t := tailOf(s); t != "" && !slices.Contains(a.tails, t) {
			a.tails, a.ends = append(a.tails, t), append(a.ends, reversed(t))
		}
	}
	return a
}

// A visible is what an actor may see beyond what is public.
type visible struct {
	all     bool
	offices []record.ID
	mine    layered // the documents of the offices; filled by the search
}

func visibleTo(a record.Actor) *visible {
	v := &visible{mine: layered{}}
	switch {
	case a.Role == record.Admin:
		v.all = true
	case a.Role != record.Visitor && a.Office != "":
		v.offices = []record.ID{a.Office, record.SharedOffice}
	}
	return v
}

// reach is the furthest that is read at all.
func (v *visible) reach() int {
	if v.all || len(v.offices) > 0 {
		return staff
	}
	return everybody
}

// sees tells whether the actor may see what is internal at an office: fields, and documents that are not public.
func (v *visible) sees(office record.ID) bool { return v.all || slices.Contains(v.offices, office) }

// in returns the documents of a block whose internal side the actor may see.
func (v *visible) in(block int64) (mine *bitmap, all bool) {
	if v.all {
		return nil, true
	}
	if at := v.mine[block]; at != nil {
		return at[Title][staff], false
	}
	return nil, false
}
