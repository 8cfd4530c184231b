-- The search index: sets of document numbers by word, in ordinary tables. docs/search.md explains it. A generation is one
-- whole index; a rebuild writes the next one beside it. Words are bytes, so that both engines compare them alike.

-- which generation answers; the numbers below base are in the order of answers, next is the first that is free; which
-- analyser made the words; the generation that a rebuild is writing, or 0. Its row is locked by whoever writes.
CREATE TABLE search_state (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	gen BIGINT NOT NULL,
	base BIGINT NOT NULL,
	next BIGINT NOT NULL,
	analyser BIGINT NOT NULL,
	building BIGINT NOT NULL
);
INSERT INTO search_state (id, gen, base, next, analyser, building) VALUES (1, 0, 0, 0, 0, 0);

-- the documents, as they were indexed
CREATE TABLE search_doc (
	gen BIGINT NOT NULL,
	num BIGINT NOT NULL,
	kind TEXT NOT NULL,
	record TEXT NOT NULL,
	office TEXT NOT NULL,
	public BOOLEAN NOT NULL,
	sort BLOB NOT NULL,
	facets TEXT NOT NULL,
	fields TEXT NOT NULL,
	PRIMARY KEY (gen, num)
);
CREATE UNIQUE INDEX search_doc_record ON search_doc (gen, record, kind);

-- which documents have a word: in which class, for whom (0 all, 1 the staff), in blocks of 65,536 numbers
CREATE TABLE search_posting (
	gen BIGINT NOT NULL,
	class BIGINT NOT NULL,
	word BLOB NOT NULL,
	reach BIGINT NOT NULL,
	block BIGINT NOT NULL,
	docs BLOB NOT NULL,
	PRIMARY KEY (gen, class, word, reach, block)
) WITHOUT ROWID;

-- which words have a stem or a skeleton; a row depends on its word alone
CREATE TABLE search_form (
	gen BIGINT NOT NULL,
	form BLOB NOT NULL,
	word BLOB NOT NULL,
	PRIMARY KEY (gen, form, word)
) WITHOUT ROWID;

-- what changed while a rebuild is under way
CREATE TABLE search_noted (
	kind TEXT NOT NULL,
	record TEXT NOT NULL,
	PRIMARY KEY (kind, record)
);
