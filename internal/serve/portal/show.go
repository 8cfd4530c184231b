package portal

import (
	"slices"
	"strconv"
)

// count writes how many a filter finds, nothing for nought.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func anyChosen(all []choice) bool { return slices.ContainsFunc(all, choice.chosen) }
