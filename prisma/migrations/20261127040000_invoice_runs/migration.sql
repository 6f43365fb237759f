-- A run remembers whom it left out and why; Stripe's customer of each organisation is made once.

ALTER TABLE "invoice_run" ADD COLUMN "prepared_at" TIMESTAMPTZ(3),
ADD COLUMN "left_out" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "stripe_customer" (
    "organisation_id" UUID NOT NULL,
    "stripe_customer_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_customer_pkey" PRIMARY KEY ("organisation_id")
);

CREATE UNIQUE INDEX "stripe_customer_stripe_customer_id_key" ON "stripe_customer"("stripe_customer_id");

ALTER TABLE "stripe_customer" ADD CONSTRAINT "stripe_customer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE invoice_run ADD CONSTRAINT invoice_run_ended CHECK ((state = 'running') = (finished_at IS NULL));
