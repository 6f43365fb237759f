-- Why somebody in line was not offered a time that had come free, as they would have been told had they asked for it.
ALTER TABLE "waitlist_entry" ADD COLUMN "refusal" JSONB, ADD COLUMN "refused_at" TIMESTAMPTZ(3);

ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_refusal_has_moment"
  CHECK ((refusal IS NULL) = (refused_at IS NULL) AND (refusal IS NULL OR refusal ? 'code'));
