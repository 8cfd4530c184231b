-- Who has a regular job: a process whose turn another has taken does not put it off or end it any more.
ALTER TABLE job_round ADD COLUMN lease TEXT NOT NULL DEFAULT '';
