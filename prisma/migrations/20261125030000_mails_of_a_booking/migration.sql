-- All mails about a booking are looked for by how their keys begin.
CREATE INDEX "outgoing_mail_dedupe_key_beginning" ON "outgoing_mail" ("dedupe_key" text_pattern_ops);
