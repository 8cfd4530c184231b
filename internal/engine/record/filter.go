package record

// A Filter narrows a list by a parameter that its address and the API share.
type Filter struct {
	Name string
	// Where is a condition on the kind's own table, named as the kind, in which IN (@) stands where the values go. Where
	// it looks at a record of another kind, SEEN(x) says that the actor sees that row x: else a filter would tell what a
	// draft says.
	Where string
	// Facet, if set, names the facet by which a search narrows to the same records, for visitors: staff see drafts of what a
	// record refers to, and these give no facet. Of two filters with one facet a search decides one; the tables decide both.
	Facet string
	// Choices are the codes allowed; nil allows any value.
	Choices []string
	// Kind, if set, says that the values name records of that kind by id or slug; they become ids.
	Kind string
	// Tree adds the descendants of each named record, following the field "parent" of its kind.
	Tree bool
	// Expand turns the values given into those compared, such as a continent into its countries; an unknown value
	// expands to none.
	Expand func(value string) []string
}
