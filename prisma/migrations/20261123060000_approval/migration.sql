-- Rooms whose bookings the house answers, the requests for them, and cards that are reserved meanwhile.

ALTER TYPE booking_state ADD VALUE 'requested';
ALTER TYPE booking_state ADD VALUE 'declined';
ALTER TYPE booking_state ADD VALUE 'lapsed';
ALTER TYPE occurrence_state ADD VALUE 'requested';
ALTER TYPE occurrence_state ADD VALUE 'declined';
ALTER TYPE occurrence_state ADD VALUE 'lapsed';

ALTER TABLE room
  ADD COLUMN requires_approval boolean NOT NULL DEFAULT false,
  ADD COLUMN approval_hours integer NOT NULL DEFAULT 72,
  ADD COLUMN approval_questions_nb text[] NOT NULL DEFAULT '{}',
  ADD COLUMN approval_questions_en text[] NOT NULL DEFAULT '{}';
-- A reserved card is let go by its bank after a week, and accepting conditions takes time as well.
ALTER TABLE room ADD CONSTRAINT room_approval_hours CHECK (approval_hours BETWEEN 1 AND 96);
ALTER TABLE room ADD CONSTRAINT room_approval_questions CHECK (cardinality(approval_questions_nb) = cardinality(approval_questions_en));

CREATE TYPE approval_state AS ENUM ('pending', 'conditions', 'approved', 'declined', 'lapsed', 'withdrawn');
CREATE TABLE approval (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  state approval_state NOT NULL DEFAULT 'pending',
  version integer NOT NULL DEFAULT 0,
  hours integer NOT NULL,
  requested_at timestamptz(3),
  decide_by timestamptz(3),
  decided_at timestamptz(3),
  decided_by_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason_code text,
  reason text NOT NULL DEFAULT '',
  conditions text,
  accept_by timestamptz(3),
  accepted_at timestamptz(3),
  accepted_by_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT approval_hours CHECK (hours > 0),
  -- Whoever is waited for has a deadline.
  CONSTRAINT approval_deadline CHECK ((requested_at IS NULL) = (decide_by IS NULL)),
  -- A decision has somebody who made it, and a refusal a reason.
  CONSTRAINT approval_decided CHECK (state NOT IN ('conditions', 'approved', 'declined') OR (decided_at IS NOT NULL AND decided_by_id IS NOT NULL)),
  CONSTRAINT approval_declined_reason CHECK (state <> 'declined' OR reason_code IS NOT NULL),
  CONSTRAINT approval_conditions CHECK (state <> 'conditions' OR (conditions IS NOT NULL AND accept_by IS NOT NULL)),
  -- Conditions bind nobody before they were accepted.
  CONSTRAINT approval_accepted CHECK (state <> 'approved' OR conditions IS NULL OR (accepted_at IS NOT NULL AND accepted_by_id IS NOT NULL))
);
CREATE UNIQUE INDEX approval_booking_id_key ON approval (booking_id);
CREATE INDEX approval_decided_by_id_idx ON approval (decided_by_id);
CREATE INDEX approval_accepted_by_id_idx ON approval (accepted_by_id);
CREATE INDEX approval_state_idx ON approval (state, decide_by);

CREATE TABLE request_message (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  author_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  by_house boolean NOT NULL,
  body text NOT NULL,
  request_key text NOT NULL,
  read_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT request_message_body CHECK (body <> '')
);
CREATE UNIQUE INDEX request_message_request_key_key ON request_message (request_key);
CREATE INDEX request_message_booking_id_idx ON request_message (booking_id, created_at);
CREATE INDEX request_message_author_id_idx ON request_message (author_id);
CREATE INDEX request_message_unread ON request_message (created_at) WHERE (read_at IS NULL);

CREATE TYPE authorisation_state AS ENUM ('authorised', 'capturing', 'captured', 'releasing', 'released', 'lost');
CREATE TABLE authorisation (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  checkout_session_id uuid NOT NULL REFERENCES checkout_session (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  stripe_payment_intent_id text NOT NULL,
  amount_ore integer NOT NULL,
  state authorisation_state NOT NULL,
  capture_before timestamptz(3) NOT NULL,
  attempt integer NOT NULL DEFAULT 1,
  idempotency_key text NOT NULL,
  failure_reason text,
  stripe_invoice_id text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT authorisation_amount CHECK (amount_ore > 0)
);
CREATE UNIQUE INDEX authorisation_stripe_payment_intent_id_key ON authorisation (stripe_payment_intent_id);
CREATE UNIQUE INDEX authorisation_idempotency_key_key ON authorisation (idempotency_key);
-- A booking is captured from one card at most.
CREATE UNIQUE INDEX authorisation_one_kept ON authorisation (booking_id) WHERE (state IN ('authorised', 'capturing', 'captured'));
CREATE INDEX authorisation_booking_id_idx ON authorisation (booking_id);
CREATE INDEX authorisation_checkout_session_id_idx ON authorisation (checkout_session_id);
CREATE INDEX authorisation_state_idx ON authorisation (state, updated_at);
