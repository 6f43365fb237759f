-- Door codes that are not given out again soon, and the news that a lock system must acknowledge.

ALTER TABLE access_grant ADD COLUMN building_id uuid, ADD COLUMN reserved_until timestamptz(3);
UPDATE access_grant g
SET building_id = r.building_id, reserved_until = g.closes_at + interval '2160 hours'
FROM occurrence o JOIN room r ON r.id = o.room_id
WHERE o.id = g.occurrence_id;
ALTER TABLE access_grant ALTER COLUMN building_id SET NOT NULL, ALTER COLUMN reserved_until SET NOT NULL;
ALTER TABLE access_grant ADD CONSTRAINT access_grant_building_id_fkey FOREIGN KEY (building_id) REFERENCES building (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX access_grant_building_id_idx ON access_grant (building_id);

-- Codes were drawn freely before. Nobody has seen a code that does not work yet, so later ones that clash are drawn again.
DO $$
BEGIN
  LOOP
    UPDATE access_grant later SET code = lpad(floor(random() * 1000000)::int::text, 6, '0')
    WHERE EXISTS (
      SELECT 1 FROM access_grant earlier
      WHERE earlier.building_id = later.building_id AND earlier.code = later.code AND (earlier.opens_at, earlier.id) < (later.opens_at, later.id)
        AND tstzrange(earlier.opens_at, earlier.reserved_until) && tstzrange(later.opens_at, later.reserved_until));
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;

-- 2160 hours are 90 days. A code that was taken back has been out all the same.
ALTER TABLE access_grant ADD CONSTRAINT access_grant_reserved CHECK (reserved_until >= closes_at + interval '2160 hours');
ALTER TABLE access_grant ADD CONSTRAINT access_grant_code_not_reused
  EXCLUDE USING gist (building_id WITH =, code WITH =, tstzrange(opens_at, reserved_until, '[)') WITH &&);

CREATE TYPE lock_delivery_kind AS ENUM ('granted', 'changed', 'revoked');
CREATE TYPE lock_delivery_state AS ENUM ('waiting', 'acknowledged', 'outdated');
CREATE TABLE lock_delivery (
  id uuid PRIMARY KEY,
  access_grant_id uuid NOT NULL REFERENCES access_grant (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number integer NOT NULL,
  kind lock_delivery_kind NOT NULL,
  opens_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  room_id uuid NOT NULL REFERENCES room (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  state lock_delivery_state NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  acknowledged_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT lock_delivery_period CHECK (opens_at < closes_at),
  CONSTRAINT lock_delivery_number CHECK (number > 0),
  CONSTRAINT lock_delivery_acknowledged CHECK ((state = 'acknowledged') = (acknowledged_at IS NOT NULL))
);
-- News of one access go out in this order.
CREATE UNIQUE INDEX lock_delivery_access_grant_id_number_key ON lock_delivery (access_grant_id, number);
CREATE INDEX lock_delivery_room_id_idx ON lock_delivery (room_id);
CREATE INDEX lock_delivery_state_idx ON lock_delivery (state);
