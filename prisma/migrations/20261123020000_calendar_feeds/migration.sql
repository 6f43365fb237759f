-- Calendar feeds: what a calendar program subscribes to. The address itself is not stored, only its hash.

CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL ON UPDATE CASCADE,
  room_id uuid REFERENCES room (id) ON DELETE SET NULL ON UPDATE CASCADE,
  token_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  revoked_at timestamptz(3),
  last_read_at timestamptz(3),
  content_hash text,
  content_changed_at timestamptz(3),
  CONSTRAINT calendar_feed_one_subject CHECK (num_nonnulls(organisation_id, room_id) <= 1),
  CONSTRAINT calendar_feed_content CHECK (num_nonnulls(content_hash, content_changed_at) IN (0, 2))
);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed (token_hash);
-- One address at a time for each calendar of a person: asking twice makes one.
CREATE UNIQUE INDEX calendar_feed_one_in_use ON calendar_feed (person_id, organisation_id, room_id) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);
CREATE INDEX calendar_feed_person_id_idx ON calendar_feed (person_id);
CREATE INDEX calendar_feed_organisation_id_idx ON calendar_feed (organisation_id);
CREATE INDEX calendar_feed_room_id_idx ON calendar_feed (room_id);
