-- People who wait for a room at a time that somebody else has.

CREATE TYPE "waitlist_state" AS ENUM ('waiting', 'offered', 'accepted', 'declined', 'expired', 'left', 'passed');

CREATE TABLE "waitlist_entry" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "people" INTEGER NOT NULL,
    "state" "waitlist_state" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "booking_id" UUID,
    "offered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "waitlist_entry_token_hash_key" ON "waitlist_entry"("token_hash");
CREATE UNIQUE INDEX "waitlist_entry_booking_id_key" ON "waitlist_entry"("booking_id");
CREATE INDEX "waitlist_entry_room_id_idx" ON "waitlist_entry"("room_id");
CREATE INDEX "waitlist_entry_person_id_idx" ON "waitlist_entry"("person_id");
CREATE INDEX "waitlist_entry_organisation_id_idx" ON "waitlist_entry"("organisation_id");
CREATE INDEX "waitlist_entry_state_created_at_idx" ON "waitlist_entry"("state", "created_at");
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "waitlist_entry" ADD CONSTRAINT waitlist_entry_period CHECK (starts_at < ends_at);
ALTER TABLE "waitlist_entry" ADD CONSTRAINT waitlist_entry_offer CHECK (state NOT IN ('offered', 'accepted', 'declined', 'expired') OR booking_id IS NOT NULL);
-- Nobody stands in the same line twice.
CREATE UNIQUE INDEX waitlist_entry_once_in_line ON waitlist_entry (room_id, starts_at, ends_at, person_id) WHERE (state IN ('waiting', 'offered'));
