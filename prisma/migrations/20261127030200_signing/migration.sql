-- Contracts go out to be signed, and every event of it is kept in a chain of hashes that nobody can change.

ALTER TABLE "document" ADD COLUMN "lease_version" INTEGER, ADD COLUMN "content" JSONB;

CREATE TYPE "signing_state" AS ENUM ('open', 'signed', 'declined', 'withdrawn');

CREATE TABLE "signing" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "state" "signing_state" NOT NULL,
    "sealed_file_id" UUID,
    "sealed_sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "signing_sealed" CHECK ((state = 'signed') = (sealed_file_id IS NOT NULL) AND (sealed_file_id IS NULL) = (sealed_sha256 IS NULL)),
    CONSTRAINT "signing_closed" CHECK ((state = 'open') = (closed_at IS NULL))
);

CREATE UNIQUE INDEX "signing_document_id_key" ON "signing"("document_id");
CREATE UNIQUE INDEX "signing_sealed_file_id_key" ON "signing"("sealed_file_id");
ALTER TABLE "signing" ADD CONSTRAINT "signing_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signing" ADD CONSTRAINT "signing_sealed_file_id_fkey" FOREIGN KEY ("sealed_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "signer" (
    "id" UUID NOT NULL,
    "signing_id" UUID NOT NULL,
    "party" "lease_party" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "organisation_number" TEXT,
    "locale" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "code_issued_at" TIMESTAMPTZ(3),
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "codes_sent" INTEGER NOT NULL DEFAULT 0,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "signer_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "signer_signing_id_party_key" ON "signer"("signing_id", "party");
CREATE UNIQUE INDEX "signer_token_hash_key" ON "signer"("token_hash");
ALTER TABLE "signer" ADD CONSTRAINT "signer_signing_id_fkey" FOREIGN KEY ("signing_id") REFERENCES "signing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "signature_event" (
    "id" UUID NOT NULL,
    "signing_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "party" "lease_party",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "data" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "signature_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "signature_event_hash" CHECK (hash ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "signature_event_signing_id_position_key" ON "signature_event"("signing_id", "position");
ALTER TABLE "signature_event" ADD CONSTRAINT "signature_event_signing_id_fkey" FOREIGN KEY ("signing_id") REFERENCES "signing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION signature_event_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was noted of a signature is never changed';
END
$$;

CREATE TRIGGER signature_event_final BEFORE UPDATE OR DELETE ON signature_event FOR EACH ROW EXECUTE FUNCTION signature_event_is_final();
CREATE TRIGGER signature_event_kept BEFORE TRUNCATE ON signature_event FOR EACH STATEMENT EXECUTE FUNCTION signature_event_is_final();
