-- What the database refuses by itself, whatever the code believes. A test reads these back from pg_constraint and pg_index.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A room is used by one thing at a time. Periods are half-open, so back-to-back is fine.
ALTER TABLE claim ADD CONSTRAINT claim_no_overlap
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (active);
ALTER TABLE claim ADD CONSTRAINT claim_period CHECK (starts_at < ends_at);
ALTER TABLE claim ADD CONSTRAINT claim_one_owner CHECK (num_nonnulls(occurrence_id, closure_id) = 1);
-- The board reads what is taken between two instants, over all rooms.
CREATE INDEX claim_active_period ON claim USING gist (tstzrange(starts_at, ends_at, '[)')) WHERE (active);
-- The sweep reads holds past their deadline.
CREATE INDEX claim_hold_deadline ON claim (hold_expires_at) WHERE (active AND hold_expires_at IS NOT NULL);

ALTER TABLE occurrence ADD CONSTRAINT occurrence_period CHECK (starts_at < ends_at);
ALTER TABLE closure ADD CONSTRAINT closure_period CHECK (starts_at < ends_at);
ALTER TABLE equipment_use ADD CONSTRAINT equipment_use_period CHECK (starts_at < ends_at);
ALTER TABLE equipment_use ADD CONSTRAINT equipment_use_quantity CHECK (quantity > 0);
ALTER TABLE equipment_item ADD CONSTRAINT equipment_item_quantity CHECK (quantity >= 0);
ALTER TABLE access_grant ADD CONSTRAINT access_grant_period CHECK (opens_at < closes_at);

ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_minutes CHECK (from_minute >= 0 AND from_minute < 1440 AND to_minute > from_minute AND to_minute <= 2880);
ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_minutes CHECK (
  (from_minute IS NULL AND to_minute IS NULL)
  OR (from_minute >= 0 AND from_minute < 1440 AND to_minute > from_minute AND to_minute <= 2880));

ALTER TABLE rate ADD CONSTRAINT rate_band CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440);
ALTER TABLE rate ADD CONSTRAINT rate_price CHECK (net_per_hour_ore >= 0);
ALTER TABLE rate ADD CONSTRAINT rate_room_or_kind CHECK (num_nonnulls(room_id, room_kind) = 1);
ALTER TABLE support ADD CONSTRAINT support_share CHECK (share_bp BETWEEN 0 AND 10000);
ALTER TABLE room ADD CONSTRAINT room_minutes CHECK (
  setup_minutes >= 0 AND cleanup_minutes >= 0 AND min_minutes > 0 AND max_minutes >= min_minutes AND notice_minutes >= 0 AND horizon_days > 0);

ALTER TABLE customer_group_member ADD CONSTRAINT customer_group_member_one_subject CHECK (num_nonnulls(person_id, organisation_id) = 1);
ALTER TABLE charge ADD CONSTRAINT charge_one_payer CHECK (num_nonnulls(person_id, organisation_id) = 1);
ALTER TABLE charge ADD CONSTRAINT charge_sum CHECK (net_ore + vat_ore = gross_ore);

-- Every price is the sum of its parts.
ALTER TABLE quote_line ADD CONSTRAINT quote_line_sum CHECK (net_ore + vat_ore = gross_ore);
ALTER TABLE booking ADD CONSTRAINT booking_total CHECK (total_ore >= 0);
ALTER TABLE booking ADD CONSTRAINT booking_hold_has_deadline CHECK (state <> 'held' OR hold_expires_at IS NOT NULL);

-- One attempt to pay a booking at a time.
CREATE UNIQUE INDEX checkout_session_one_under_way ON checkout_session (booking_id) WHERE (state IN ('creating', 'open'));
ALTER TABLE checkout_session ADD CONSTRAINT checkout_session_amount CHECK (amount_ore > 0);
ALTER TABLE payment ADD CONSTRAINT payment_amount CHECK (amount_ore > 0);
ALTER TABLE refund ADD CONSTRAINT refund_amount CHECK (amount_ore > 0);
-- A payment is given back for one reason once; partial refunds of a later kind carry another reason.
CREATE UNIQUE INDEX refund_one_for_a_reason ON refund (payment_id, reason);

-- Names sort as Norwegians expect: æ, ø, å last.
ALTER TABLE person ALTER COLUMN name TYPE text COLLATE "nb-NO-x-icu";
ALTER TABLE organisation ALTER COLUMN name TYPE text COLLATE "nb-NO-x-icu";
ALTER TABLE room ALTER COLUMN name TYPE text COLLATE "nb-NO-x-icu";
