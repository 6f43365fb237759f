-- Bands: made by whoever plays in them, their members invited by mail.

-- The form's key: a form sent twice makes one band.
ALTER TABLE organisation ADD COLUMN request_key text;
CREATE UNIQUE INDEX organisation_request_key_key ON organisation (request_key);

-- Nobody holds the same role of an organisation twice at a time.
CREATE UNIQUE INDEX membership_role_once ON membership (organisation_id, person_id, role) WHERE (valid_to IS NULL);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  email text NOT NULL,
  role membership_role NOT NULL,
  token_hash text NOT NULL,
  invited_by_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  locale text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  accepted_by_id uuid REFERENCES person (id) ON DELETE SET NULL ON UPDATE CASCADE,
  declined_at timestamptz(3),
  withdrawn_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT invitation_answered_once CHECK (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1),
  CONSTRAINT invitation_accepted_by CHECK (num_nonnulls(accepted_at, accepted_by_id) IN (0, 2))
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
-- One invitation at a time for each address and organisation.
CREATE UNIQUE INDEX invitation_one_open ON invitation (organisation_id, email)
  WHERE (accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL);
CREATE INDEX invitation_organisation_id_idx ON invitation (organisation_id);
CREATE INDEX invitation_invited_by_id_idx ON invitation (invited_by_id);
CREATE INDEX invitation_accepted_by_id_idx ON invitation (accepted_by_id);
