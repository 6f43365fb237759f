-- A closure plan takes a room, a building or the whole house out of use, once or again and again. Each room and date of it is a
-- closure; what there was before is a plan of one.

CREATE TYPE closure_scope AS ENUM ('room', 'building', 'house');

CREATE TABLE closure_plan (
  id uuid PRIMARY KEY,
  scope closure_scope NOT NULL,
  room_id uuid REFERENCES room (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  building_id uuid REFERENCES building (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  from_date date NOT NULL,
  from_minute integer NOT NULL,
  end_minute integer NOT NULL,
  every_weeks integer,
  month_week integer,
  until_date date,
  request_key text NOT NULL,
  created_by_id uuid REFERENCES person (id) ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT closure_plan_scope CHECK ((scope = 'room') = (room_id IS NOT NULL) AND (scope = 'building') = (building_id IS NOT NULL)),
  CONSTRAINT closure_plan_minutes CHECK (from_minute >= 0 AND from_minute < 1440 AND end_minute > from_minute),
  CONSTRAINT closure_plan_rule CHECK (
    num_nonnulls(every_weeks, month_week) <= 1 AND (until_date IS NOT NULL) = (num_nonnulls(every_weeks, month_week) = 1)
    AND (every_weeks IS NULL OR every_weeks BETWEEN 1 AND 8) AND (month_week IS NULL OR month_week IN (1, 2, 3, 4, -1)))
);
CREATE UNIQUE INDEX closure_plan_request_key_key ON closure_plan (request_key);
CREATE INDEX closure_plan_room_id_idx ON closure_plan (room_id);
CREATE INDEX closure_plan_building_id_idx ON closure_plan (building_id);
CREATE INDEX closure_plan_created_by_id_idx ON closure_plan (created_by_id);

INSERT INTO closure_plan (id, scope, room_id, from_date, from_minute, end_minute, request_key, created_by_id, created_at)
SELECT id, 'room', room_id, (starts_at AT TIME ZONE 'Europe/Oslo')::date, extract(hour FROM starts_at AT TIME ZONE 'Europe/Oslo') * 60
    + extract(minute FROM starts_at AT TIME ZONE 'Europe/Oslo'),
  extract(epoch FROM (ends_at AT TIME ZONE 'Europe/Oslo') - date_trunc('day', starts_at AT TIME ZONE 'Europe/Oslo')) / 60,
  'closure:' || id, created_by_id, created_at
FROM closure;

ALTER TABLE closure ADD COLUMN plan_id uuid REFERENCES closure_plan (id) ON UPDATE CASCADE ON DELETE RESTRICT;
UPDATE closure SET plan_id = id;
ALTER TABLE closure ALTER COLUMN plan_id SET NOT NULL;
ALTER TABLE closure DROP COLUMN created_by_id;
CREATE UNIQUE INDEX closure_plan_id_room_id_starts_at_key ON closure (plan_id, room_id, starts_at);

-- Whoever gives a room back asks which closures stand over that time.
CREATE INDEX closure_standing_period ON closure USING gist (room_id, tstzrange(starts_at, ends_at, '[)')) WHERE (lifted_at IS NULL);
