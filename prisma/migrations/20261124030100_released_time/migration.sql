-- A date of a series that its holder has given back, to be credited if somebody books the time.

CREATE TYPE "released_time_state" AS ENUM ('offered', 'taken_back', 'credited', 'lapsed');
ALTER TYPE "refund_reason" ADD VALUE 'released_time';

CREATE TABLE "released_time" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "released_time_state" NOT NULL DEFAULT 'offered',
    "released_by_id" UUID NOT NULL,
    "credit_ore" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "released_time_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "released_time_booking_id_idx" ON "released_time"("booking_id");
CREATE INDEX "released_time_occurrence_id_idx" ON "released_time"("occurrence_id");
CREATE INDEX "released_time_room_id_starts_at_idx" ON "released_time"("room_id", "starts_at");
CREATE INDEX "released_time_released_by_id_idx" ON "released_time"("released_by_id");
CREATE INDEX "released_time_state_ends_at_idx" ON "released_time"("state", "ends_at");
ALTER TABLE "released_time" ADD CONSTRAINT "released_time_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "released_time" ADD CONSTRAINT "released_time_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "released_time" ADD CONSTRAINT "released_time_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "released_time" ADD CONSTRAINT "released_time_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "released_time" ADD CONSTRAINT released_time_period CHECK (starts_at < ends_at);
ALTER TABLE "released_time" ADD CONSTRAINT released_time_credit CHECK ((state = 'credited') = (credit_ore IS NOT NULL AND credit_ore > 0));
-- A date is given back once until it is taken back or settled.
CREATE UNIQUE INDEX released_time_once ON released_time (occurrence_id) WHERE (state <> 'taken_back');
