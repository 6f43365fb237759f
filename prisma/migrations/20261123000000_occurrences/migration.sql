-- A booking has many occurrences, each with its own lines of the price; a booking may be paid in several payments, and given back from them.

CREATE TYPE "occurrence_state" AS ENUM ('held', 'confirmed', 'completed', 'no_show', 'cancelled', 'released', 'refused');
ALTER TABLE "occurrence" ALTER COLUMN "state" TYPE "occurrence_state" USING "state"::text::"occurrence_state";
ALTER TABLE "occurrence" ADD COLUMN "refusal" JSONB;

ALTER TABLE "quote_line" ADD COLUMN "occurrence_id" UUID;
UPDATE "quote_line" l SET "occurrence_id" = (SELECT o."id" FROM "occurrence" o WHERE o."booking_id" = l."booking_id" ORDER BY o."starts_at" LIMIT 1);
ALTER TABLE "quote_line" ALTER COLUMN "occurrence_id" SET NOT NULL;
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "quote_line_occurrence_id_idx" ON "quote_line"("occurrence_id");

ALTER TABLE "checkout_session" ADD COLUMN "subject" TEXT NOT NULL DEFAULT 'booking', ADD COLUMN "lines" JSONB NOT NULL DEFAULT '[]';
-- Until now a line that was sold had the name of the quote line it came from.
UPDATE "checkout_session" s SET "lines" = coalesce((
  SELECT jsonb_agg(jsonb_build_object('position', l."position", 'label', item->'price_data'->'product_data'->>'name',
    'grossOre', (item->'price_data'->>'unit_amount')::int, 'vatBp', l."vat_bp", 'covers', jsonb_build_array(l."position")) ORDER BY l."position")
  FROM jsonb_array_elements(s."params"->'line_items') WITH ORDINALITY AS i (item, number)
  JOIN (SELECT q.*, row_number() OVER (PARTITION BY q."booking_id" ORDER BY q."position") AS number
        FROM "quote_line" q WHERE q."kind" <> 'support' AND q."gross_ore" <> 0) l
    ON l."booking_id" = s."booking_id" AND l.number = i.number), '[]');
DROP INDEX checkout_session_one_under_way;
CREATE UNIQUE INDEX checkout_session_one_under_way ON checkout_session (booking_id, subject) WHERE (state IN ('creating', 'open'));

ALTER TABLE "refund" ADD COLUMN "source_key" TEXT;
UPDATE "refund" SET "source_key" = "reason"::text;
ALTER TABLE "refund" ALTER COLUMN "source_key" SET NOT NULL;
-- From a payment something goes back for one thing once.
DROP INDEX refund_one_for_a_reason;
CREATE UNIQUE INDEX refund_one_for_a_source ON refund (payment_id, source_key);
