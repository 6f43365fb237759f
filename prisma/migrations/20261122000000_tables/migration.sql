-- CreateEnum
CREATE TYPE "staff_role_name" AS ENUM ('manager', 'host', 'bookkeeper', 'coordinator');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('business', 'sole_trader', 'association', 'band', 'municipal_unit', 'internal');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('contact', 'billing', 'booker', 'member');

-- CreateEnum
CREATE TYPE "customer_group" AS ENUM ('permanent_actor', 'network_member', 'youth', 'voluntary', 'municipal', 'commercial');

-- CreateEnum
CREATE TYPE "room_kind" AS ENUM ('rehearsal', 'production', 'dissemination', 'meeting', 'let_unit');

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('held', 'confirmed', 'completed', 'no_show', 'cancelled', 'released');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('card', 'on_account', 'free');

-- CreateEnum
CREATE TYPE "cancelled_by" AS ENUM ('customer', 'hub');

-- CreateEnum
CREATE TYPE "quote_line_kind" AS ENUM ('room', 'equipment', 'service', 'support');

-- CreateEnum
CREATE TYPE "quantity_unit" AS ENUM ('hour', 'piece');

-- CreateEnum
CREATE TYPE "charge_state" AS ENUM ('open', 'invoiced', 'settled', 'credited');

-- CreateEnum
CREATE TYPE "checkout_session_state" AS ENUM ('creating', 'open', 'complete', 'expired', 'failed');

-- CreateEnum
CREATE TYPE "refund_reason" AS ENUM ('cancelled_by_customer', 'cancelled_by_hub', 'late_payment', 'double_payment');

-- CreateEnum
CREATE TYPE "refund_state" AS ENUM ('pending', 'sent', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL DEFAULT '',
    "image" TEXT,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'nb',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "sign_in_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "staff_role_name" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "organisation_number" TEXT,
    "sector" TEXT,
    "email" TEXT,
    "address_line" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "vat_registered" BOOLEAN NOT NULL DEFAULT false,
    "on_account" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_group_member" (
    "id" UUID NOT NULL,
    "group" "customer_group" NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_group_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "building" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "entrance_nb" TEXT NOT NULL DEFAULT '',
    "entrance_en" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "room_kind" NOT NULL,
    "plan_number" INTEGER,
    "position" INTEGER NOT NULL,
    "square_metres" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "step_free" BOOLEAN NOT NULL,
    "floor_nb" TEXT NOT NULL,
    "floor_en" TEXT NOT NULL,
    "summary_nb" TEXT NOT NULL,
    "summary_en" TEXT NOT NULL,
    "description_nb" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "accessibility_nb" TEXT NOT NULL,
    "accessibility_en" TEXT NOT NULL,
    "rules_nb" TEXT NOT NULL,
    "rules_en" TEXT NOT NULL,
    "included_nb" TEXT[],
    "included_en" TEXT[],
    "setup_minutes" INTEGER NOT NULL DEFAULT 0,
    "cleanup_minutes" INTEGER NOT NULL DEFAULT 0,
    "min_minutes" INTEGER NOT NULL DEFAULT 60,
    "max_minutes" INTEGER NOT NULL DEFAULT 480,
    "notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "horizon_days" INTEGER NOT NULL DEFAULT 120,
    "bookable" BOOLEAN NOT NULL DEFAULT true,
    "cancellation_policy_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_hours" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_exception" (
    "id" UUID NOT NULL,
    "room_id" UUID,
    "date" DATE NOT NULL,
    "from_minute" INTEGER,
    "to_minute" INTEGER,
    "reason_nb" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equipment_item" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_nb" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_nb" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "net_price_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equipment_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_equipment" (
    "room_id" UUID NOT NULL,
    "equipment_item_id" UUID NOT NULL,

    CONSTRAINT "room_equipment_pkey" PRIMARY KEY ("room_id","equipment_item_id")
);

-- CreateTable
CREATE TABLE "rate_card" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate" (
    "id" UUID NOT NULL,
    "rate_card_id" UUID NOT NULL,
    "room_id" UUID,
    "room_kind" "room_kind",
    "group" "customer_group",
    "weekdays" INTEGER[],
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "net_per_hour_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "id" UUID NOT NULL,
    "rate_card_id" UUID NOT NULL,
    "group" "customer_group" NOT NULL,
    "room_kind" "room_kind",
    "share_bp" INTEGER NOT NULL,
    "label_nb" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "payer_nb" TEXT NOT NULL,
    "payer_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vat_code" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rate_bp" INTEGER,
    "peppol" TEXT NOT NULL,
    "name_nb" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "reason_nb" TEXT,
    "reason_en" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vat_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cancellation_policy" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "tiers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cancellation_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "hold_expires_at" TIMESTAMPTZ(3),
    "occurrence_id" UUID,
    "closure_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason_nb" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "created_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "created_by_id" UUID NOT NULL,
    "state" "booking_state" NOT NULL,
    "payment_method" "payment_method" NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "people" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'nb',
    "total_ore" INTEGER NOT NULL,
    "vat_ore" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "request_key" TEXT NOT NULL,
    "hold_expires_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" "cancelled_by",
    "cancel_reason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "booking_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_line" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "quote_line_kind" NOT NULL,
    "label_nb" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "unit" "quantity_unit" NOT NULL,
    "quantity_milli" INTEGER NOT NULL,
    "unit_net_ore" INTEGER NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "vat_bp" INTEGER NOT NULL,
    "vat_ore" INTEGER NOT NULL,
    "gross_ore" INTEGER NOT NULL,

    CONSTRAINT "quote_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equipment_use" (
    "id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "equipment_item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "equipment_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_grant" (
    "id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charge" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "occurrence_id" UUID,
    "source_key" TEXT NOT NULL,
    "description_nb" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_code" TEXT NOT NULL,
    "vat_bp" INTEGER NOT NULL,
    "vat_ore" INTEGER NOT NULL,
    "gross_ore" INTEGER NOT NULL,
    "state" "charge_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout_session" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "state" "checkout_session_state" NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "params" JSONB NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "stripe_session_id" TEXT,
    "url" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checkout_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "checkout_session_id" UUID NOT NULL,
    "stripe_payment_intent_id" TEXT NOT NULL,
    "stripe_invoice_id" TEXT,
    "invoice_number" TEXT,
    "amount_ore" INTEGER NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "reason" "refund_reason" NOT NULL,
    "state" "refund_state" NOT NULL,
    "amount_ore" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "idempotency_key" TEXT NOT NULL,
    "stripe_refund_id" TEXT,
    "stripe_credit_note_id" TEXT,
    "failure_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_difference" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "booking_id" UUID,
    "detail" JSONB NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_difference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_person_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "mail_state" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_session_token_key" ON "sign_in_session"("token");

-- CreateIndex
CREATE INDEX "sign_in_session_person_id_idx" ON "sign_in_session"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_account_person_id_idx" ON "sign_in_account"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_verification_identifier_idx" ON "sign_in_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_rate_limit_key_key" ON "sign_in_rate_limit"("key");

-- CreateIndex
CREATE INDEX "staff_role_person_id_idx" ON "staff_role"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_organisation_number_key" ON "organisation"("organisation_number");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "customer_group_member_person_id_idx" ON "customer_group_member"("person_id");

-- CreateIndex
CREATE INDEX "customer_group_member_organisation_id_idx" ON "customer_group_member"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "building_slug_key" ON "building"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "room_slug_key" ON "room"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "room_plan_number_key" ON "room"("plan_number");

-- CreateIndex
CREATE INDEX "room_building_id_idx" ON "room"("building_id");

-- CreateIndex
CREATE INDEX "room_parent_id_idx" ON "room"("parent_id");

-- CreateIndex
CREATE INDEX "room_cancellation_policy_id_idx" ON "room"("cancellation_policy_id");

-- CreateIndex
CREATE INDEX "opening_hours_room_id_idx" ON "opening_hours"("room_id");

-- CreateIndex
CREATE INDEX "opening_exception_room_id_idx" ON "opening_exception"("room_id");

-- CreateIndex
CREATE INDEX "opening_exception_date_idx" ON "opening_exception"("date");

-- CreateIndex
CREATE UNIQUE INDEX "equipment_item_slug_key" ON "equipment_item"("slug");

-- CreateIndex
CREATE INDEX "room_equipment_equipment_item_id_idx" ON "room_equipment"("equipment_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "rate_card_valid_from_key" ON "rate_card"("valid_from");

-- CreateIndex
CREATE INDEX "rate_rate_card_id_idx" ON "rate"("rate_card_id");

-- CreateIndex
CREATE INDEX "rate_room_id_idx" ON "rate"("room_id");

-- CreateIndex
CREATE INDEX "support_rate_card_id_idx" ON "support"("rate_card_id");

-- CreateIndex
CREATE UNIQUE INDEX "vat_code_code_valid_from_key" ON "vat_code"("code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "cancellation_policy_slug_key" ON "cancellation_policy"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "setting_key_valid_from_key" ON "setting"("key", "valid_from");

-- CreateIndex
CREATE INDEX "claim_room_id_starts_at_idx" ON "claim"("room_id", "starts_at");

-- CreateIndex
CREATE INDEX "claim_occurrence_id_idx" ON "claim"("occurrence_id");

-- CreateIndex
CREATE INDEX "claim_closure_id_idx" ON "claim"("closure_id");

-- CreateIndex
CREATE INDEX "closure_room_id_idx" ON "closure"("room_id");

-- CreateIndex
CREATE INDEX "closure_created_by_id_idx" ON "closure"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_reference_key" ON "booking"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "booking_request_key_key" ON "booking"("request_key");

-- CreateIndex
CREATE INDEX "booking_person_id_idx" ON "booking"("person_id");

-- CreateIndex
CREATE INDEX "booking_organisation_id_idx" ON "booking"("organisation_id");

-- CreateIndex
CREATE INDEX "booking_created_by_id_idx" ON "booking"("created_by_id");

-- CreateIndex
CREATE INDEX "booking_state_hold_expires_at_idx" ON "booking"("state", "hold_expires_at");

-- CreateIndex
CREATE INDEX "occurrence_booking_id_idx" ON "occurrence"("booking_id");

-- CreateIndex
CREATE INDEX "occurrence_room_id_starts_at_idx" ON "occurrence"("room_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "quote_line_booking_id_position_key" ON "quote_line"("booking_id", "position");

-- CreateIndex
CREATE INDEX "equipment_use_occurrence_id_idx" ON "equipment_use"("occurrence_id");

-- CreateIndex
CREATE INDEX "equipment_use_equipment_item_id_starts_at_idx" ON "equipment_use"("equipment_item_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "access_grant_occurrence_id_key" ON "access_grant"("occurrence_id");

-- CreateIndex
CREATE UNIQUE INDEX "charge_source_key_key" ON "charge"("source_key");

-- CreateIndex
CREATE INDEX "charge_person_id_idx" ON "charge"("person_id");

-- CreateIndex
CREATE INDEX "charge_organisation_id_state_idx" ON "charge"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "charge_occurrence_id_idx" ON "charge"("occurrence_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_session_idempotency_key_key" ON "checkout_session"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_session_stripe_session_id_key" ON "checkout_session"("stripe_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_session_booking_id_attempt_key" ON "checkout_session"("booking_id", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "payment_stripe_payment_intent_id_key" ON "payment"("stripe_payment_intent_id");

-- CreateIndex
CREATE INDEX "payment_booking_id_idx" ON "payment"("booking_id");

-- CreateIndex
CREATE INDEX "payment_checkout_session_id_idx" ON "payment"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_idempotency_key_key" ON "refund"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_refund_id_key" ON "refund"("stripe_refund_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_credit_note_id_key" ON "refund"("stripe_credit_note_id");

-- CreateIndex
CREATE INDEX "refund_booking_id_idx" ON "refund"("booking_id");

-- CreateIndex
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");

-- CreateIndex
CREATE INDEX "refund_state_idx" ON "refund"("state");

-- CreateIndex
CREATE INDEX "stripe_event_processed_at_idx" ON "stripe_event"("processed_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_difference_key_key" ON "payment_difference"("key");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_idx" ON "audit_entry"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mail_dedupe_key_key" ON "outgoing_mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "outgoing_mail_state_idx" ON "outgoing_mail"("state");

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_group_member" ADD CONSTRAINT "customer_group_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_group_member" ADD CONSTRAINT "customer_group_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_cancellation_policy_id_fkey" FOREIGN KEY ("cancellation_policy_id") REFERENCES "cancellation_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_exception" ADD CONSTRAINT "opening_exception_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_equipment" ADD CONSTRAINT "room_equipment_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_equipment" ADD CONSTRAINT "room_equipment_equipment_item_id_fkey" FOREIGN KEY ("equipment_item_id") REFERENCES "equipment_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate" ADD CONSTRAINT "rate_rate_card_id_fkey" FOREIGN KEY ("rate_card_id") REFERENCES "rate_card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate" ADD CONSTRAINT "rate_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_rate_card_id_fkey" FOREIGN KEY ("rate_card_id") REFERENCES "rate_card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_closure_id_fkey" FOREIGN KEY ("closure_id") REFERENCES "closure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment_use" ADD CONSTRAINT "equipment_use_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment_use" ADD CONSTRAINT "equipment_use_equipment_item_id_fkey" FOREIGN KEY ("equipment_item_id") REFERENCES "equipment_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout_session" ADD CONSTRAINT "checkout_session_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_checkout_session_id_fkey" FOREIGN KEY ("checkout_session_id") REFERENCES "checkout_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


