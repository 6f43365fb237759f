-- Changes of many dates that are made, paid and given up together; and a date that could not be had, had after all.

ALTER TYPE "booking_change_kind" ADD VALUE 'retry';

ALTER TABLE "booking_change" ADD COLUMN "group_id" UUID;
UPDATE "booking_change" SET "group_id" = "id";
ALTER TABLE "booking_change" ALTER COLUMN "group_id" SET NOT NULL;
-- The first of a group gives it its name.
ALTER TABLE "booking_change" ADD CONSTRAINT "booking_change_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "booking_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "booking_change_group_id_idx" ON "booking_change"("group_id");
