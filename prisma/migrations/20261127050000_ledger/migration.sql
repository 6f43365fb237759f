-- The ledger: what happened with money, as vouchers of the chart of accounts. Nothing in it is changed or deleted.

CREATE TYPE "account_purpose" AS ENUM (
    'receivable', 'unplaced', 'bank', 'card', 'card_fee', 'deposit', 'output_vat',
    'booking', 'rent', 'fee', 'adjustment', 'reminder_fee', 'interest', 'loss'
);

CREATE TYPE "voucher_kind" AS ENUM (
    'invoice', 'credit_note', 'payment', 'payment_moved', 'payment_returned', 'card_sale', 'card_refund', 'payout', 'deposit', 'claim_costs', 'loss'
);

CREATE TYPE "vat_part" AS ENUM ('base', 'tax');

CREATE TABLE "account" (
    "number" TEXT NOT NULL,
    "name_nb" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("number"),
    CONSTRAINT "account_digits" CHECK (number ~ '^[1-8][0-9]{3,5}$')
);

CREATE TABLE "account_rule" (
    "id" UUID NOT NULL,
    "purpose" "account_purpose" NOT NULL,
    "vat_code" TEXT NOT NULL DEFAULT '',
    "account_number" TEXT NOT NULL,

    CONSTRAINT "account_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "voucher" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "voucher_kind" NOT NULL,
    "dated_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "organisation_id" UUID,
    "invoice_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "voucher_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account_number" TEXT NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "organisation_id" UUID,
    "vat_code" TEXT,
    "vat_bp" INTEGER,
    "vat_part" "vat_part",
    "text" TEXT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ledger_entry_amount" CHECK (amount_ore <> 0),
    CONSTRAINT "ledger_entry_vat" CHECK (num_nonnulls(vat_code, vat_bp, vat_part) IN (0, 3))
);

CREATE TABLE "closed_month" (
    "month" DATE NOT NULL,
    "closed_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "closed_month_pkey" PRIMARY KEY ("month"),
    CONSTRAINT "closed_month_first" CHECK (extract(day FROM month) = 1)
);

CREATE UNIQUE INDEX "account_rule_purpose_vat_code_key" ON "account_rule"("purpose", "vat_code");

CREATE INDEX "account_rule_account_number_idx" ON "account_rule"("account_number");

CREATE UNIQUE INDEX "voucher_number_key" ON "voucher"("number");

CREATE UNIQUE INDEX "voucher_key_key" ON "voucher"("key");

CREATE INDEX "voucher_dated_on_idx" ON "voucher"("dated_on");

CREATE INDEX "voucher_organisation_id_idx" ON "voucher"("organisation_id");

CREATE INDEX "voucher_invoice_id_idx" ON "voucher"("invoice_id");

CREATE UNIQUE INDEX "ledger_entry_voucher_id_position_key" ON "ledger_entry"("voucher_id", "position");

CREATE INDEX "ledger_entry_account_number_idx" ON "ledger_entry"("account_number");

CREATE INDEX "ledger_entry_organisation_id_idx" ON "ledger_entry"("organisation_id");

CREATE INDEX "closed_month_closed_by_id_idx" ON "closed_month"("closed_by_id");

ALTER TABLE "account_rule" ADD CONSTRAINT "account_rule_account_number_fkey" FOREIGN KEY ("account_number") REFERENCES "account"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "voucher" ADD CONSTRAINT "voucher_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher" ADD CONSTRAINT "voucher_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_voucher_id_fkey" FOREIGN KEY ("voucher_id") REFERENCES "voucher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_number_fkey" FOREIGN KEY ("account_number") REFERENCES "account"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "closed_month" ADD CONSTRAINT "closed_month_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A voucher is whole or not there: its entries add up to nothing.
CREATE FUNCTION voucher_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount_ore) FROM ledger_entry WHERE voucher_id = NEW.voucher_id) <> 0 THEN
    RAISE EXCEPTION 'voucher % violates constraint "voucher_balanced"', NEW.voucher_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_balanced', TABLE = 'ledger_entry';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER voucher_balanced AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION voucher_balanced();

CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % violates constraint "ledger_append_only"', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_append_only', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON voucher FOR EACH ROW EXECUTE FUNCTION ledger_append_only();

-- Whoever closes a month holds the lock alone; whoever books shares it. So nothing slips into a month while it is being closed.
CREATE FUNCTION voucher_in_open_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed_month'));
  IF EXISTS (SELECT 1 FROM closed_month WHERE month >= date_trunc('month', NEW.dated_on)::date) THEN
    RAISE EXCEPTION 'voucher % violates constraint "voucher_in_open_month"', NEW.key
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_in_open_month', TABLE = 'voucher';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER voucher_in_open_month BEFORE INSERT ON voucher FOR EACH ROW EXECUTE FUNCTION voucher_in_open_month();

-- The chart to begin with, after NS 4102. The house changes it at /admin/regnskap/kontoplan.
INSERT INTO account (number, name_nb, name_en) VALUES
    ('1500', 'Kundefordringer', 'Trade receivables'),
    ('1580', 'Kortsalg til oppgjør (Stripe)', 'Card sales to be paid out (Stripe)'),
    ('1920', 'Bank', 'Bank'),
    ('2700', 'Utgående mva., høy sats', 'Output VAT, standard rate'),
    ('2701', 'Utgående mva., middels sats', 'Output VAT, middle rate'),
    ('2702', 'Utgående mva., lav sats', 'Output VAT, low rate'),
    ('2980', 'Innbetalinger som ikke er plassert', 'Payments that are not matched'),
    ('2990', 'Depositum fra leietakere', 'Deposits from tenants'),
    ('3000', 'Salg, avgiftspliktig', 'Sales, taxable'),
    ('3100', 'Salg, avgiftsfritt', 'Sales, zero-rated'),
    ('3200', 'Salg utenfor avgiftsområdet', 'Sales outside the scope of VAT'),
    ('3600', 'Leieinntekter, fast eiendom', 'Rent of real property'),
    ('3610', 'Leieinntekter, avgiftspliktig', 'Rent of real property, taxable'),
    ('3900', 'Purregebyr', 'Reminder fees'),
    ('7770', 'Gebyr på kort og bank', 'Card and bank fees'),
    ('7830', 'Tap på fordringer', 'Losses on receivables'),
    ('8050', 'Renteinntekter', 'Interest received');

INSERT INTO account_rule (id, purpose, vat_code, account_number)
SELECT gen_random_uuid(), rule.purpose::account_purpose, rule.vat_code, rule.account_number
FROM (VALUES
    ('receivable', '', '1500'), ('unplaced', '', '2980'), ('bank', '', '1920'), ('card', '', '1580'), ('card_fee', '', '7770'),
    ('deposit', '', '2990'), ('output_vat', '', '2700'), ('output_vat', '31', '2701'), ('output_vat', '33', '2702'),
    ('booking', '', '3000'), ('booking', '5', '3100'), ('booking', '6', '3200'), ('booking', '7', '3200'),
    ('rent', '', '3600'), ('rent', '3', '3610'),
    ('fee', '', '3000'), ('fee', '5', '3100'), ('fee', '6', '3200'), ('fee', '7', '3200'),
    ('adjustment', '', '3000'), ('adjustment', '5', '3100'), ('adjustment', '6', '3200'), ('adjustment', '7', '3200'),
    ('reminder_fee', '', '3900'), ('interest', '', '8050'), ('loss', '', '7830')
) AS rule(purpose, vat_code, account_number);
