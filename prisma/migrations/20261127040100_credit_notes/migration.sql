-- Credit notes: one on its way for each invoice, lines of either sign (a whole credit takes negative lines back too), and whether what
-- was credited is to be invoiced again.

ALTER TABLE "credit_note" ADD COLUMN "bill_again" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE credit_note_line DROP CONSTRAINT credit_note_line_amount;
ALTER TABLE credit_note_line ADD CONSTRAINT credit_note_line_amount CHECK (net_ore <> 0);
CREATE UNIQUE INDEX credit_note_one_under_way ON credit_note (invoice_id) WHERE state = 'issuing';
