-- Files in the database, handing a room over, and what is broken.

CREATE TABLE stored_file (
  id uuid PRIMARY KEY,
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  owner_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stored_file_size CHECK (size = octet_length(bytes) AND size BETWEEN 1 AND 5242880),
  CONSTRAINT stored_file_hash CHECK (sha256 = encode(sha256(bytes), 'hex')),
  CONSTRAINT stored_file_mime CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp'))
);
-- Pictures are compressed already.
ALTER TABLE stored_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX stored_file_owner_id_idx ON stored_file (owner_id);

CREATE TABLE handover_item (
  id uuid PRIMARY KEY,
  room_kind room_kind NOT NULL,
  position integer NOT NULL,
  text_nb text NOT NULL,
  text_en text NOT NULL,
  retired_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX handover_item_room_kind_idx ON handover_item (room_kind);

CREATE TYPE handover_moment AS ENUM ('arrival', 'departure');
CREATE TABLE handover_report (
  id uuid PRIMARY KEY,
  occurrence_id uuid NOT NULL REFERENCES occurrence (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  moment handover_moment NOT NULL,
  person_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  note text NOT NULL DEFAULT '',
  photo_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
-- A room is taken over once and left once in each use of it.
CREATE UNIQUE INDEX handover_report_occurrence_id_moment_key ON handover_report (occurrence_id, moment);
CREATE INDEX handover_report_person_id_idx ON handover_report (person_id);
CREATE UNIQUE INDEX handover_report_photo_id_key ON handover_report (photo_id);

CREATE TABLE handover_tick (
  report_id uuid NOT NULL REFERENCES handover_report (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  item_id uuid NOT NULL REFERENCES handover_item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  done boolean NOT NULL,
  PRIMARY KEY (report_id, item_id)
);
CREATE INDEX handover_tick_item_id_idx ON handover_tick (item_id);

CREATE TABLE damage_report (
  id uuid PRIMARY KEY,
  room_id uuid NOT NULL REFERENCES room (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  occurrence_id uuid REFERENCES occurrence (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  previous_occurrence_id uuid REFERENCES occurrence (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  description text NOT NULL,
  photo_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  request_key text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  resolved_at timestamptz(3),
  resolved_by_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  resolution text,
  -- Somebody without an account is known by their booking.
  CONSTRAINT damage_report_somebody CHECK (num_nonnulls(person_id, occurrence_id) > 0),
  CONSTRAINT damage_report_resolved CHECK (num_nonnulls(resolved_at, resolved_by_id, resolution) IN (0, 3))
);
CREATE UNIQUE INDEX damage_report_request_key_key ON damage_report (request_key);
CREATE UNIQUE INDEX damage_report_photo_id_key ON damage_report (photo_id);
CREATE INDEX damage_report_room_id_idx ON damage_report (room_id);
CREATE INDEX damage_report_occurrence_id_idx ON damage_report (occurrence_id);
CREATE INDEX damage_report_previous_occurrence_id_idx ON damage_report (previous_occurrence_id);
CREATE INDEX damage_report_person_id_idx ON damage_report (person_id);
CREATE INDEX damage_report_resolved_by_id_idx ON damage_report (resolved_by_id);
CREATE INDEX damage_report_created_at_idx ON damage_report (created_at);
