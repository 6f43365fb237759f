-- A room may have a checklist of its own; the others have that of their kind.

ALTER TABLE handover_item ALTER COLUMN room_kind DROP NOT NULL;
ALTER TABLE handover_item ADD COLUMN room_id uuid REFERENCES room (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE handover_item ADD CONSTRAINT handover_item_room_or_kind CHECK (num_nonnulls(room_id, room_kind) = 1);
CREATE INDEX handover_item_room_id_idx ON handover_item (room_id);
