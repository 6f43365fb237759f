-- Files from the bank, kept as they came, and money that was paid back.

CREATE TYPE "bank_file_state" AS ENUM ('read', 'imported');

CREATE TABLE "bank_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "state" "bank_file_state" NOT NULL DEFAULT 'read',
    "uploaded_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bank_file_imported" CHECK ((imported_at IS NOT NULL) = (state = 'imported'))
);

CREATE TABLE "payment_return" (
    "id" UUID NOT NULL,
    "incoming_payment_id" UUID NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "returned_on" DATE NOT NULL,
    "reference" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_return_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "payment_return_amount" CHECK (amount_ore > 0)
);

ALTER TABLE "incoming_payment" ADD COLUMN "bank_file_id" UUID;

CREATE UNIQUE INDEX "bank_file_sha256_key" ON "bank_file"("sha256");

CREATE INDEX "bank_file_uploaded_by_id_idx" ON "bank_file"("uploaded_by_id");

CREATE UNIQUE INDEX "payment_return_request_key_key" ON "payment_return"("request_key");

CREATE INDEX "payment_return_incoming_payment_id_idx" ON "payment_return"("incoming_payment_id");

CREATE INDEX "incoming_payment_bank_file_id_idx" ON "incoming_payment"("bank_file_id");

ALTER TABLE "bank_file" ADD CONSTRAINT "bank_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_return" ADD CONSTRAINT "payment_return_incoming_payment_id_fkey" FOREIGN KEY ("incoming_payment_id") REFERENCES "incoming_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "incoming_payment" ADD CONSTRAINT "incoming_payment_bank_file_id_fkey" FOREIGN KEY ("bank_file_id") REFERENCES "bank_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
