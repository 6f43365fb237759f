-- Rooms are set up by their manager: the version says whether somebody else has changed a room since its form was shown.

ALTER TABLE room ADD COLUMN version integer NOT NULL DEFAULT 0;

-- A room has one set of hours from a date: none of a weekday begins twice at the same minute.
CREATE UNIQUE INDEX opening_hours_one_beginning ON opening_hours (room_id, valid_from, weekday, from_minute);
