import { hash, randomBytes } from 'node:crypto';
import { stringify } from 'safe-stable-stringify';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** An audit trail that proves itself: chains, commitments and leaf hashes of every event; the log, its tiles and heads. */
export class AuditLog1764200000000 implements MigrationInterface {
  readonly name = 'AuditLog1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    // Every event there is gets its hash here, however many.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(COLUMNS);
    await hashEarlierEvents(runner);
    await runner.query(CONSTRAINTS);
    await runner.query(LOG + ownAuthorityOnly('audit_leaf', 'audit_tile', 'audit_tree_head'));
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** The owner is held to row-level security as well, and sees no row of any authority: so not while rows are hashed. */
const COLUMNS = `
ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_event
  ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD COLUMN chain_id uuid,
  ADD COLUMN chain_seq integer,
  ADD COLUMN previous_hash bytea,
  ADD COLUMN actor_salt bytea,
  ADD COLUMN actor_commitment bytea,
  ADD COLUMN reason_salt bytea,
  ADD COLUMN reason_commitment bytea,
  ADD COLUMN record_salt bytea,
  ADD COLUMN record_commitment bytea,
  ADD COLUMN leaf_hash bytea;
COMMENT ON COLUMN audit_event.xid IS 'The transaction that wrote the event: tells the sealer that nobody can come late any more.';
COMMENT ON COLUMN audit_event.chain_id IS 'The case, else the referral, that the event changed; NULL for what changed neither.';
COMMENT ON COLUMN audit_event.leaf_hash IS 'RFC 9162 leaf hash of the entry, which is rebuilt from the other columns.';
`;

const CONSTRAINTS = `
ALTER TABLE audit_event
  FORCE ROW LEVEL SECURITY,
  ALTER COLUMN actor_salt SET NOT NULL,
  ALTER COLUMN actor_commitment SET NOT NULL,
  ALTER COLUMN leaf_hash SET NOT NULL,
  ADD UNIQUE (chain_id, chain_seq),
  ADD CHECK ((chain_id IS NULL) = (chain_seq IS NULL) AND (chain_id IS NULL) = (previous_hash IS NULL)),
  ADD CHECK (chain_id IS NULL OR (chain_seq >= 0) IS TRUE),
  ADD CHECK (reason IS NULL OR reason_commitment IS NOT NULL),
  ADD CHECK (octet_length(leaf_hash) = 32 AND octet_length(actor_commitment) = 32 AND octet_length(actor_salt) >= 16);
CREATE INDEX audit_event_arrival ON audit_event (authority_id, xid, sequence);
`;

const LOG = `
CREATE TABLE audit_leaf (
  authority_id text NOT NULL,
  position bigint NOT NULL CHECK (position >= 0),
  event_id uuid NOT NULL UNIQUE,
  PRIMARY KEY (authority_id, position)
);
COMMENT ON TABLE audit_leaf IS 'Which event stands where in the log of its authority.';

CREATE TABLE audit_tile (
  authority_id text NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 1024),
  PRIMARY KEY (authority_id, level, index)
);
COMMENT ON TABLE audit_tile IS 'Hashes of the Merkle tree, 32 to a tile; only the last tile of a level grows.';

CREATE TABLE audit_tree_head (
  authority_id text NOT NULL,
  tree_size bigint NOT NULL CHECK (tree_size > 0),
  root_hash bytea NOT NULL CHECK (octet_length(root_hash) = 32),
  arrival_hash bytea NOT NULL CHECK (octet_length(arrival_hash) = 32),
  sealed_at timestamptz NOT NULL,
  cluster text NOT NULL,
  cursor_xid xid8 NOT NULL,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (authority_id, tree_size)
);
COMMENT ON TABLE audit_tree_head IS 'Signed heads of each authority''s log. The key is not in the database.';
COMMENT ON COLUMN audit_tree_head.arrival_hash IS 'Over cluster, cursor, and transaction and sequence of the events that this head added.';
COMMENT ON COLUMN audit_tree_head.cluster IS 'System identifier of the PostgreSQL whose transactions the cursor counts: a restored copy counts anew.';

CREATE TABLE audit_key (
  id text PRIMARY KEY,
  use text NOT NULL CHECK (use IN ('tree-head', 'evidence')),
  public_key bytea NOT NULL,
  CHECK (id = encode(sha256(public_key), 'hex'))
);
COMMENT ON TABLE audit_key IS 'Public keys that signed here, for readers to fetch. Whoever verifies brings keys of their own.';
`;

const GRANTS = `
REVOKE INSERT ON audit_event FROM front_door_api, front_door_engine;
GRANT INSERT (id, authority_id, referral_id, case_id, occurred_at, actor_id, actor_name, actor_kind, actor_role, action,
  from_state, to_state, reason, rule_set_version, rule_set_hash, correlation_id, details, chain_id, chain_seq,
  previous_hash, actor_salt, actor_commitment, reason_salt, reason_commitment, record_salt, record_commitment, leaf_hash)
  ON audit_event TO front_door_api, front_door_engine;
GRANT SELECT ON audit_leaf, audit_tile, audit_tree_head TO front_door_api;
GRANT SELECT, INSERT ON audit_leaf, audit_tree_head TO front_door_engine;
GRANT SELECT, INSERT, UPDATE (hashes) ON audit_tile TO front_door_engine;
GRANT SELECT, INSERT ON audit_key TO front_door_api, front_door_engine;
`;

/** Rows at a time. */
const BATCH = 1_000;

interface EarlierEvent {
  readonly id: string;
  readonly sequence: string;
  readonly authority_id: string;
  readonly referral_id: string | null;
  readonly case_id: string | null;
  readonly occurred_at: Date;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_kind: string;
  readonly actor_role: string | null;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
  readonly rule_set_version: string | null;
  readonly rule_set_hash: string | null;
  readonly correlation_id: string;
  readonly details: object;
}

interface Hashed {
  readonly id: string;
  readonly chain_id: string | null;
  readonly chain_seq: number | null;
  readonly previous_hash: string | null;
  readonly actor_salt: string;
  readonly actor_commitment: string;
  readonly reason_salt: string | null;
  readonly reason_commitment: string | null;
  readonly leaf_hash: string;
}

type Tails = Map<string, { readonly next: number; readonly hash: Buffer }>;

/** In the form of version 1 of the entry, written out here: a migration must not change when the code does. */
async function hashEarlierEvents(runner: QueryRunner): Promise<void> {
  const tails: Tails = new Map();
  for (let last = '0'; ;) {
    const found = (await runner.query(
      `SELECT id, sequence::text, authority_id, referral_id, case_id, occurred_at, actor_id, actor_name, actor_kind,
         actor_role, action, from_state, to_state, reason, rule_set_version, rule_set_hash, correlation_id, details
       FROM audit_event e WHERE e.sequence > $1 ORDER BY e.sequence LIMIT ${BATCH}`,
      [last],
    )) as EarlierEvent[];
    if (found.length === 0) return;
    await runner.query(UPDATE, [JSON.stringify(found.map((event) => hashed(event, tails)))]);
    last = found.at(-1)?.sequence ?? last;
  }
}

const UPDATE = `UPDATE audit_event e SET chain_id = n.chain_id, chain_seq = n.chain_seq,
    previous_hash = decode(n.previous_hash, 'hex'), actor_salt = decode(n.actor_salt, 'hex'),
    actor_commitment = decode(n.actor_commitment, 'hex'), reason_salt = decode(n.reason_salt, 'hex'),
    reason_commitment = decode(n.reason_commitment, 'hex'), leaf_hash = decode(n.leaf_hash, 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, chain_id uuid, chain_seq integer, previous_hash text, actor_salt text,
    actor_commitment text, reason_salt text, reason_commitment text, leaf_hash text)
  WHERE e.id = n.id`;

function hashed(event: EarlierEvent, tails: Tails): Hashed {
  const who = commitTo({ id: event.actor_id, name: event.actor_name });
  const why = event.reason === null ? null : commitTo(event.reason);
  const place = placeOf(event, tails);
  const text = entryOf(event, place?.chain ?? null, who.commitment, why?.commitment ?? null);
  const leaf = hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(text)]), 'buffer');
  if (place !== null) tails.set(place.chain.id, { next: place.chain.sequence + 1, hash: leaf });
  return {
    id: event.id,
    ...columnsOf(place),
    actor_salt: who.salt.toString('hex'),
    actor_commitment: who.commitment.toString('hex'),
    reason_salt: hexOf(why?.salt),
    reason_commitment: hexOf(why?.commitment),
    leaf_hash: leaf.toString('hex'),
  };
}

function placeOf(event: EarlierEvent, tails: Tails) {
  const id = event.case_id ?? event.referral_id;
  if (id === null) return null;
  const { next: sequence, hash: before } = tails.get(id) ?? { next: 0, hash: Buffer.alloc(32) };
  return { before, chain: { id, sequence, previous: before.toString('base64url') } };
}

function columnsOf(place: ReturnType<typeof placeOf>): Pick<Hashed, 'chain_id' | 'chain_seq' | 'previous_hash'> {
  if (place === null) return { chain_id: null, chain_seq: null, previous_hash: null };
  const { id, sequence } = place.chain;
  return { chain_id: id, chain_seq: sequence, previous_hash: hexOf(place.before) };
}

function hexOf(bytes: Buffer | undefined): string | null {
  return bytes?.toString('hex') ?? null;
}

function entryOf(event: EarlierEvent, chain: object | null, actor: Buffer, reason: Buffer | null): string {
  const entry = {
    version: 1,
    id: event.id,
    authority: event.authority_id,
    chain,
    referral: event.referral_id,
    case: event.case_id,
    occurredAt: event.occurred_at.toISOString(),
    actor: { kind: event.actor_kind, role: event.actor_role, commitment: actor.toString('base64url') },
    action: event.action,
    fromState: event.from_state,
    toState: event.to_state,
    ruleSet: { version: event.rule_set_version, hash: event.rule_set_hash },
    correlationId: event.correlation_id,
    details: event.details,
    reason: reason?.toString('base64url') ?? null,
    record: null,
  };
  return stringify(entry);
}

function commitTo(value: unknown): { salt: Buffer; commitment: Buffer } {
  const salt = randomBytes(16);
  return { salt, commitment: hash('sha256', stringify([salt.toString('base64url'), value]), 'buffer') };
}
