-- Deposits of leases: what came in beside invoices, what was kept and why, what went back.

CREATE TYPE "deposit_movement_kind" AS ENUM ('received', 'kept', 'returned');

CREATE TABLE "deposit_movement" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "kind" "deposit_movement_kind" NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "moved_on" DATE NOT NULL,
    "reason" TEXT,
    "made_by_id" UUID NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deposit_movement_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "deposit_movement_request_key_key" ON "deposit_movement"("request_key");

CREATE INDEX "deposit_movement_lease_id_idx" ON "deposit_movement"("lease_id");

CREATE INDEX "deposit_movement_made_by_id_idx" ON "deposit_movement"("made_by_id");

ALTER TABLE "deposit_movement" ADD CONSTRAINT "deposit_movement_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deposit_movement" ADD CONSTRAINT "deposit_movement_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE deposit_movement ADD CONSTRAINT deposit_movement_amount CHECK (amount_ore > 0);
ALTER TABLE deposit_movement ADD CONSTRAINT deposit_movement_reason CHECK (kind <> 'kept' OR reason IS NOT NULL);
