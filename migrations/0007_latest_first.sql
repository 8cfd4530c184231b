-- lists of one office by what changed last, without a look at all that it has
CREATE INDEX relation_shown_by_changed_at ON relation (office, changed_at, id) WHERE state = 'published' AND trashed = '';
