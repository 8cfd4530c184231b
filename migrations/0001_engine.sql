-- The tables of the engine, which know no kind of record. On PostgreSQL every TEXT sorts by its bytes, as on SQLite.

-- what this database is: its id, the mark of a demonstration
CREATE TABLE instance (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
);

-- the register of all records, with what other pages show of each
CREATE TABLE record (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	office TEXT NOT NULL,
	state TEXT NOT NULL,
	trashed TEXT NOT NULL,
	title JSON NOT NULL,
	slug JSON NOT NULL,
	joined TEXT REFERENCES record (id), -- the record of which this one is a part: seen only by those who see that too
	UNIQUE (id, kind)
);

-- readable addresses, those of today and those of before; once claimed they stay the record's
CREATE TABLE slug (
	kind TEXT NOT NULL,
	office TEXT NOT NULL,
	name TEXT NOT NULL,
	record TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (kind, office, name)
);
CREATE INDEX slug_record ON slug (record);

-- values of which no two records of a kind have the same
CREATE TABLE claim (
	kind TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	record TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (kind, field, value)
);

-- per office: the version of its public content, and the end of its audit chain; taken last before commit
CREATE TABLE office_head (
	office TEXT PRIMARY KEY,
	version BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	hash TEXT NOT NULL
);

-- the audit: a chain per office over commitments
CREATE TABLE audit (
	office TEXT NOT NULL,
	seq BIGINT NOT NULL,
	at TEXT NOT NULL,
	actor TEXT NOT NULL,
	role TEXT NOT NULL,
	request TEXT NOT NULL,
	reason TEXT NOT NULL,
	action TEXT NOT NULL,
	kind TEXT NOT NULL,
	record TEXT NOT NULL,
	version BIGINT NOT NULL,
	commitments TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (office, seq)
);
CREATE INDEX audit_record ON audit (record, version);

-- the values before and after: erasable without breaking the chain
CREATE TABLE audit_value (
	office TEXT NOT NULL,
	seq BIGINT NOT NULL,
	field_group TEXT NOT NULL,
	salt TEXT NOT NULL,
	deltas TEXT NOT NULL,
	PRIMARY KEY (office, seq, field_group),
	FOREIGN KEY (office, seq) REFERENCES audit (office, seq)
);

-- how far the audit of each office was found whole
CREATE TABLE audit_checked (
	office TEXT PRIMARY KEY,
	seq BIGINT NOT NULL
);

-- the outbox: what is to be done because of a change, written in the change's transaction
CREATE TABLE job (
	id TEXT PRIMARY KEY,
	topic TEXT NOT NULL,
	args TEXT NOT NULL,
	run_at TEXT NOT NULL,
	leased_until TEXT NOT NULL,
	lease TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	dead BOOLEAN NOT NULL,
	problem TEXT NOT NULL
);
CREATE INDEX job_due ON job (topic, run_at) WHERE NOT dead;

-- when each regular job ran last
CREATE TABLE job_round (
	name TEXT PRIMARY KEY,
	due TEXT NOT NULL
);

-- tokens of programs; only a hash is kept
CREATE TABLE token (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	office TEXT NOT NULL,
	prefix TEXT NOT NULL,
	hash TEXT NOT NULL UNIQUE,
	created_at TEXT NOT NULL,
	expires_at TEXT NOT NULL,
	revoked_at TEXT NOT NULL
);

-- the gazetteer: reference data, not records
CREATE TABLE gazetteer (
	geonames TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	ascii TEXT NOT NULL,
	name_de TEXT NOT NULL,
	name_en TEXT NOT NULL,
	country TEXT NOT NULL,
	admin TEXT NOT NULL,
	lat TEXT NOT NULL,
	lon TEXT NOT NULL,
	population TEXT NOT NULL,
	zone TEXT NOT NULL,
	alternates TEXT NOT NULL
);
