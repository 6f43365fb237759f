-- Series and projects: bookings of many occurrences that belong together, by a rule of dates or by a plan of several rooms.

CREATE TYPE booking_kind AS ENUM ('single', 'series', 'project');
ALTER TABLE booking ADD COLUMN kind booking_kind NOT NULL DEFAULT 'single';

-- The date of the rule that an occurrence stands for, also after it has been moved.
ALTER TABLE occurrence ADD COLUMN series_date date;
-- Frozen cancellation tiers of its own room; null when they are the booking's.
ALTER TABLE occurrence ADD COLUMN policy jsonb;

CREATE TABLE series (
  booking_id uuid PRIMARY KEY REFERENCES booking (id),
  weekdays integer[] NOT NULL,
  interval_weeks integer NOT NULL,
  starts_on date NOT NULL,
  until_date date,
  date_count integer,
  from_minute integer NOT NULL,
  to_minute integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT series_weekdays CHECK (cardinality(weekdays) BETWEEN 1 AND 7 AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  CONSTRAINT series_interval CHECK (interval_weeks BETWEEN 1 AND 12),
  -- It ends on a date or after a number, never both.
  CONSTRAINT series_one_end CHECK (num_nonnulls(until_date, date_count) = 1 AND until_date >= starts_on AND date_count BETWEEN 1 AND 500),
  -- Wall-clock minutes from midnight; an end beyond 1440 is the next day's.
  CONSTRAINT series_times CHECK (from_minute BETWEEN 0 AND 1439 AND to_minute > from_minute AND to_minute <= 2880)
);

CREATE TABLE series_room (
  booking_id uuid NOT NULL REFERENCES series (booking_id),
  room_id uuid NOT NULL REFERENCES room (id),
  position integer NOT NULL,
  PRIMARY KEY (booking_id, room_id)
);
CREATE INDEX series_room_room_id_idx ON series_room (room_id);

-- skipped: left out when it was booked · nonexistent_time: the clock skips it · cancelled: called off afterwards
CREATE TYPE series_exception_reason AS ENUM ('skipped', 'nonexistent_time', 'cancelled');
CREATE TABLE series_exception (
  booking_id uuid NOT NULL REFERENCES series (booking_id),
  room_id uuid NOT NULL REFERENCES room (id),
  date date NOT NULL,
  reason series_exception_reason NOT NULL,
  PRIMARY KEY (booking_id, room_id, date)
);
CREATE INDEX series_exception_room_id_idx ON series_exception (room_id);
