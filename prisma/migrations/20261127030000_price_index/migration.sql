-- The consumer price index as it was read, and each time it was looked for.

CREATE TABLE "kpi_index" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "tenths" INTEGER NOT NULL,
    "base" TEXT NOT NULL,
    "table_id" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_index_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "kpi_index_first_of_month" CHECK (date_trunc('month', month) = month),
    CONSTRAINT "kpi_index_tenths" CHECK (tenths > 0)
);

CREATE UNIQUE INDEX "kpi_index_month_base_key" ON "kpi_index"("month", "base");

CREATE TABLE "kpi_reading" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "added" INTEGER NOT NULL,
    "alarm" JSONB,

    CONSTRAINT "kpi_reading_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "kpi_reading_added" CHECK (added >= 0 AND (alarm IS NULL OR added = 0))
);

CREATE INDEX "kpi_reading_at_idx" ON "kpi_reading"("at");
