-- What was asked for with a part or a date that could not be had: tried again, it has the same.
ALTER TABLE occurrence ADD COLUMN wished JSONB NOT NULL DEFAULT '[]';
ALTER TABLE occurrence ADD CONSTRAINT occurrence_wished_is_list CHECK (jsonb_typeof(wished) = 'array');
