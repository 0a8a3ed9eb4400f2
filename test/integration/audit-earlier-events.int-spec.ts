import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '#migrations';
import { migrate } from '#platform';
import { entryText } from '../../libs/audit/entry/entry-text.ts';
import type { ArrivedEvent } from '../../libs/audit/entry/stored-event.ts';
import { commitmentOf } from '../../libs/audit/entry/commitment.ts';
import { leafHash } from '../../libs/audit/log/hashes.ts';
import { EVENT_COLUMNS } from '../../libs/audit/store/event.query.ts';

const [CASE, REFERRAL] = [randomUUID(), randomUUID()];
/** More than ten: numbers must not be put in the order of their texts. */
const FIRST = ['referral.received', 'case.opened', 'case.claimed', 'case.moved', 'rule_set.drafted'];
const ACTIONS = [...FIRST, ...Array.from({ length: 20 }, () => 'case.moved')];

describe('events from before there was a log', () => {
  let admin: pg.Client;
  let name: string;
  let events: ArrivedEvent[];

  beforeAll(async () => {
    name = `earlier_${randomBytes(6).toString('hex')}`;
    const adminUrl = process.env['TEST_ADMIN_URL'] ?? '';
    const server = new pg.Client({ connectionString: adminUrl });
    await server.connect();
    await server.query(`CREATE DATABASE ${name} OWNER front_door_owner`);
    await server.end();
    const owner = new URL(adminUrl);
    owner.username = 'front_door_owner';
    owner.password = 'test-only';
    owner.pathname = `/${name}`;
    const address = { url: owner.href, ssl: false } as const;
    const mine = migrations.findIndex((migration) => migration.name.startsWith('AuditLog'));
    await migrate(address, migrations.slice(0, mine));
    admin = new pg.Client({ connectionString: adminUrl.replace(/\/[^/]*$/, `/${name}`) });
    await admin.connect();
    for (const [at, action] of ACTIONS.entries()) {
      const isOfCase = action.startsWith('case');
      const reason = action === 'case.moved' ? 'Asked Mr O’Brien.' : null;
      await admin.query(
        `INSERT INTO audit_event (id, authority_id, referral_id, case_id, occurred_at, actor_id, actor_name, actor_kind,
           action, reason, correlation_id, details) VALUES ($1, 'larkshire', $2, $3, $4, 'p1', 'Pat', 'person', $5, $6, $1, $7)`,
        [
          randomUUID(),
          action === 'rule_set.drafted' ? null : REFERRAL,
          isOfCase ? CASE : null,
          new Date(Date.UTC(2026, 0, 1) + at),
          action,
          reason,
          { n: 1.5, text: 'ä' },
        ],
      );
    }
    await migrate(address, migrations.slice(0, mine + 1));
    events = (await admin.query<ArrivedEvent>(`SELECT ${EVENT_COLUMNS} FROM audit_event e ORDER BY e.sequence`)).rows;
  }, 60_000);

  afterAll(async () => {
    await admin.end();
    const server = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL'] ?? '' });
    await server.connect();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });

  it('get the hash that the code gives them', () => {
    expect(events).toHaveLength(ACTIONS.length);
    for (const event of events) expect(event.leafHash).toEqual(leafHash(entryText(event)));
  });

  it('stand in the chains of their case and referral', () => {
    const places = events.map(({ action, chainId, chainSequence }) => ({ action, chainId, chainSequence }));
    expect(places.slice(0, 5)).toEqual([
      { action: 'referral.received', chainId: REFERRAL, chainSequence: 0 },
      { action: 'case.opened', chainId: CASE, chainSequence: 0 },
      { action: 'case.claimed', chainId: CASE, chainSequence: 1 },
      { action: 'case.moved', chainId: CASE, chainSequence: 2 },
      { action: 'rule_set.drafted', chainId: null, chainSequence: null },
    ]);
    expect(events[3]?.previousHash).toEqual(events[2]?.leafHash);
    const ofCase = places.filter(({ chainId }) => chainId === CASE);
    expect(ofCase.map(({ chainSequence }) => chainSequence)).toEqual(ofCase.map((_, at) => at));
  });

  it('have commitments to who and why', () => {
    for (const { actorSalt, actorCommitment } of events) {
      expect(commitmentOf(actorSalt, { id: 'p1', name: 'Pat' })).toEqual(actorCommitment);
    }
    const moved = events[3];
    expect(commitmentOf(moved?.reasonSalt ?? Buffer.alloc(0), 'Asked Mr O’Brien.')).toEqual(moved?.reasonCommitment);
    expect(events[0]?.reasonCommitment).toBeNull();
  });

  it('leaves row-level security as it was', async () => {
    const { rows } = await admin.query<{ forced: boolean }>(
      `SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'audit_event'`,
    );
    expect(rows).toEqual([{ forced: true }]);
  });
});
