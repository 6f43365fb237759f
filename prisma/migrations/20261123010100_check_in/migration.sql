-- Somebody has come: once for each use of a room.
CREATE TYPE check_in_way AS ENUM ('signed_in', 'door_code', 'staff');
CREATE TABLE check_in (
  id uuid PRIMARY KEY,
  occurrence_id uuid NOT NULL REFERENCES occurrence (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  way check_in_way NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- The door code tells which booking, not who of the band.
  CONSTRAINT check_in_who CHECK ((way = 'door_code') = (person_id IS NULL))
);
CREATE UNIQUE INDEX check_in_occurrence_id_key ON check_in (occurrence_id);
CREATE INDEX check_in_person_id_idx ON check_in (person_id);
