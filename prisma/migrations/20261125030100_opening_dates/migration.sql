-- Other hours on a date may hold for a building too; each place has one beginning at a time of a date.
ALTER TABLE "opening_exception" ADD COLUMN "building_id" UUID;
ALTER TABLE "opening_exception" ADD CONSTRAINT "opening_exception_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "opening_exception" ADD CONSTRAINT "opening_exception_place" CHECK (num_nonnulls("room_id", "building_id") <= 1);
CREATE INDEX "opening_exception_building_id_idx" ON "opening_exception" ("building_id");
CREATE UNIQUE INDEX "opening_exception_one_beginning" ON "opening_exception" ("date", "room_id", "building_id", "from_minute") NULLS NOT DISTINCT;
