-- Whoever has booked time that the house closes is offered another time or the money: one letter for a booking and a plan, one offer
-- for each occurrence that is hit.

CREATE TYPE "closure_offer_state" AS ENUM ('open', 'unanswered', 'moved', 'refunded', 'kept', 'withdrawn');

-- What those who are hit by a plan may do, and for how long.
CREATE TABLE "closure_terms" (
  "plan_id" UUID NOT NULL,
  "answer_days" INTEGER NOT NULL,
  "may_keep" BOOLEAN NOT NULL,
  CONSTRAINT "closure_terms_pkey" PRIMARY KEY ("plan_id"),
  CONSTRAINT "closure_terms_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "closure_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT closure_terms_days CHECK (answer_days BETWEEN 1 AND 30)
);

CREATE TABLE "closure_letter" (
  "id" UUID NOT NULL,
  "plan_id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "mails" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "closure_letter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "closure_letter_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "closure_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "closure_letter_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "closure_letter_token_hash_key" ON "closure_letter"("token_hash");
CREATE UNIQUE INDEX "closure_letter_plan_id_booking_id_key" ON "closure_letter"("plan_id", "booking_id");
CREATE INDEX "closure_letter_booking_id_idx" ON "closure_letter"("booking_id");

CREATE TABLE "closure_offer" (
  "id" UUID NOT NULL,
  "letter_id" UUID NOT NULL,
  "occurrence_id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "state" "closure_offer_state" NOT NULL,
  "answer_by" TIMESTAMPTZ(3) NOT NULL,
  "settle_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "answered_by_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "closure_offer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "closure_offer_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "closure_letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "closure_offer_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "closure_offer_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "closure_offer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  -- Nobody is asked for an answer after the start, and the house settles what was not answered before it.
  CONSTRAINT closure_offer_times CHECK (created_at < answer_by AND answer_by <= settle_at AND settle_at < starts_at AND starts_at < ends_at),
  CONSTRAINT closure_offer_answered CHECK ((state IN ('open', 'unanswered')) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX "closure_offer_letter_id_occurrence_id_key" ON "closure_offer"("letter_id", "occurrence_id");
CREATE INDEX "closure_offer_occurrence_id_idx" ON "closure_offer"("occurrence_id");
CREATE INDEX "closure_offer_room_id_idx" ON "closure_offer"("room_id");
CREATE INDEX "closure_offer_answered_by_id_idx" ON "closure_offer"("answered_by_id");
-- The clock reads what is not answered in time.
CREATE INDEX "closure_offer_state_answer_by_idx" ON "closure_offer"("state", "answer_by");
-- However many closures lie over an occurrence, it is asked about once at a time.
CREATE UNIQUE INDEX closure_offer_one_waiting ON closure_offer (occurrence_id) WHERE (state IN ('open', 'unanswered'));
