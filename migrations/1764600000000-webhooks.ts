import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Where partner agencies want to be told, and what they are to be told. */
export class Webhooks1764600000000 implements MigrationInterface {
  readonly name = 'Webhooks1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + ownAuthorityOnly('webhook_endpoint', 'webhook_delivery'));
    await runner.query(ANNOUNCE);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE webhook_endpoint (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  agency_id text NOT NULL,
  url text NOT NULL CHECK (length(url) <= 500),
  events text[] NOT NULL,
  secret text,
  previous_secret text,
  previous_until timestamptz,
  disabled_reason text CHECK (disabled_reason IN ('by_request', 'gone', 'failing')),
  failing_since timestamptz,
  failures integer NOT NULL DEFAULT 0,
  resting_until timestamptz NOT NULL DEFAULT now(),
  last_attempt_at timestamptz,
  claim_token bigint,
  claimed_until timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (id, authority_id),
  FOREIGN KEY (authority_id, agency_id) REFERENCES agency (authority_id, id),
  CHECK (cardinality(events) > 0 AND (events <@ ARRAY['case.signed', 'case.closed']) IS TRUE),
  CHECK ((removed_at IS NULL) = (secret IS NOT NULL)),
  CHECK (removed_at IS NULL OR previous_secret IS NULL),
  CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
CREATE INDEX webhook_endpoint_of_agency ON webhook_endpoint (authority_id, agency_id) WHERE removed_at IS NULL;
COMMENT ON TABLE webhook_endpoint IS 'Addresses at which an agency wants to be told about its own referrals. A removed one has no secret.';
COMMENT ON COLUMN webhook_endpoint.version IS 'Counts the changes that the agency sees; not every attempt.';

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  endpoint_id uuid NOT NULL,
  event text NOT NULL CHECK (event IN ('case.signed', 'case.closed', 'webhook.test')),
  case_id uuid,
  happened_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_attempt_at timestamptz,
  last_result text,
  outcome text CHECK (outcome IN ('delivered', 'failed', 'withheld', 'dropped')),
  finished_at timestamptz,
  FOREIGN KEY (endpoint_id, authority_id) REFERENCES webhook_endpoint (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id),
  CHECK ((outcome IS NULL) = (finished_at IS NULL)),
  CHECK ((event = 'webhook.test') = (case_id IS NULL))
);
CREATE INDEX webhook_delivery_of_endpoint ON webhook_delivery (endpoint_id, happened_at DESC);
CREATE INDEX webhook_delivery_next ON webhook_delivery (endpoint_id, next_attempt_at) WHERE finished_at IS NULL;
CREATE INDEX webhook_delivery_finished ON webhook_delivery (authority_id, finished_at) WHERE finished_at IS NOT NULL;
CREATE UNIQUE INDEX webhook_delivery_one_test ON webhook_delivery (endpoint_id)
  WHERE event = 'webhook.test' AND finished_at IS NULL;
COMMENT ON TABLE webhook_delivery IS 'What an endpoint is to be told, stored with the change it tells of. Ids only: the message is made when it is sent.';
CREATE SEQUENCE webhook_claim_token;
`;

/** With the change itself, so that none is lost and none is told that never happened; for each endpoint once. */
const ANNOUNCE = `
CREATE FUNCTION announce_to_sender() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, case_id, happened_at)
  SELECT gen_random_uuid(), NEW.authority_id, e.id, 'case.' || NEW.state, NEW.id, now()
  FROM webhook_endpoint e
  WHERE e.authority_id = NEW.authority_id AND e.agency_id = NEW.agency_id
    AND e.removed_at IS NULL AND e.disabled_reason IS NULL AND 'case.' || NEW.state = ANY (e.events);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_to_sender AFTER UPDATE OF state ON case_record FOR EACH ROW
  WHEN (NEW.state IN ('signed', 'closed') AND NEW.state IS DISTINCT FROM OLD.state)
  EXECUTE FUNCTION announce_to_sender();
`;

const GRANTS = `
GRANT SELECT ON webhook_endpoint, webhook_delivery TO front_door_api, front_door_engine;
GRANT INSERT ON webhook_endpoint TO front_door_api;
GRANT UPDATE (url, events, secret, previous_secret, previous_until, disabled_reason, failing_since, failures, resting_until,
  changed_at, removed_at, version) ON webhook_endpoint TO front_door_api;
GRANT INSERT (id, authority_id, endpoint_id, event, case_id, happened_at), UPDATE (outcome, finished_at)
  ON webhook_delivery TO front_door_api;

GRANT UPDATE (disabled_reason, failing_since, failures, resting_until, last_attempt_at, claim_token, claimed_until,
  changed_at, version) ON webhook_endpoint TO front_door_engine;
GRANT UPDATE (attempts, next_attempt_at, last_attempt_at, last_result, outcome, finished_at), DELETE
  ON webhook_delivery TO front_door_engine;
GRANT USAGE ON SEQUENCE webhook_claim_token TO front_door_engine;
`;
