-- Divisible rooms: claims lie on the leaves, so that the one exclusion constraint keeps a whole and its parts apart.

-- A claim that counts lies on a room without parts. Whoever is just dividing the room is waited for.
CREATE FUNCTION claim_on_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM room WHERE id = NEW.room_id FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM room WHERE parent_id = NEW.room_id) THEN
    RAISE EXCEPTION 'claim on divisible room % violates constraint "claim_on_leaf"', NEW.room_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_on_leaf', TABLE = 'claim';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER claim_on_leaf BEFORE INSERT OR UPDATE OF room_id, active ON claim
  FOR EACH ROW WHEN (NEW.active) EXECUTE FUNCTION claim_on_leaf();

-- A room is divided once: parts have no parts. And not while the undivided room is still spoken for.
CREATE FUNCTION room_divided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM room WHERE id = NEW.parent_id FOR UPDATE;
  IF NEW.parent_id = NEW.id OR EXISTS (SELECT 1 FROM room WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM room WHERE parent_id = NEW.id) THEN
    RAISE EXCEPTION 'room % violates constraint "room_divided_once"', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'room_divided_once', TABLE = 'room';
  END IF;
  IF EXISTS (SELECT 1 FROM claim WHERE room_id = NEW.parent_id AND active AND ends_at > now()) THEN
    RAISE EXCEPTION 'room % violates constraint "room_divided_while_claimed"', NEW.parent_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'room_divided_while_claimed', TABLE = 'room';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER room_divided_once BEFORE INSERT OR UPDATE OF parent_id ON room
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION room_divided_once();
