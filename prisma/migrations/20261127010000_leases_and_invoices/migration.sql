-- What the house lets by the month, and what it invoices: leases with their slots and rent, invoices with their lines, credit notes, payments.

CREATE TYPE "charge_kind" AS ENUM ('booking', 'rent', 'deposit', 'fee', 'adjustment');

CREATE TYPE "invoice_run_state" AS ENUM ('running', 'finished', 'stopped');

CREATE TYPE "invoice_state" AS ENUM ('issuing', 'open', 'partly_paid', 'paid', 'void', 'uncollectible', 'discarded');

CREATE TYPE "credit_note_state" AS ENUM ('issuing', 'issued', 'failed');

CREATE TYPE "incoming_payment_way" AS ENUM ('card', 'bank', 'other');

CREATE TYPE "lease_state" AS ENUM ('draft', 'offered', 'signed', 'running', 'notice_given', 'ended', 'withdrawn');

CREATE TYPE "lease_vat" AS ENUM ('exempt', 'voluntary');

CREATE TYPE "index_clause" AS ENUM ('none', 'housing', 'commercial');

CREATE TYPE "lease_party" AS ENUM ('tenant', 'landlord');

CREATE TYPE "rent_line_kind" AS ENUM ('rent', 'common_costs', 'electricity', 'internet', 'other');

ALTER TABLE "organisation" ADD COLUMN     "buyer_reference" TEXT,
ADD COLUMN     "customer_number" SERIAL NOT NULL,
ADD COLUMN     "invoice_email" TEXT,
ADD COLUMN     "payment_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "wants_ehf" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "room" ADD COLUMN     "lettable" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "claim" ADD COLUMN     "lease_slot_id" UUID;

ALTER TABLE "charge" ADD COLUMN     "invoice_from" DATE,
ADD COLUMN     "kind" "charge_kind" NOT NULL DEFAULT 'booking',
ADD COLUMN     "period_from" DATE,
ADD COLUMN     "period_to" DATE;

CREATE TABLE "invoice_run" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "state" "invoice_run_state" NOT NULL,
    "issued_on" DATE NOT NULL,
    "request_key" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "run_id" UUID,
    "organisation_id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "number" TEXT,
    "kid" TEXT,
    "state" "invoice_state" NOT NULL,
    "locale" TEXT NOT NULL,
    "seller" JSONB NOT NULL,
    "buyer" JSONB NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "delivered_from" DATE NOT NULL,
    "delivered_to" DATE NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_ore" INTEGER NOT NULL,
    "gross_ore" INTEGER NOT NULL,
    "paid_ore" INTEGER NOT NULL DEFAULT 0,
    "credited_ore" INTEGER NOT NULL DEFAULT 0,
    "disputed_at" TIMESTAMPTZ(3),
    "dispute_reason" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "stripe_invoice_id" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "file_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "charge_id" UUID,
    "description" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "vat_bp" INTEGER NOT NULL,
    "vat_category" TEXT NOT NULL,
    "vat_reason" TEXT,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credit_note" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "number" TEXT,
    "state" "credit_note_state" NOT NULL,
    "reason" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_ore" INTEGER NOT NULL,
    "gross_ore" INTEGER NOT NULL,
    "refund_ore" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "stripe_credit_note_id" TEXT,
    "failure" TEXT,
    "file_id" UUID,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credit_note_line" (
    "id" UUID NOT NULL,
    "credit_note_id" UUID NOT NULL,
    "invoice_line_id" UUID NOT NULL,
    "net_ore" INTEGER NOT NULL,

    CONSTRAINT "credit_note_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "incoming_payment" (
    "id" UUID NOT NULL,
    "way" "incoming_payment_way" NOT NULL,
    "source_key" TEXT NOT NULL,
    "organisation_id" UUID,
    "received_on" DATE NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "kid" TEXT,
    "payer_name" TEXT,
    "payer_account" TEXT,
    "message" TEXT,
    "returned_ore" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incoming_payment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "incoming_payment_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "lease" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "lease_state" NOT NULL,
    "purpose" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "notice_months" INTEGER NOT NULL,
    "notice_given_on" DATE,
    "notice_by" "lease_party",
    "option_months" INTEGER,
    "option_by" DATE,
    "vat" "lease_vat" NOT NULL,
    "taxable_use_declared_on" DATE,
    "included_minutes" INTEGER NOT NULL DEFAULT 0,
    "deposit_ore" INTEGER NOT NULL DEFAULT 0,
    "index_clause" "index_clause" NOT NULL,
    "index_base_month" DATE,
    "index_share_bp" INTEGER NOT NULL DEFAULT 10000,
    "index_floor" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "lease_slot" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "weekday" INTEGER,
    "from_minute" INTEGER,
    "to_minute" INTEGER,

    CONSTRAINT "lease_slot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rent_line" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "kind" "rent_line_kind" NOT NULL,
    "label_nb" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "monthly_net_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "indexed" BOOLEAN NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rent_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rent_month" (
    "id" UUID NOT NULL,
    "rent_line_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "charge_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rent_month_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "invoice_run_request_key_key" ON "invoice_run"("request_key");

CREATE INDEX "invoice_run_started_by_id_idx" ON "invoice_run"("started_by_id");

CREATE INDEX "invoice_run_month_idx" ON "invoice_run"("month");

CREATE UNIQUE INDEX "invoice_serial_key" ON "invoice"("serial");

CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

CREATE UNIQUE INDEX "invoice_kid_key" ON "invoice"("kid");

CREATE UNIQUE INDEX "invoice_stripe_invoice_id_key" ON "invoice"("stripe_invoice_id");

CREATE INDEX "invoice_run_id_idx" ON "invoice"("run_id");

CREATE INDEX "invoice_organisation_id_idx" ON "invoice"("organisation_id");

CREATE INDEX "invoice_state_due_on_idx" ON "invoice"("state", "due_on");

CREATE INDEX "invoice_file_id_idx" ON "invoice"("file_id");

CREATE UNIQUE INDEX "invoice_line_charge_id_key" ON "invoice_line"("charge_id");

CREATE UNIQUE INDEX "invoice_line_invoice_id_position_key" ON "invoice_line"("invoice_id", "position");

CREATE UNIQUE INDEX "credit_note_number_key" ON "credit_note"("number");

CREATE UNIQUE INDEX "credit_note_stripe_credit_note_id_key" ON "credit_note"("stripe_credit_note_id");

CREATE UNIQUE INDEX "credit_note_request_key_key" ON "credit_note"("request_key");

CREATE INDEX "credit_note_invoice_id_idx" ON "credit_note"("invoice_id");

CREATE INDEX "credit_note_file_id_idx" ON "credit_note"("file_id");

CREATE INDEX "credit_note_line_invoice_line_id_idx" ON "credit_note_line"("invoice_line_id");

CREATE UNIQUE INDEX "credit_note_line_credit_note_id_invoice_line_id_key" ON "credit_note_line"("credit_note_id", "invoice_line_id");

CREATE UNIQUE INDEX "incoming_payment_source_key_key" ON "incoming_payment"("source_key");

CREATE INDEX "incoming_payment_organisation_id_idx" ON "incoming_payment"("organisation_id");

CREATE INDEX "incoming_payment_received_on_idx" ON "incoming_payment"("received_on");

CREATE INDEX "allocation_incoming_payment_id_idx" ON "allocation"("incoming_payment_id");

CREATE INDEX "allocation_invoice_id_idx" ON "allocation"("invoice_id");

CREATE UNIQUE INDEX "lease_number_key" ON "lease"("number");

CREATE UNIQUE INDEX "lease_request_key_key" ON "lease"("request_key");

CREATE INDEX "lease_organisation_id_idx" ON "lease"("organisation_id");

CREATE INDEX "lease_state_idx" ON "lease"("state");

CREATE INDEX "lease_slot_lease_id_idx" ON "lease_slot"("lease_id");

CREATE INDEX "lease_slot_room_id_idx" ON "lease_slot"("room_id");

CREATE INDEX "rent_line_lease_id_idx" ON "rent_line"("lease_id");

CREATE INDEX "rent_line_origin_id_idx" ON "rent_line"("origin_id");

CREATE UNIQUE INDEX "rent_month_charge_id_key" ON "rent_month"("charge_id");

CREATE UNIQUE INDEX "rent_month_rent_line_id_month_key" ON "rent_month"("rent_line_id", "month");

CREATE UNIQUE INDEX "organisation_customer_number_key" ON "organisation"("customer_number");

CREATE INDEX "claim_lease_slot_id_idx" ON "claim"("lease_slot_id");

ALTER TABLE "claim" ADD CONSTRAINT "claim_lease_slot_id_fkey" FOREIGN KEY ("lease_slot_id") REFERENCES "lease_slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invoice_run" ADD CONSTRAINT "invoice_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invoice" ADD CONSTRAINT "invoice_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "invoice_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invoice" ADD CONSTRAINT "invoice_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "credit_note_line" ADD CONSTRAINT "credit_note_line_credit_note_id_fkey" FOREIGN KEY ("credit_note_id") REFERENCES "credit_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_note_line" ADD CONSTRAINT "credit_note_line_invoice_line_id_fkey" FOREIGN KEY ("invoice_line_id") REFERENCES "invoice_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "incoming_payment" ADD CONSTRAINT "incoming_payment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "allocation" ADD CONSTRAINT "allocation_incoming_payment_id_fkey" FOREIGN KEY ("incoming_payment_id") REFERENCES "incoming_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "allocation" ADD CONSTRAINT "allocation_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lease" ADD CONSTRAINT "lease_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lease_slot" ADD CONSTRAINT "lease_slot_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lease_slot" ADD CONSTRAINT "lease_slot_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rent_line" ADD CONSTRAINT "rent_line_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rent_line" ADD CONSTRAINT "rent_line_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "rent_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "rent_month" ADD CONSTRAINT "rent_month_rent_line_id_fkey" FOREIGN KEY ("rent_line_id") REFERENCES "rent_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rent_month" ADD CONSTRAINT "rent_month_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Numbers that people and banks read begin where they have their full length.
SELECT setval('organisation_customer_number_seq', 10000 + (SELECT count(*) FROM organisation) + 1, false);
UPDATE organisation SET customer_number = 10000 + numbered.position
    FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS position FROM organisation) AS numbered WHERE numbered.id = organisation.id;
ALTER SEQUENCE lease_number_seq RESTART WITH 1001;

ALTER TABLE claim DROP CONSTRAINT claim_one_owner;
ALTER TABLE claim ADD CONSTRAINT claim_one_owner CHECK (num_nonnulls(occurrence_id, closure_id, lease_slot_id) = 1);

ALTER TABLE stored_file DROP CONSTRAINT stored_file_mime;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_mime CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'application/xml', 'text/plain'));

ALTER TABLE organisation ADD CONSTRAINT organisation_payment_days CHECK (payment_days BETWEEN 1 AND 60);

ALTER TABLE charge ADD CONSTRAINT charge_period CHECK (num_nonnulls(period_from, period_to) IN (0, 2) AND period_to > period_from);
ALTER TABLE charge ADD CONSTRAINT charge_when CHECK (occurrence_id IS NOT NULL OR num_nonnulls(period_from, invoice_from) = 2);

CREATE UNIQUE INDEX invoice_run_one_running ON invoice_run ((true)) WHERE state = 'running';
ALTER TABLE invoice_run ADD CONSTRAINT invoice_run_month CHECK (extract(day FROM month) = 1);
ALTER TABLE invoice ADD CONSTRAINT invoice_sum CHECK (gross_ore = net_ore + vat_ore AND gross_ore > 0);
ALTER TABLE invoice ADD CONSTRAINT invoice_dates CHECK (due_on >= issued_on AND delivered_to > delivered_from);
ALTER TABLE invoice ADD CONSTRAINT invoice_numbered CHECK ((number IS NULL) = (state IN ('issuing', 'discarded')));
ALTER TABLE invoice ADD CONSTRAINT invoice_paid CHECK (paid_ore >= 0 AND credited_ore BETWEEN 0 AND gross_ore);
ALTER TABLE invoice ADD CONSTRAINT invoice_dispute CHECK (num_nonnulls(disputed_at, dispute_reason) IN (0, 2));
ALTER TABLE invoice_line ADD CONSTRAINT invoice_line_period CHECK (period_to > period_from);
ALTER TABLE credit_note ADD CONSTRAINT credit_note_sum CHECK (gross_ore = net_ore + vat_ore AND gross_ore > 0 AND refund_ore BETWEEN 0 AND gross_ore);
ALTER TABLE credit_note ADD CONSTRAINT credit_note_numbered CHECK ((number IS NOT NULL) = (state = 'issued'));
ALTER TABLE credit_note_line ADD CONSTRAINT credit_note_line_amount CHECK (net_ore > 0);
ALTER TABLE incoming_payment ADD CONSTRAINT incoming_payment_amount CHECK (amount_ore > 0 AND returned_ore BETWEEN 0 AND amount_ore);
ALTER TABLE allocation ADD CONSTRAINT allocation_amount CHECK (amount_ore <> 0);

ALTER TABLE lease ADD CONSTRAINT lease_period CHECK (ends_on > starts_on);
ALTER TABLE lease ADD CONSTRAINT lease_terms CHECK (notice_months BETWEEN 0 AND 24 AND included_minutes >= 0 AND deposit_ore >= 0 AND index_share_bp BETWEEN 1 AND 10000);
ALTER TABLE lease ADD CONSTRAINT lease_notice CHECK (num_nonnulls(notice_given_on, notice_by) IN (0, 2));
ALTER TABLE lease ADD CONSTRAINT lease_option CHECK (num_nonnulls(option_months, option_by) IN (0, 2) AND option_months > 0);
ALTER TABLE lease ADD CONSTRAINT lease_index_base CHECK (index_clause = 'none' OR index_base_month IS NOT NULL);
ALTER TABLE lease_slot ADD CONSTRAINT lease_slot_time CHECK (
    num_nonnulls(weekday, from_minute, to_minute) IN (0, 3)
    AND weekday BETWEEN 1 AND 7 AND from_minute BETWEEN 0 AND 1439 AND to_minute > from_minute AND to_minute <= from_minute + 1440
);
ALTER TABLE rent_line ADD CONSTRAINT rent_line_amount CHECK (monthly_net_ore >= 0);
ALTER TABLE rent_line ADD CONSTRAINT rent_line_period CHECK (valid_to > valid_from);
ALTER TABLE rent_month ADD CONSTRAINT rent_month_period CHECK (
    extract(day FROM month) = 1 AND period_from >= month AND period_to > period_from AND period_to <= (month + INTERVAL '1 month')
);
