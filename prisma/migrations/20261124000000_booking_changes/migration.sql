-- An occurrence that was agreed can be moved, shortened or lengthened; only the difference is settled, and each change is kept.

ALTER TYPE "quote_line_kind" ADD VALUE 'retained';
ALTER TYPE "refund_reason" ADD VALUE 'changed';

CREATE TYPE "booking_change_kind" AS ENUM ('move', 'shorten', 'extend', 'overrun', 'undo');
CREATE TYPE "booking_change_state" AS ENUM ('awaiting_payment', 'applied', 'released');

CREATE TABLE "booking_change" (
  "id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "occurrence_id" UUID NOT NULL,
  "made_by_id" UUID NOT NULL,
  "request_key" TEXT NOT NULL,
  "kind" "booking_change_kind" NOT NULL,
  "state" "booking_change_state" NOT NULL,
  "before" JSONB NOT NULL,
  "after" JSONB NOT NULL,
  "due_ore" INTEGER NOT NULL,
  "back_ore" INTEGER NOT NULL,
  "last_position" INTEGER NOT NULL,
  "undoes_id" UUID,
  "hold_expires_at" TIMESTAMPTZ(3),
  "applied_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "booking_change_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "booking_change_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "booking_change_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "booking_change_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "booking_change_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "booking_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT booking_change_amounts CHECK (due_ore >= 0 AND back_ore >= 0),
  CONSTRAINT booking_change_applied_at CHECK ((state = 'applied') = (applied_at IS NOT NULL)),
  CONSTRAINT booking_change_undo CHECK ((kind = 'undo') = (undoes_id IS NOT NULL))
);
CREATE UNIQUE INDEX "booking_change_request_key_key" ON "booking_change"("request_key");
CREATE INDEX "booking_change_booking_id_idx" ON "booking_change"("booking_id");
CREATE INDEX "booking_change_occurrence_id_idx" ON "booking_change"("occurrence_id");
CREATE INDEX "booking_change_made_by_id_idx" ON "booking_change"("made_by_id");
CREATE INDEX "booking_change_undoes_id_idx" ON "booking_change"("undoes_id");
-- The sweep reads changes that were not paid in time.
CREATE INDEX "booking_change_state_hold_expires_at_idx" ON "booking_change"("state", "hold_expires_at");
-- One change of where an occurrence is waits for its payment at a time; a change is taken back once.
CREATE UNIQUE INDEX booking_change_one_waiting ON booking_change (occurrence_id) WHERE (state = 'awaiting_payment' AND kind <> 'overrun');
CREATE UNIQUE INDEX booking_change_undone_once ON booking_change (undoes_id) WHERE (state <> 'released');

-- Lines of a price are never changed: a change replaces them, and those without it are in force.
ALTER TABLE "quote_line" ADD COLUMN "change_id" UUID, ADD COLUMN "replaced_by_id" UUID;
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "booking_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "booking_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "quote_line_change_id_idx" ON "quote_line"("change_id");
CREATE INDEX "quote_line_replaced_by_id_idx" ON "quote_line"("replaced_by_id");

-- Equipment that is kept for a change until it is paid.
ALTER TABLE "equipment_use" ADD COLUMN "change_id" UUID;
ALTER TABLE "equipment_use" ADD CONSTRAINT "equipment_use_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "booking_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "equipment_use_change_id_idx" ON "equipment_use"("change_id");
