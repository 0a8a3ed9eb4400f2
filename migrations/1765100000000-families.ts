import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheReferral } from './row-security-of-cases.ts';

/** Who is whose, who lives where, and that nobody signs for one child and forgets the siblings. */
export class Families1765100000000 implements MigrationInterface {
  readonly name = 'Families1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly(...NAMES) + hiddenWithTheReferral(...NAMES));
    await runner.query(HIDDEN_WITH_BOTH + REGROUP + GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const NAMES = ['relationship', 'residence', 'sibling_consideration'];

/** Reported entries have no author and no reason; recorded ones have both, and may take the place of an earlier one. */
const RECORDED = `
  recorded_at timestamptz NOT NULL,
  recorded_by text,
  recorded_by_name text,
  reason text,
  replaces uuid,
  UNIQUE (id, authority_id),
  CHECK ((recorded_by IS NULL) = (reason IS NULL) AND (recorded_by IS NULL) = (recorded_by_name IS NULL)),
  CHECK (replaces IS NULL OR recorded_by IS NOT NULL),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (mention_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE`;

const TABLES = `
CREATE TABLE relationship (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  mention_id uuid NOT NULL,
  to_id uuid,
  kind text NOT NULL CHECK (kind IN (
    'parent', 'step_parent', 'sibling', 'half_sibling', 'partner', 'grandparent', 'carer', 'other', 'not_known')),
  parental_responsibility text NOT NULL CHECK (parental_responsibility IN ('yes', 'no', 'not_known', 'not_asked')),
  lives_in_household text NOT NULL CHECK (lives_in_household IN ('yes', 'no', 'not_known', 'not_asked')),${RECORDED},
  FOREIGN KEY (replaces, authority_id) REFERENCES relationship (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (to_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE,
  CHECK (to_id IS NULL OR to_id <> mention_id)
);
CREATE INDEX relationship_of_mention ON relationship (mention_id);
CREATE INDEX relationship_to ON relationship (to_id) WHERE to_id IS NOT NULL;
CREATE INDEX relationship_of_referral ON relationship (referral_id);
CREATE UNIQUE INDEX relationship_replaced ON relationship (replaces) WHERE replaces IS NOT NULL;
COMMENT ON TABLE relationship IS 'What somebody is to a child. Nothing is changed: a correction is an entry that replaces another.';
COMMENT ON COLUMN relationship.to_id IS 'To whom; null: to every child of the referral.';

CREATE TABLE residence (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  mention_id uuid NOT NULL,
  address text,
  address_key text,
  address_secret boolean NOT NULL DEFAULT false,
  since date,
  until date,${RECORDED},
  FOREIGN KEY (replaces, authority_id) REFERENCES residence (id, authority_id) ON DELETE CASCADE,
  CHECK (address_key IS NULL OR address IS NOT NULL),
  CHECK (since IS NULL OR until IS NULL OR until >= since)
);
CREATE INDEX residence_of_mention ON residence (mention_id);
CREATE INDEX residence_of_referral ON residence (referral_id);
CREATE INDEX residence_at ON residence (authority_id, address_key) WHERE address_key IS NOT NULL;
CREATE UNIQUE INDEX residence_replaced ON residence (replaces) WHERE replaces IS NOT NULL;
COMMENT ON TABLE residence IS 'Who lives where and since when. Nothing is changed: a correction is an entry that replaces another.';
COMMENT ON COLUMN residence.address IS 'Sealed under the key of the referral; null: not known.';
COMMENT ON COLUMN residence.address_key IS 'Blind index, the same as the household key of a case at that address.';
COMMENT ON COLUMN residence.address_secret IS 'For those alone who may record about the family; in nothing that leaves the authority.';

CREATE TABLE sibling_consideration (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  case_id uuid NOT NULL,
  sibling_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('own_case_needed', 'already_open', 'no_concern', 'not_known')),
  reason text NOT NULL,
  considered_by text NOT NULL,
  considered_by_name text NOT NULL,
  considered_at timestamptz NOT NULL,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (sibling_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX sibling_consideration_of_case ON sibling_consideration (case_id, sibling_id);
CREATE INDEX sibling_consideration_of_referral ON sibling_consideration (referral_id);
CREATE INDEX sibling_consideration_of_sibling ON sibling_consideration (sibling_id);
COMMENT ON TABLE sibling_consideration IS 'What somebody concluded about a sibling while one child was decided; the latest counts.';
`;

/** What ties two people together shows to those alone who may see both. */
const HIDDEN_WITH_BOTH = ['person_candidate', 'person_verdict']
  .map(
    (table) => `
CREATE POLICY hidden_with_either ON ${table} AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM person_mention m WHERE m.id = ${table}.mention_id)
  AND EXISTS (SELECT 1 FROM person_mention m WHERE m.id = ${table}.other_id));`,
  )
  .join('');

/**
 * Whoever confirms may not see everything that hangs together: the group is found with the owner's eyes, and says nothing.
 * The caller holds the lock of the authority's verdicts, so that two who confirm at once find each other's.
 */
const REGROUP = `
CREATE FUNCTION regroup_people(changed uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  place text := current_setting('front_door.authority', true);
  seed uuid;
  members uuid[];
BEGIN
  FOR seed IN SELECT m.id FROM person_mention m WHERE m.id = ANY (changed) AND m.authority_id = place ORDER BY m.id LOOP
    WITH RECURSIVE member (id) AS (
      SELECT seed
      UNION
      SELECT tied.id FROM member CROSS JOIN LATERAL (
        SELECT v.other_id AS id FROM person_verdict v
          WHERE v.mention_id = member.id AND v.verdict = 'same' AND v.undone_at IS NULL
        UNION ALL
        SELECT v.mention_id FROM person_verdict v
          WHERE v.other_id = member.id AND v.verdict = 'same' AND v.undone_at IS NULL) AS tied)
    SELECT array_agg(id ORDER BY id) INTO members FROM member;
    PERFORM 1 FROM person_mention m WHERE m.id = ANY (members) ORDER BY m.id FOR UPDATE;
    UPDATE person_mention m SET person_id = members[1] WHERE m.id = ANY (members) AND m.person_id <> members[1];
  END LOOP;
END $$;
COMMENT ON FUNCTION regroup_people IS 'Mentions that standing verdicts tie together share the id of the first of them; the others have one of their own.';
REVOKE ALL ON FUNCTION regroup_people FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regroup_people TO front_door_api;
`;

const GRANTS = `
GRANT SELECT, INSERT ON relationship, residence, sibling_consideration TO front_door_api;

-- Ids and codes, to find what belongs together; no address, no reason.
GRANT SELECT (id, authority_id, referral_id, mention_id, to_id, kind, parental_responsibility, lives_in_household,
  recorded_at, replaces) ON relationship TO front_door_engine;
GRANT SELECT (id, authority_id, referral_id, mention_id, address_key, recorded_at, replaces) ON residence
  TO front_door_engine;
`;
