package portal

// parts lists the parts that the page has.
func (v *relationPage) parts() {
	v.Local.add(v.About != nil, "story", v.T("story.relation"))
	for _, c := range v.Claims {
		v.Local.add(true, c.ID, c.Heading)
	}
	v.Local.add(len(v.Timeline) > 0, "timeline", v.T("relation.agreements"))
	v.Local.add(true, "facts", v.T("record.facts"))
	v.Local.add(len(v.Sides) > 0, "sides", v.T(v.sidesKey()))
	v.Local.add(len(v.Distances) > 0, "way", v.T(v.wayKey()))
	v.Local.add(len(v.Projects) > 0, "projects", v.T("relation.projects"))
	v.Local.add(len(v.Actors) > 0, "actors", v.T("relation.actors"))
	v.Local.add(len(v.Papers) > 0, "papers", v.T("relation.papers"))
	v.Local.add(len(v.Links) > 0, "links", v.T("record.related"))
	v.Local.add(len(v.Remarks) > 0, "remarks", v.T("relation.remarks"))
}

// sidesKey is the key of what the table of the sides is headed with.
func (v *relationPage) sidesKey() string {
	if v.Ring {
		return "relation.ring_sides"
	}
	return "relation.partner_sides"
}

// wayKey is the key of what the part with distance and time is headed with; it may have the one without the other.
func (v *relationPage) wayKey() string {
	if len(v.Clocks) == 0 {
		return "relation.way"
	}
	return "relation.way_and_time"
}
