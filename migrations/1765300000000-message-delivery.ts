import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** How messages reach people: deliveries, where staff want to be told, what they have read; more events for partners. */
export class MessageDelivery1765300000000 implements MigrationInterface {
  readonly name = 'MessageDelivery1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MESSAGES + DELIVERIES + STAFF);
    await runner.query(ownAuthorityOnly('message_delivery', 'contact_point', 'notice_read'));
    await runner.query(hiddenWithTheCase('message_delivery') + GRANTS);
    await runner.query(MORE_EVENTS + ANNOUNCE);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const MESSAGES = `
ALTER TABLE message ADD COLUMN caused_by text DEFAULT nullif(current_setting('front_door.person', true), ''),
  ADD COLUMN expanded_at timestamptz;
CREATE INDEX message_to_expand ON message (authority_id, created_at) WHERE expanded_at IS NULL;
CREATE INDEX message_of_referral ON message (referral_id);
COMMENT ON COLUMN message.caused_by IS 'Who did what the message tells of: staff need not be told of what they did themselves.';
COMMENT ON COLUMN message.expanded_at IS 'When it was worked out who gets it.';
GRANT UPDATE (expanded_at) ON message TO front_door_engine;
`;

const DELIVERIES = `
CREATE TABLE message_delivery (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  message_id uuid NOT NULL,
  referral_id uuid,
  case_id uuid,
  recipient text NOT NULL CHECK (recipient IN ('sender', 'agency', 'person', 'team', 'emergency_duty_team')),
  person_id text,
  urgent boolean NOT NULL,
  digest boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'withheld', 'digested')),
  kind text CHECK (kind IN ('email', 'sms')),
  provider text CHECK (provider IN ('smtp', 'notify', 'inbox')),
  provider_reference text,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  result text CHECK (result ~ '^[a-z0-9_]{1,60}$'),
  claim_token bigint,
  claimed_until timestamptz,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  finished_at timestamptz,
  digest_of uuid,
  released_by text,
  contacted_by text,
  contacted_at timestamptz,
  contacted_how text CHECK (contacted_how IN ('telephone', 'in_person', 'video_call', 'through_agency')),
  FOREIGN KEY (message_id, authority_id) REFERENCES message (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((person_id IS NULL) = (recipient <> 'person')),
  CHECK (state NOT IN ('queued', 'sending') OR finished_at IS NULL),
  CHECK (state NOT IN ('delivered', 'failed', 'withheld', 'digested') OR finished_at IS NOT NULL),
  CHECK (NOT digest OR (recipient = 'person' AND NOT urgent)),
  CHECK ((contacted_by IS NULL) = (contacted_at IS NULL) AND (contacted_by IS NULL) = (contacted_how IS NULL))
);
CREATE UNIQUE INDEX message_delivery_once ON message_delivery (message_id, recipient, coalesce(person_id, ''));
CREATE INDEX message_delivery_due ON message_delivery (authority_id, next_attempt_at) WHERE finished_at IS NULL;
CREATE INDEX message_delivery_digest ON message_delivery (authority_id, person_id, created_at)
  WHERE digest AND finished_at IS NULL;
CREATE INDEX message_delivery_of_case ON message_delivery (case_id, created_at);
CREATE INDEX message_delivery_of_referral ON message_delivery (referral_id, created_at);
COMMENT ON TABLE message_delivery IS 'One message on its way to one recipient. No address: it is looked up when it is sent.';
COMMENT ON COLUMN message_delivery.digest_of IS 'The delivery that told of this one together with others.';
CREATE SEQUENCE message_claim_token;
`;

const STAFF = `
CREATE TABLE contact_point (
  authority_id text NOT NULL,
  person_id text NOT NULL,
  email text,
  email_from text CHECK (email_from IN ('sign_in', 'self')),
  mobile text,
  roles text[] NOT NULL,
  teams text[] NOT NULL,
  seen_at timestamptz NOT NULL,
  language text CHECK (language IN ('en', 'cy')),
  digest text NOT NULL DEFAULT 'at_once' CHECK (digest IN ('at_once', 'hourly', 'daily')),
  daily_at text NOT NULL DEFAULT '08:30' CHECK (daily_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_own boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, person_id),
  CHECK ((email IS NULL) = (email_from IS NULL))
);
COMMENT ON TABLE contact_point IS 'Where and how a member of staff wants to be told; addresses sealed. Roles and teams as at the last sign-in.';

CREATE TABLE notice_read (
  message_id uuid NOT NULL,
  person_id text NOT NULL,
  authority_id text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (message_id, person_id),
  FOREIGN KEY (message_id, authority_id) REFERENCES message (id, authority_id) ON DELETE CASCADE
);
COMMENT ON TABLE notice_read IS 'Which notices a person has read in the service.';
`;

const GRANTS = `
GRANT SELECT, UPDATE (state, next_attempt_at, result, finished_at, released_by, contacted_by, contacted_at, contacted_how)
  ON message_delivery TO front_door_api;
GRANT SELECT, INSERT, UPDATE (state, kind, provider, provider_reference, attempts, next_attempt_at, result, claim_token,
  claimed_until, sent_at, finished_at, digest_of) ON message_delivery TO front_door_engine;
GRANT USAGE ON SEQUENCE message_claim_token TO front_door_engine;
GRANT SELECT, INSERT, UPDATE ON contact_point TO front_door_api;
GRANT SELECT ON contact_point TO front_door_engine;
-- Who may be told of a restricted case.
GRANT SELECT ON case_access TO front_door_engine;
GRANT SELECT, INSERT ON notice_read TO front_door_api;
`;

const EVENTS = `'case.signed', 'case.closed', 'referral.acknowledged', 'case.outcome', 'attachment.refused',
    'enquiry.requested', 'challenge.moved'`;

const MORE_EVENTS = `
ALTER TABLE webhook_endpoint DROP CONSTRAINT webhook_endpoint_events_check;
ALTER TABLE webhook_endpoint ADD CONSTRAINT webhook_endpoint_events_check
  CHECK (cardinality(events) > 0 AND (events <@ ARRAY[${EVENTS}]) IS TRUE);
ALTER TABLE webhook_delivery ADD COLUMN referral_id uuid, ADD COLUMN subject_id uuid,
  ADD FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE;
ALTER TABLE webhook_delivery DROP CONSTRAINT webhook_delivery_event_check, DROP CONSTRAINT webhook_delivery_check1;
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_event_check
    CHECK (event IN (${EVENTS}, 'webhook.test')),
  ADD CONSTRAINT webhook_delivery_about_check
    CHECK ((event = 'webhook.test') = (case_id IS NULL AND referral_id IS NULL));
CREATE INDEX webhook_delivery_of_referral ON webhook_delivery (referral_id);
COMMENT ON COLUMN webhook_delivery.subject_id IS 'The attachment, enquiry or challenge that it is about.';
GRANT INSERT (referral_id, subject_id) ON webhook_delivery TO front_door_api;
GRANT INSERT (id, authority_id, endpoint_id, event, case_id, referral_id, subject_id, happened_at)
  ON webhook_delivery TO front_door_engine;
`;

/** An agency that asked to be told is told by its own system as well, with the message and for each endpoint once. */
const ANNOUNCE = `
CREATE FUNCTION announce_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agency text := CASE NEW.to_kind WHEN 'agency' THEN NEW.to_id
    ELSE (SELECT r.agency_id FROM referral r WHERE r.id = NEW.referral_id) END;
  told text := CASE
    WHEN NEW.template = 'acknowledgement' THEN 'referral.acknowledged'
    WHEN NEW.template = 'outcome' THEN 'case.outcome'
    WHEN NEW.template = 'enquiry_requested' THEN 'enquiry.requested'
    WHEN NEW.template LIKE 'challenge\\_%' THEN 'challenge.moved' END;
BEGIN
  INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, case_id, referral_id, subject_id, happened_at)
  SELECT gen_random_uuid(), NEW.authority_id, e.id, told, NEW.case_id, NEW.referral_id, NEW.subject_id, now()
  FROM webhook_endpoint e
  WHERE told IS NOT NULL AND coalesce(NEW.case_id, NEW.referral_id) IS NOT NULL
    AND e.authority_id = NEW.authority_id AND e.agency_id = agency
    AND e.removed_at IS NULL AND e.disabled_reason IS NULL AND told = ANY (e.events);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_message AFTER INSERT ON message FOR EACH ROW
  WHEN (NEW.to_kind IN ('sender', 'agency')) EXECUTE FUNCTION announce_message();

CREATE FUNCTION announce_refused_attachment() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, referral_id, subject_id, happened_at)
  SELECT gen_random_uuid(), NEW.authority_id, e.id, 'attachment.refused', NEW.referral_id, NEW.id, now()
  FROM webhook_endpoint e JOIN referral r ON r.id = NEW.referral_id
  WHERE e.authority_id = NEW.authority_id AND e.agency_id = r.agency_id
    AND e.removed_at IS NULL AND e.disabled_reason IS NULL AND 'attachment.refused' = ANY (e.events);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_refused_attachment AFTER UPDATE OF state ON attachment FOR EACH ROW
  WHEN (NEW.state IN ('infected', 'unreadable') AND NEW.state IS DISTINCT FROM OLD.state)
  EXECUTE FUNCTION announce_refused_attachment();
`;
