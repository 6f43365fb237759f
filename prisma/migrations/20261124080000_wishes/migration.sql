-- What somebody would have booked, had the rules of the house allowed it.

CREATE TABLE "wish" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "code" TEXT NOT NULL,
    "total_ore" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "wish_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wish_period" CHECK (starts_at < ends_at),
    CONSTRAINT "wish_total" CHECK (total_ore >= 0)
);

CREATE INDEX "wish_room_id_starts_at_idx" ON "wish"("room_id", "starts_at");
CREATE INDEX "wish_organisation_id_idx" ON "wish"("organisation_id");
CREATE INDEX "wish_created_at_idx" ON "wish"("created_at");
-- Nobody wishes for the same thing twice.
CREATE UNIQUE INDEX "wish_once" ON "wish"("person_id", "room_id", "starts_at", "ends_at");
ALTER TABLE "wish" ADD CONSTRAINT "wish_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "wish" ADD CONSTRAINT "wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "wish" ADD CONSTRAINT "wish_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
