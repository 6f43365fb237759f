-- What the register of legal entities says of an organisation, and who answers for one that has no number.

CREATE TYPE "register_state" AS ENUM ('not_checked', 'live', 'winding_up', 'bankrupt', 'deleted', 'removed');

ALTER TABLE "organisation"
    ADD COLUMN "register_state" "register_state" NOT NULL DEFAULT 'not_checked',
    ADD COLUMN "register_facts" JSONB,
    ADD COLUMN "register_checked_at" TIMESTAMPTZ(3),
    ADD COLUMN "representative_id" UUID,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT "organisation_number_digits" CHECK (organisation_number ~ '^[0-9]{9}$'),
    -- Only a number can be looked up.
    ADD CONSTRAINT "organisation_checked_by_number" CHECK (organisation_number IS NOT NULL OR register_state = 'not_checked');

CREATE INDEX "organisation_representative_id_idx" ON "organisation"("representative_id");
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
