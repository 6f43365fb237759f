-- Projects: a title, and parts with names of their own.

-- A project's title is its purpose, and it has one.
ALTER TABLE booking ADD CONSTRAINT booking_project_title CHECK (kind <> 'project' OR purpose <> '');

ALTER TABLE occurrence ADD COLUMN part_name text NOT NULL DEFAULT '';
ALTER TABLE occurrence ADD CONSTRAINT occurrence_part_name CHECK (char_length(part_name) <= 40);
