-- the parts of a record once more in its row, packed into one text, so that whole records are read with one statement.
-- '' says that they have to be read from their tables: a step that changes rows of parts sets it so again
ALTER TABLE place ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE relation ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE network ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE membership ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN parts TEXT NOT NULL DEFAULT '';
