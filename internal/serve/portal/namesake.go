package portal

import (
	"context"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// Apart returns what to say beside the places among hits that share their title and country, so that readers can tell them
// from each other: the region, else how many live there, else where they lie; nothing where these are not known. It reads
// only if there are such places.
func Apart(ctx context.Context, d *db.DB, say *i18n.Localizer, hits []search.Hit) (map[record.Ref]string, error) {
	same := map[[2]string][]record.Ref{}
	for _, h := range hits {
		if h.Kind != "place" && h.Kind != search.Bare {
			continue
		}
		title, _ := h.Title.In(say.Lang())
		country := ""
		if lands := h.Values("country"); len(lands) > 0 {
			country = lands[0]
		}
		like := [2]string{title, country}
		same[like] = append(same[like], record.Ref{Kind: h.Kind, ID: h.ID})
	}
	var refs []record.Ref
	for like, alike := range same {
		if len(alike) == 1 {
			delete(same, like)
			continue
		}
		refs = append(refs, alike...)
	}
	if len(refs) == 0 {
		return nil, nil
	}
	known, err := place.Namesakes(ctx, d, refs)
	if err != nil {
		return nil, err
	}
	said := map[record.Ref]string{}
	for _, alike := range same {
		tellApart(say, alike, known, said)
	}
	return said, nil
}

// tellApart says of places that are alike as much as it takes to tell each from the others.
func tellApart(say *i18n.Localizer, alike []record.Ref, known map[record.Ref]place.Namesake, said map[record.Ref]string) {
	for _, trait := range []func(place.Namesake) string{
		func(n place.Namesake) string { return n.Region },
		func(n place.Namesake) string {
			if n.People == 0 {
				return ""
			}
			return say.T("place.inhabitants", "Count", n.People)
		},
		func(n place.Namesake) string { return point(say, hundredths(n.Lat), hundredths(n.Lon)) },
	} {
		times := map[string]int{}
		for _, ref := range alike {
			times[said[ref]]++
		}
		more := map[record.Ref]string{}
		for _, ref := range alike {
			if n, ok := known[ref]; ok && (times[said[ref]] > 1 || said[ref] == "") {
				more[ref] = joined(", ", said[ref], trait(n))
			}
		}
		for ref, words := range more {
			said[ref] = words
		}
	}
}
