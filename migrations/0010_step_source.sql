-- a step of a relation's history says at which address it is stated
ALTER TABLE relation_history ADD COLUMN source TEXT NOT NULL DEFAULT '';
