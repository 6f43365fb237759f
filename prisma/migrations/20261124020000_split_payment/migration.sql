-- A booking whose price several people pay, each a share by a link of its own.

CREATE TYPE "split_state" AS ENUM ('collecting', 'completed', 'called_off', 'lapsed');
CREATE TYPE "share_state" AS ENUM ('open', 'paid', 'covered');
ALTER TYPE "refund_reason" ADD VALUE 'split_ended';
ALTER TYPE "refund_reason" ADD VALUE 'share_paid_twice';

CREATE TABLE "payment_split" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "state" "split_state" NOT NULL DEFAULT 'collecting',
    "total_ore" INTEGER NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "payment_split_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_share" (
    "id" UUID NOT NULL,
    "split_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "amount_ore" INTEGER NOT NULL,
    "state" "share_state" NOT NULL DEFAULT 'open',
    "token_hash" TEXT NOT NULL,
    "payment_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'nb',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "payment_share_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "payment_split_booking_id_idx" ON "payment_split"("booking_id");
CREATE INDEX "payment_split_started_by_id_idx" ON "payment_split"("started_by_id");
CREATE INDEX "payment_split_state_remind_at_idx" ON "payment_split"("state", "remind_at");
CREATE UNIQUE INDEX "payment_share_token_hash_key" ON "payment_share"("token_hash");
CREATE UNIQUE INDEX "payment_share_split_id_position_key" ON "payment_share"("split_id", "position");
CREATE INDEX "payment_share_payment_id_idx" ON "payment_share"("payment_id");
ALTER TABLE "payment_split" ADD CONSTRAINT "payment_split_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_split" ADD CONSTRAINT "payment_split_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_share" ADD CONSTRAINT "payment_share_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "payment_split"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_share" ADD CONSTRAINT "payment_share_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A booking is shared out once at a time.
CREATE UNIQUE INDEX payment_split_one_collecting ON payment_split (booking_id) WHERE (state = 'collecting');
ALTER TABLE payment_split ADD CONSTRAINT payment_split_reminder CHECK (remind_at < deadline);
-- Stripe takes no payment below 3 kroner.
ALTER TABLE payment_share ADD CONSTRAINT payment_share_amount CHECK (amount_ore >= 300);
ALTER TABLE payment_share ADD CONSTRAINT payment_share_payment CHECK ((state = 'open') = (payment_id IS NULL));

-- The shares of a split are its total, to the øre, whenever a transaction ends.
CREATE FUNCTION payment_split_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_split UUID;
BEGIN
  IF TG_TABLE_NAME = 'payment_split' THEN of_split := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN of_split := OLD.split_id;
  ELSE of_split := NEW.split_id;
  END IF;
  IF (SELECT total_ore FROM payment_split WHERE id = of_split)
    IS DISTINCT FROM (SELECT sum(amount_ore)::int FROM payment_share WHERE split_id = of_split) THEN
    RAISE EXCEPTION 'shares of split % violate constraint "payment_split_sum"', of_split
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_split_sum', TABLE = 'payment_split';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER payment_split_sum AFTER INSERT OR UPDATE OF total_ore ON payment_split
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment_split_sum();
CREATE CONSTRAINT TRIGGER payment_share_sum AFTER INSERT OR DELETE OR UPDATE OF amount_ore, split_id ON payment_share
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment_split_sum();
