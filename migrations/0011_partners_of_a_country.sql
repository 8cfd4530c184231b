-- who narrows a list to a country looks at the partners of each relation on the way: what that takes stands in the indexes
DROP INDEX relation_sides_parent;
CREATE INDEX relation_sides_parent ON relation_sides (parent, position, party_place, party_organisation);
CREATE INDEX place_country ON place (id, country, state, trashed);
CREATE INDEX organisation_place ON organisation (id, state, trashed, place);
