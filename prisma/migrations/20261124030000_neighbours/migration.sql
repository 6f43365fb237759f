-- How loud rooms and their uses are, and which rooms hear each other.

CREATE TYPE "sound_class" AS ENUM ('quiet', 'ordinary', 'loud');
CREATE TYPE "neighbour_effect" AS ENUM ('warn', 'refuse');

ALTER TABLE "room" ADD COLUMN "sound_class" "sound_class" NOT NULL DEFAULT 'ordinary';
ALTER TABLE "occurrence" ADD COLUMN "loudness" "sound_class";

CREATE TABLE "room_neighbour" (
    "room_id" UUID NOT NULL,
    "neighbour_id" UUID NOT NULL,
    "effect" "neighbour_effect" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "room_neighbour_pkey" PRIMARY KEY ("room_id", "neighbour_id")
);

CREATE INDEX "room_neighbour_neighbour_id_idx" ON "room_neighbour"("neighbour_id");
ALTER TABLE "room_neighbour" ADD CONSTRAINT "room_neighbour_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "room_neighbour" ADD CONSTRAINT "room_neighbour_neighbour_id_fkey" FOREIGN KEY ("neighbour_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A pair is one row whichever of the two is looked from, so that locking it is locking the pair.
ALTER TABLE "room_neighbour" ADD CONSTRAINT room_neighbour_ordered CHECK (room_id < neighbour_id);
