-- What was handed to the accounts, kept as it was.

CREATE TYPE "accounting_export_kind" AS ENUM ('gbat10', 'vouchers', 'customers');

CREATE TABLE "accounting_export" (
    "id" UUID NOT NULL,
    "kind" "accounting_export_kind" NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_by_id" UUID NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounting_export_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "accounting_export_period" CHECK (period_to > period_from)
);

CREATE UNIQUE INDEX "accounting_export_request_key_key" ON "accounting_export"("request_key");

CREATE INDEX "accounting_export_made_by_id_idx" ON "accounting_export"("made_by_id");

CREATE INDEX "accounting_export_created_at_idx" ON "accounting_export"("created_at");

ALTER TABLE "accounting_export" ADD CONSTRAINT "accounting_export_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
