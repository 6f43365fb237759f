-- Papers of leases, and adjustments of their rent by the index.

CREATE TYPE "document_kind" AS ENUM ('lease', 'index_letter');

CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "document_version" CHECK (version >= 1),
    CONSTRAINT "document_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "document_lease_id_kind_version_key" ON "document"("lease_id", "kind", "version");
CREATE UNIQUE INDEX "document_file_id_key" ON "document"("file_id");
CREATE INDEX "document_created_by_id_idx" ON "document"("created_by_id");

ALTER TABLE "document" ADD CONSTRAINT "document_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document" ADD CONSTRAINT "document_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document" ADD CONSTRAINT "document_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "index_adjustment" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "clause" "index_clause" NOT NULL,
    "base_month" DATE NOT NULL,
    "base_tenths" INTEGER NOT NULL,
    "target_month" DATE NOT NULL,
    "target_tenths" INTEGER NOT NULL,
    "index_base" TEXT NOT NULL,
    "table_id" TEXT NOT NULL,
    "share_bp" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "notified_by_id" UUID NOT NULL,
    "notified_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "index_adjustment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "index_adjustment_withdrawn" CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)),
    CONSTRAINT "index_adjustment_first_of_month" CHECK (date_trunc('month', effective_on) = effective_on),
    CONSTRAINT "index_adjustment_forward" CHECK (target_month > base_month AND base_tenths > 0 AND target_tenths > 0)
);

-- One notice of a day, however often it is asked for.
CREATE UNIQUE INDEX "index_adjustment_once" ON "index_adjustment"("lease_id", "effective_on") WHERE (withdrawn_at IS NULL);
CREATE INDEX "index_adjustment_lease_id_idx" ON "index_adjustment"("lease_id");
CREATE UNIQUE INDEX "index_adjustment_document_id_key" ON "index_adjustment"("document_id");
CREATE INDEX "index_adjustment_notified_by_id_idx" ON "index_adjustment"("notified_by_id");
CREATE INDEX "index_adjustment_withdrawn_by_id_idx" ON "index_adjustment"("withdrawn_by_id");

ALTER TABLE "index_adjustment" ADD CONSTRAINT "index_adjustment_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "lease"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "index_adjustment" ADD CONSTRAINT "index_adjustment_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "index_adjustment" ADD CONSTRAINT "index_adjustment_notified_by_id_fkey" FOREIGN KEY ("notified_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "index_adjustment" ADD CONSTRAINT "index_adjustment_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "index_adjustment_line" (
    "id" UUID NOT NULL,
    "adjustment_id" UUID NOT NULL,
    "rent_line_id" UUID NOT NULL,
    "new_line_id" UUID,
    "valid_to_before" DATE,
    "origin_ore" INTEGER NOT NULL,
    "old_ore" INTEGER NOT NULL,
    "new_ore" INTEGER NOT NULL,

    CONSTRAINT "index_adjustment_line_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "index_adjustment_line_amounts" CHECK (origin_ore >= 0 AND old_ore >= 0 AND new_ore >= 0)
);

CREATE UNIQUE INDEX "index_adjustment_line_adjustment_id_rent_line_id_key" ON "index_adjustment_line"("adjustment_id", "rent_line_id");
CREATE INDEX "index_adjustment_line_rent_line_id_idx" ON "index_adjustment_line"("rent_line_id");
CREATE UNIQUE INDEX "index_adjustment_line_new_line_id_key" ON "index_adjustment_line"("new_line_id");

ALTER TABLE "index_adjustment_line" ADD CONSTRAINT "index_adjustment_line_adjustment_id_fkey" FOREIGN KEY ("adjustment_id") REFERENCES "index_adjustment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "index_adjustment_line" ADD CONSTRAINT "index_adjustment_line_rent_line_id_fkey" FOREIGN KEY ("rent_line_id") REFERENCES "rent_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "index_adjustment_line" ADD CONSTRAINT "index_adjustment_line_new_line_id_fkey" FOREIGN KEY ("new_line_id") REFERENCES "rent_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;
