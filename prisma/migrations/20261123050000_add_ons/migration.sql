-- What can be added to a booking: things, people by the hour, and cleaning; and time to rig before and after at a rate of its own.

CREATE TYPE "add_on_kind" AS ENUM ('equipment', 'staff', 'cleaning');
CREATE TYPE "rate_purpose" AS ENUM ('use', 'rig');

ALTER TABLE "equipment_item"
  ADD COLUMN "kind" "add_on_kind" NOT NULL DEFAULT 'equipment',
  ADD COLUMN "unit" "quantity_unit" NOT NULL DEFAULT 'piece',
  ADD COLUMN "min_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "notice_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "retired_at" TIMESTAMPTZ(3);
ALTER TABLE "equipment_item"
  ADD CONSTRAINT "equipment_item_price" CHECK (net_price_ore >= 0),
  ADD CONSTRAINT "equipment_item_minutes" CHECK (min_minutes >= 0 AND notice_minutes >= 0),
  -- People are counted by the hour, things and cleaning by the booking.
  ADD CONSTRAINT "equipment_item_unit" CHECK ((kind = 'staff') = (unit = 'hour'));

ALTER TABLE "room_equipment" ADD COLUMN "required_from_people" INTEGER;
ALTER TABLE "room_equipment" ADD CONSTRAINT "room_equipment_required" CHECK (required_from_people >= 1);

ALTER TABLE "rate" ADD COLUMN "purpose" "rate_purpose" NOT NULL DEFAULT 'use';
ALTER TABLE "support" ADD COLUMN "covers_rig" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "occurrence"
  ADD COLUMN "rig_before_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "rig_after_minutes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_rig" CHECK (rig_before_minutes >= 0 AND rig_after_minutes >= 0);
