-- Whether somebody else has changed an item since its form was shown.
ALTER TABLE equipment_item ADD COLUMN version integer NOT NULL DEFAULT 0;
