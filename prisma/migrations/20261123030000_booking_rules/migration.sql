-- The rules of the house, published as dated sets. What nobody has published is the one draft.

CREATE TABLE rule_set (
  id uuid PRIMARY KEY,
  published_at timestamptz(3),
  valid_from timestamptz(3),
  published_by_id uuid REFERENCES person (id),
  updated_by_id uuid REFERENCES person (id),
  note text NOT NULL DEFAULT '',
  peak_weekdays integer[] NOT NULL DEFAULT '{}',
  peak_from_minute integer NOT NULL DEFAULT 0,
  peak_to_minute integer NOT NULL DEFAULT 1440,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT rule_set_published_is_dated CHECK ((published_at IS NULL) = (valid_from IS NULL)),
  CONSTRAINT rule_set_not_in_the_past CHECK (valid_from >= published_at),
  CONSTRAINT rule_set_peak CHECK (
    peak_from_minute >= 0 AND peak_from_minute < peak_to_minute AND peak_to_minute <= 1440
    AND peak_weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])
);
-- One set begins at a moment, and one draft is worked on at a time.
CREATE UNIQUE INDEX rule_set_valid_from_key ON rule_set (valid_from);
CREATE UNIQUE INDEX rule_set_one_draft ON rule_set ((published_at IS NULL)) WHERE (published_at IS NULL);
CREATE INDEX rule_set_published_by_id_idx ON rule_set (published_by_id);
CREATE INDEX rule_set_updated_by_id_idx ON rule_set (updated_by_id);

CREATE TABLE booking_rule (
  id uuid PRIMARY KEY,
  rule_set_id uuid NOT NULL REFERENCES rule_set (id),
  room_id uuid REFERENCES room (id),
  room_kind room_kind,
  "group" customer_group,
  may_book boolean,
  min_minutes integer,
  max_minutes integer,
  notice_minutes integer,
  horizon_days integer,
  quota_minutes_week integer,
  quota_bookings_week integer,
  quota_minutes_month integer,
  quota_bookings_month integer,
  peak_quota_minutes_week integer,
  without_quota boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT booking_rule_room_or_kind CHECK (num_nonnulls(room_id, room_kind) <= 1),
  CONSTRAINT booking_rule_says_something CHECK (without_quota OR num_nonnulls(may_book, min_minutes, max_minutes, notice_minutes, horizon_days,
    quota_minutes_week, quota_bookings_week, quota_minutes_month, quota_bookings_month, peak_quota_minutes_week) > 0),
  CONSTRAINT booking_rule_quota_or_none CHECK (NOT without_quota OR num_nonnulls(quota_minutes_week, quota_bookings_week, quota_minutes_month,
    quota_bookings_month, peak_quota_minutes_week) = 0),
  -- Half hours, as rooms are booked; a booking is never longer than a day.
  CONSTRAINT booking_rule_lengths CHECK (
    min_minutes BETWEEN 30 AND 1440 AND min_minutes % 30 = 0 AND max_minutes BETWEEN 30 AND 1440 AND max_minutes % 30 = 0
    AND min_minutes <= max_minutes),
  CONSTRAINT booking_rule_times CHECK (notice_minutes BETWEEN 0 AND 129600 AND horizon_days BETWEEN 1 AND 730),
  CONSTRAINT booking_rule_quotas CHECK (
    quota_minutes_week >= 0 AND quota_bookings_week >= 0 AND quota_minutes_month >= 0 AND quota_bookings_month >= 0
    AND peak_quota_minutes_week >= 0)
);
-- One rule for a place and a group: what it says stands in one place.
CREATE UNIQUE INDEX booking_rule_one_for_a_scope ON booking_rule (rule_set_id, room_id, room_kind, "group") NULLS NOT DISTINCT;
CREATE INDEX booking_rule_room_id_idx ON booking_rule (room_id);
