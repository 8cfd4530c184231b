-- a result may be about so many, more than or less than it
ALTER TABLE project_results ADD COLUMN qualifier TEXT NOT NULL DEFAULT '';
