-- The kinds of records: a table for each, with the columns of its declared fields, and one for each of its lists. A test
-- compares them with the declarations. What all offices share belongs to the reserved office.

-- places
CREATE TABLE place (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL CHECK (office = '00000000-0000-7000-8000-000000000000'),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	level TEXT NOT NULL,
	country TEXT NOT NULL,
	parent TEXT REFERENCES place (id),
	lat TEXT NOT NULL,
	lon TEXT NOT NULL,
	zone TEXT NOT NULL,
	local TEXT NOT NULL,
	website TEXT NOT NULL,
	wikidata TEXT NOT NULL,
	geonames TEXT NOT NULL,
	ags TEXT NOT NULL,
	nuts TEXT NOT NULL,
	about JSON NOT NULL,
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX place_by_name_key_de ON place (name_key_de, id) WHERE trashed = '';
CREATE INDEX place_by_name_key_en ON place (name_key_en, id) WHERE trashed = '';
CREATE INDEX place_by_changed_at ON place (changed_at, id) WHERE trashed = '';
CREATE TABLE place_aliases (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES place (id),
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	lang TEXT NOT NULL,
	historic BOOLEAN NOT NULL
);
CREATE INDEX place_aliases_parent ON place_aliases (parent, position);

-- offices
CREATE TABLE office (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL CHECK (office = '00000000-0000-7000-8000-000000000000'),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	city JSON NOT NULL,
	host TEXT NOT NULL,
	home TEXT REFERENCES place (id),
	zone TEXT NOT NULL,
	accent TEXT NOT NULL,
	address JSON NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	notice JSON NOT NULL,
	statement JSON NOT NULL,
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX office_by_name_key_de ON office (name_key_de, id) WHERE trashed = '';
CREATE INDEX office_by_name_key_en ON office (name_key_en, id) WHERE trashed = '';
CREATE INDEX office_by_changed_at ON office (changed_at, id) WHERE trashed = '';

-- themes
CREATE TABLE theme (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL CHECK (office = '00000000-0000-7000-8000-000000000000'),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	about JSON NOT NULL,
	parent TEXT REFERENCES theme (id),
	replaced_by TEXT REFERENCES theme (id),
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX theme_by_name_key_de ON theme (name_key_de, id) WHERE trashed = '';
CREATE INDEX theme_by_name_key_en ON theme (name_key_en, id) WHERE trashed = '';
CREATE INDEX theme_by_changed_at ON theme (changed_at, id) WHERE trashed = '';
CREATE TABLE theme_goals (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES theme (id),
	position INTEGER NOT NULL,
	number TEXT NOT NULL,
	target TEXT NOT NULL
);
CREATE INDEX theme_goals_parent ON theme_goals (parent, position);

-- organisations
CREATE TABLE organisation (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	short TEXT NOT NULL,
	form TEXT NOT NULL,
	parent TEXT REFERENCES organisation (id),
	place TEXT REFERENCES place (id),
	since TEXT NOT NULL,
	until TEXT NOT NULL,
	replaced_by TEXT REFERENCES organisation (id),
	summary JSON NOT NULL,
	about JSON NOT NULL,
	website TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	address TEXT NOT NULL,
	contact TEXT NOT NULL,
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX organisation_by_name_key_de ON organisation (name_key_de, id) WHERE trashed = '';
CREATE INDEX organisation_by_name_key_en ON organisation (name_key_en, id) WHERE trashed = '';
CREATE INDEX organisation_by_since ON organisation (since, id) WHERE trashed = '';
CREATE INDEX organisation_by_changed_at ON organisation (changed_at, id) WHERE trashed = '';

-- papers
CREATE TABLE paper (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	number TEXT NOT NULL,
	title JSON NOT NULL,
	body JSON NOT NULL,
	dated TEXT NOT NULL,
	decided TEXT NOT NULL,
	result TEXT NOT NULL,
	resolution JSON NOT NULL,
	task JSON NOT NULL,
	website TEXT NOT NULL,
	title_key_de TEXT NOT NULL,
	title_key_en TEXT NOT NULL
);
CREATE INDEX paper_by_number ON paper (number, id) WHERE trashed = '';
CREATE INDEX paper_by_title_key_de ON paper (title_key_de, id) WHERE trashed = '';
CREATE INDEX paper_by_title_key_en ON paper (title_key_en, id) WHERE trashed = '';
CREATE INDEX paper_by_dated ON paper (dated, id) WHERE trashed = '';
CREATE INDEX paper_by_changed_at ON paper (changed_at, id) WHERE trashed = '';

-- relations
CREATE TABLE relation (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	title JSON NOT NULL,
	summary JSON NOT NULL,
	about JSON NOT NULL,
	form TEXT NOT NULL,
	rgre_kind TEXT NOT NULL,
	rgre_inferred BOOLEAN NOT NULL,
	own_side TEXT NOT NULL,
	own_place TEXT REFERENCES place (id),
	own_unit TEXT REFERENCES organisation (id),
	since TEXT NOT NULL,
	since_note JSON NOT NULL,
	until TEXT NOT NULL,
	status TEXT NOT NULL,
	website TEXT NOT NULL,
	contact TEXT NOT NULL,
	notes JSON NOT NULL,
	title_key_de TEXT NOT NULL,
	title_key_en TEXT NOT NULL
);
CREATE INDEX relation_by_title_key_de ON relation (title_key_de, id) WHERE trashed = '';
CREATE INDEX relation_by_title_key_en ON relation (title_key_en, id) WHERE trashed = '';
CREATE INDEX relation_by_since ON relation (since, id) WHERE trashed = '';
CREATE INDEX relation_by_changed_at ON relation (changed_at, id) WHERE trashed = '';
CREATE INDEX relation_shown_by_title_key_de ON relation (office, title_key_de, id) WHERE state = 'published' AND trashed = '';
CREATE INDEX relation_shown_by_title_key_en ON relation (office, title_key_en, id) WHERE state = 'published' AND trashed = '';
CREATE INDEX relation_shown_by_since ON relation (office, since, id) WHERE state = 'published' AND trashed = '';
CREATE INDEX relation_by_since_known ON relation ((CASE WHEN since = '' THEN '~' ELSE since END), id) WHERE trashed = '';
CREATE INDEX relation_shown_by_since_known ON relation (office, (CASE WHEN since = '' THEN '~' ELSE since END), id) WHERE state = 'published' AND trashed = '';
CREATE INDEX relation_shown_by_form ON relation (office, form, own_side, since, id) WHERE state = 'published' AND trashed = '';
CREATE TABLE relation_sides (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES relation (id),
	position INTEGER NOT NULL,
	party_place TEXT REFERENCES place (id),
	party_organisation TEXT REFERENCES organisation (id),
	label JSON NOT NULL,
	since TEXT NOT NULL,
	until TEXT NOT NULL,
	status TEXT NOT NULL,
	document TEXT NOT NULL,
	CHECK ((party_place IS NULL) <> (party_organisation IS NULL))
);
CREATE INDEX relation_sides_parent ON relation_sides (parent, position);
CREATE INDEX relation_sides_party_place ON relation_sides (party_place, parent);
CREATE INDEX relation_sides_party_organisation ON relation_sides (party_organisation, parent);
CREATE TABLE relation_history (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES relation (id),
	position INTEGER NOT NULL,
	status TEXT NOT NULL,
	on_date TEXT NOT NULL,
	reason JSON NOT NULL,
	wording JSON NOT NULL,
	resolution TEXT REFERENCES paper (id)
);
CREATE INDEX relation_history_parent ON relation_history (parent, position);
CREATE INDEX relation_history_resolution ON relation_history (resolution, parent);
CREATE INDEX relation_history_on_date ON relation_history (on_date, parent);
CREATE TABLE relation_themes (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES relation (id),
	position INTEGER NOT NULL,
	theme TEXT NOT NULL REFERENCES theme (id),
	since TEXT NOT NULL,
	until TEXT NOT NULL
);
CREATE INDEX relation_themes_parent ON relation_themes (parent, position);
CREATE INDEX relation_themes_theme ON relation_themes (theme, parent);
CREATE TABLE relation_units (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES relation (id),
	position INTEGER NOT NULL,
	unit TEXT NOT NULL REFERENCES organisation (id),
	role TEXT NOT NULL
);
CREATE INDEX relation_units_parent ON relation_units (parent, position);
CREATE INDEX relation_units_unit ON relation_units (unit, parent);

-- agreements
CREATE TABLE agreement (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	relation TEXT NOT NULL REFERENCES relation (id),
	title JSON NOT NULL,
	form TEXT NOT NULL,
	summary JSON NOT NULL,
	signed TEXT NOT NULL,
	in_force TEXT NOT NULL,
	ends TEXT NOT NULL,
	notice_by TEXT NOT NULL,
	retention TEXT NOT NULL,
	place JSON NOT NULL,
	languages TEXT NOT NULL,
	prevails TEXT NOT NULL,
	paper TEXT REFERENCES paper (id),
	source TEXT NOT NULL,
	title_key_de TEXT NOT NULL,
	title_key_en TEXT NOT NULL
);
CREATE INDEX agreement_by_signed ON agreement (signed, id) WHERE trashed = '';
CREATE INDEX agreement_by_title_key_de ON agreement (title_key_de, id) WHERE trashed = '';
CREATE INDEX agreement_by_title_key_en ON agreement (title_key_en, id) WHERE trashed = '';
CREATE INDEX agreement_by_changed_at ON agreement (changed_at, id) WHERE trashed = '';
CREATE INDEX agreement_of_relation ON agreement (relation);
CREATE TABLE agreement_dates (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES agreement (id),
	position INTEGER NOT NULL,
	side TEXT NOT NULL,
	on_date TEXT NOT NULL,
	note JSON NOT NULL,
	source TEXT NOT NULL
);
CREATE INDEX agreement_dates_parent ON agreement_dates (parent, position);

-- networks
CREATE TABLE network (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL CHECK (office = '00000000-0000-7000-8000-000000000000'),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	short TEXT NOT NULL,
	form TEXT NOT NULL,
	summary JSON NOT NULL,
	about JSON NOT NULL,
	founded TEXT NOT NULL,
	secretariat TEXT REFERENCES organisation (id),
	website TEXT NOT NULL,
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX network_by_name_key_de ON network (name_key_de, id) WHERE trashed = '';
CREATE INDEX network_by_name_key_en ON network (name_key_en, id) WHERE trashed = '';
CREATE INDEX network_by_founded ON network (founded, id) WHERE trashed = '';
CREATE INDEX network_by_changed_at ON network (changed_at, id) WHERE trashed = '';
CREATE TABLE network_themes (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES network (id),
	position INTEGER NOT NULL,
	theme TEXT NOT NULL REFERENCES theme (id)
);
CREATE INDEX network_themes_parent ON network_themes (parent, position);
CREATE INDEX network_themes_theme ON network_themes (theme, parent);
CREATE TABLE network_members (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES network (id),
	position INTEGER NOT NULL,
	party_place TEXT REFERENCES place (id),
	party_organisation TEXT REFERENCES organisation (id),
	note JSON NOT NULL,
	source TEXT NOT NULL,
	CHECK ((party_place IS NULL) <> (party_organisation IS NULL))
);
CREATE INDEX network_members_parent ON network_members (parent, position);
CREATE INDEX network_members_party_place ON network_members (party_place, parent);
CREATE INDEX network_members_party_organisation ON network_members (party_organisation, parent);

-- memberships
CREATE TABLE membership (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	network TEXT NOT NULL REFERENCES network (id),
	summary JSON NOT NULL,
	since TEXT NOT NULL,
	until TEXT NOT NULL,
	notice_by TEXT NOT NULL,
	unit TEXT REFERENCES organisation (id),
	notes JSON NOT NULL
);
CREATE INDEX membership_by_since ON membership (since, id) WHERE trashed = '';
CREATE INDEX membership_by_changed_at ON membership (changed_at, id) WHERE trashed = '';
CREATE INDEX membership_of_network ON membership (network);
CREATE TABLE membership_roles (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES membership (id),
	position INTEGER NOT NULL,
	role TEXT NOT NULL,
	since TEXT NOT NULL,
	until TEXT NOT NULL,
	note JSON NOT NULL
);
CREATE INDEX membership_roles_parent ON membership_roles (parent, position);
CREATE TABLE membership_fees (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES membership (id),
	position INTEGER NOT NULL,
	year TEXT NOT NULL,
	amount TEXT NOT NULL,
	currency TEXT NOT NULL,
	note JSON NOT NULL
);
CREATE INDEX membership_fees_parent ON membership_fees (parent, position);
CREATE TABLE membership_benefits (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES membership (id),
	position INTEGER NOT NULL,
	on_date TEXT NOT NULL,
	text JSON NOT NULL,
	source TEXT NOT NULL
);
CREATE INDEX membership_benefits_parent ON membership_benefits (parent, position);

-- programmes
CREATE TABLE programme (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL CHECK (office = '00000000-0000-7000-8000-000000000000'),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	name JSON NOT NULL,
	funder JSON NOT NULL,
	starts TEXT NOT NULL,
	ends TEXT NOT NULL,
	summary JSON NOT NULL,
	website TEXT NOT NULL,
	name_key_de TEXT NOT NULL,
	name_key_en TEXT NOT NULL
);
CREATE INDEX programme_by_name_key_de ON programme (name_key_de, id) WHERE trashed = '';
CREATE INDEX programme_by_name_key_en ON programme (name_key_en, id) WHERE trashed = '';
CREATE INDEX programme_by_starts ON programme (starts, id) WHERE trashed = '';
CREATE INDEX programme_by_changed_at ON programme (changed_at, id) WHERE trashed = '';

-- projects
CREATE TABLE project (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	title JSON NOT NULL,
	acronym TEXT NOT NULL,
	form TEXT NOT NULL,
	summary JSON NOT NULL,
	about JSON NOT NULL,
	programme TEXT REFERENCES programme (id),
	call TEXT NOT NULL,
	status TEXT NOT NULL,
	starts TEXT NOT NULL,
	ends TEXT NOT NULL,
	website TEXT NOT NULL,
	notes JSON NOT NULL,
	title_key_de TEXT NOT NULL,
	title_key_en TEXT NOT NULL
);
CREATE INDEX project_by_title_key_de ON project (title_key_de, id) WHERE trashed = '';
CREATE INDEX project_by_title_key_en ON project (title_key_en, id) WHERE trashed = '';
CREATE INDEX project_by_starts ON project (starts, id) WHERE trashed = '';
CREATE INDEX project_by_changed_at ON project (changed_at, id) WHERE trashed = '';
CREATE TABLE project_relations (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	relation TEXT NOT NULL REFERENCES relation (id)
);
CREATE INDEX project_relations_parent ON project_relations (parent, position);
CREATE INDEX project_relations_relation ON project_relations (relation, parent);
CREATE TABLE project_partners (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	party_place TEXT REFERENCES place (id),
	party_organisation TEXT REFERENCES organisation (id),
	role TEXT NOT NULL,
	note JSON NOT NULL,
	CHECK ((party_place IS NULL) <> (party_organisation IS NULL))
);
CREATE INDEX project_partners_parent ON project_partners (parent, position);
CREATE INDEX project_partners_party_place ON project_partners (party_place, parent);
CREATE INDEX project_partners_party_organisation ON project_partners (party_organisation, parent);
CREATE TABLE project_units (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	unit TEXT NOT NULL REFERENCES organisation (id)
);
CREATE INDEX project_units_parent ON project_units (parent, position);
CREATE INDEX project_units_unit ON project_units (unit, parent);
CREATE TABLE project_themes (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	theme TEXT NOT NULL REFERENCES theme (id)
);
CREATE INDEX project_themes_parent ON project_themes (parent, position);
CREATE INDEX project_themes_theme ON project_themes (theme, parent);
CREATE TABLE project_budget (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	source JSON NOT NULL,
	amount TEXT NOT NULL,
	currency TEXT NOT NULL,
	share TEXT NOT NULL,
	own BOOLEAN NOT NULL,
	starts TEXT NOT NULL,
	ends TEXT NOT NULL,
	note JSON NOT NULL
);
CREATE INDEX project_budget_parent ON project_budget (parent, position);
CREATE TABLE project_indicators (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	label JSON NOT NULL,
	unit JSON NOT NULL,
	target TEXT NOT NULL,
	due TEXT NOT NULL,
	source TEXT NOT NULL
);
CREATE INDEX project_indicators_parent ON project_indicators (parent, position);
CREATE TABLE project_results (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	indicator TEXT NOT NULL,
	value TEXT NOT NULL,
	on_date TEXT NOT NULL,
	note JSON NOT NULL,
	source TEXT NOT NULL
);
CREATE INDEX project_results_parent ON project_results (parent, position);
CREATE TABLE project_sites (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES project (id),
	position INTEGER NOT NULL,
	name JSON NOT NULL,
	place TEXT REFERENCES place (id),
	lat TEXT NOT NULL,
	lon TEXT NOT NULL,
	note JSON NOT NULL
);
CREATE INDEX project_sites_parent ON project_sites (parent, position);
CREATE INDEX project_sites_place ON project_sites (place, parent);

-- links
CREATE TABLE link (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	subject TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	object TEXT NOT NULL,
	object_kind TEXT NOT NULL,
	role TEXT NOT NULL,
	since TEXT NOT NULL,
	until TEXT NOT NULL,
	note JSON NOT NULL,
	source TEXT NOT NULL,
	FOREIGN KEY (subject, subject_kind) REFERENCES record (id, kind),
	FOREIGN KEY (object, object_kind) REFERENCES record (id, kind)
);
CREATE INDEX link_by_since ON link (since, id) WHERE trashed = '';
CREATE INDEX link_by_changed_at ON link (changed_at, id) WHERE trashed = '';
CREATE INDEX link_of_subject ON link (subject);
CREATE INDEX link_of_object ON link (object);

-- facts
CREATE TABLE fact (
	id TEXT PRIMARY KEY REFERENCES record (id),
	version BIGINT NOT NULL,
	office TEXT NOT NULL REFERENCES office (id),
	state TEXT NOT NULL,
	slug JSON NOT NULL,
	confirmed_on TEXT NOT NULL,
	review_due TEXT NOT NULL,
	created_at TEXT NOT NULL,
	created_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	changed_by TEXT NOT NULL,
	trashed TEXT NOT NULL,
	subject TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	property TEXT NOT NULL,
	label JSON NOT NULL,
	number TEXT NOT NULL,
	day TEXT NOT NULL,
	text JSON NOT NULL,
	unit JSON NOT NULL,
	as_of TEXT NOT NULL,
	qualifier TEXT NOT NULL,
	side TEXT NOT NULL,
	preferred BOOLEAN NOT NULL,
	note JSON NOT NULL,
	FOREIGN KEY (subject, subject_kind) REFERENCES record (id, kind)
);
CREATE INDEX fact_by_property ON fact (property, id) WHERE trashed = '';
CREATE INDEX fact_by_as_of ON fact (as_of, id) WHERE trashed = '';
CREATE INDEX fact_by_changed_at ON fact (changed_at, id) WHERE trashed = '';
CREATE INDEX fact_of_subject ON fact (subject);
CREATE TABLE fact_sources (
	id TEXT PRIMARY KEY,
	parent TEXT NOT NULL REFERENCES fact (id),
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	url TEXT NOT NULL,
	read_on TEXT NOT NULL
);
CREATE INDEX fact_sources_parent ON fact_sources (parent, position);

-- the reserved office of the instance, which keeps what all offices share
INSERT INTO record (id, kind, office, state, trashed, title, slug) VALUES ('00000000-0000-7000-8000-000000000000', 'office', '00000000-0000-7000-8000-000000000000', 'archived', '',
	'{"de":"Gemeinsame Daten","en":"Shared data"}', '{}');
INSERT INTO office (id, version, office, state, slug, confirmed_on, review_due, created_at, created_by, changed_at, changed_by,
	trashed, name, city, host, home, zone, accent, address, email, phone, notice, statement, name_key_de, name_key_en)
	VALUES ('00000000-0000-7000-8000-000000000000', 1, '00000000-0000-7000-8000-000000000000', 'archived', '{}', '', '', '', '', '', '', '', '{"de":"Gemeinsame Daten","en":"Shared data"}', '{}', '', NULL,
	'', '', '{}', '', '', '{}', '{}', '', '');
