import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditResponse } from '../../apps/api/cases/case.response.ts';
import type { RecordedResponse } from '../../apps/api/family/family.response.ts';
import { aChild, about, candidatesOf, familyOf, mentionOf, proposed } from '../support/family-records.ts';
import { Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const WHY = 'Same school photograph, told by the class teacher.';

describe('whether two mentions are one person', () => {
  let service: TestService;
  let staff: Staff;
  let first: string;
  let second: string;

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '0' });
    staff = new Staff(service);
    await service.startWorker();
    first = await opened(about([aChild('Katherine', 'Vale')]));
    await proposed(staff, [first]);
    second = await opened(about([aChild('Catherine', 'Vale', { dateOfBirth: '2016-09-03' })]));
    await proposed(staff, [second]);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function opened(document: ReturnType<typeof about>): Promise<string> {
    const { caseIds } = await staff.refer(document);
    return caseIds[0] ?? '';
  }

  async function say(from: string, to: string, verdict: 'same' | 'different', who = 'social-worker') {
    const [one, other] = [await mentionOf(staff, from), await mentionOf(staff, to)];
    const body = { mentionId: one.id, otherId: other.id, verdict, reason: WHY };
    return staff.as<RecordedResponse & { code?: string }>(who, `/api/v1/cases/${from}/verdicts`, { body });
  }

  function undo(from: string, verdictId: string, who = 'manager') {
    return staff.as(who, `/api/v1/cases/${from}/verdicts/${verdictId}/undoing`, { body: { reason: 'A cousin.' } });
  }

  async function personOf(caseId: string): Promise<string> {
    return (await mentionOf(staff, caseId)).personId;
  }

  async function actionsOn(caseId: string): Promise<string[]> {
    const { body } = await staff.as<AuditResponse>('manager', `/api/v1/cases/${caseId}/audit`);
    return body.events.map(({ action }) => action).filter((action) => action.startsWith('person.'));
  }

  it('is for people to say: the engine shows both sides and why, and merges nobody', async () => {
    const { people, pairs } = await candidatesOf(staff, second);

    expect(people.map(({ name }) => name)).toEqual(['Catherine Vale']);
    expect(pairs).toMatchObject([
      {
        mention: { name: 'Catherine Vale' },
        other: { name: 'Katherine Vale' },
        otherCases: [{ id: first }],
        verdicts: [],
      },
    ]);
    expect(pairs[0]?.candidate?.evidence.map(({ words }) => words).join('; ')).toMatch(/Given name: .*Birth: /);
    expect(await personOf(first)).not.toBe(await personOf(second));
  });

  it('makes them one person once somebody confirms it, on the record of both and for the rules to look again', async () => {
    const runs = `SELECT count(*)::int AS n FROM triage_run WHERE case_id = ANY ($1::uuid[])`;
    const before = await service.database.query<{ n: number }>('admin', runs, [[first, second]]);
    const said = await say(second, first, 'same');

    expect(said.status).toBe(201);
    expect(await personOf(first)).toBe(await personOf(second));
    expect(await actionsOn(first)).toEqual(['person.confirmed_same']);
    expect(await actionsOn(second)).toEqual(['person.confirmed_same']);
    await proposed(staff, [first, second]);
    const after = await service.database.query<{ n: number }>('admin', runs, [[first, second]]);
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(2);
    const { members } = await familyOf(staff, first);
    expect(members.map(({ part, mentions }) => [part, mentions.length])).toEqual([['child', 2]]);
  });

  it('is said once: from a stale page it is refused, and the opposite too', async () => {
    expect(await say(first, second, 'same')).toMatchObject({ status: 409, body: { code: 'verdict_stands' } });
    expect(await say(first, second, 'different')).toMatchObject({ status: 409, body: { code: 'verdict_stands' } });
    expect((await say(first, first, 'same')).status).toBe(422);
  });

  it('is taken back with a reason, and stays on the record of both', async () => {
    const id = (await candidatesOf(staff, first)).pairs[0]?.verdicts[0]?.id ?? '';

    expect((await undo(first, id)).status).toBe(204);
    expect(await undo(first, id)).toMatchObject({ status: 412, body: { code: 'record_changed' } });
    expect(await personOf(first)).not.toBe(await personOf(second));
    expect(await actionsOn(second)).toEqual(['person.confirmed_same', 'person.verdict_undone']);
    expect((await candidatesOf(staff, first)).pairs[0]?.verdicts).toMatchObject([
      { verdict: 'same', reason: WHY, by: 'Wren Whitethroat', undone: { reason: 'A cousin.' } },
    ]);
  });

  it('takes two who were told apart out of each other’s family, however alike they are', async () => {
    expect((await say(first, second, 'different')).status).toBe(201);
    await proposed(staff, [first, second]);
    const { members } = await familyOf(staff, first);

    expect(members.map(({ part, mentions }) => [part, mentions.length])).toEqual([['child', 1]]);
  });

  it('may be said of an unborn child and the child that was born, found alike or not', async () => {
    const unborn = await opened(
      about([{ ref: 'c1', whyUnknown: 'Not born yet.', expectedDeliveryDate: '2026-03-01' }], {
        household: { people: [{ name: 'Nia Brook', relationship: 'mother', livesInHousehold: 'yes' }] },
      }),
    );
    const born = await opened(about([aChild('Idris', 'Brook', { dateOfBirth: '2026-02-20' })]));

    expect((await say(born, unborn, 'same')).status).toBe(201);
    const { members } = await familyOf(staff, born);
    expect(members).toMatchObject([
      { part: 'child', name: 'Idris Brook', expectedDeliveryDate: '2026-03-01', dateOfBirth: '2026-02-20' },
      { part: 'adult', name: 'Nia Brook', belonging: 'confirmed' },
    ]);
  });

  it('ends the same whoever is first, where many say so of one chain at once', async () => {
    const chain: string[] = [];
    for (const name of ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel']) {
      chain.push(await opened(about([aChild(name, 'Grove', { dateOfBirth: '2018-01-01' })])));
    }
    const links = chain.slice(1).map((caseId, index) => say(caseId, chain[index] ?? '', 'same'));
    const said = await Promise.all(links);

    expect(said.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(await Promise.all(chain.map(personOf))).size).toBe(1);
    const [ash = '', , cedar = '', elm = '', , hazel = ''] = chain;
    // The middle link goes while the ends are tied to each other: whichever comes first, all six stay one person.
    const [gone, tied] = await Promise.all([undo(elm, said[2]?.body.id ?? ''), say(hazel, ash, 'same')]);
    expect([gone.status, tied.status]).toEqual([204, 201]);
    expect(new Set(await Promise.all(chain.map(personOf))).size).toBe(1);
    await undo(hazel, tied.body.id);
    expect(await personOf(ash)).toBe(await personOf(cedar));
    expect(await personOf(elm)).toBe(await personOf(hazel));
    expect(await personOf(ash)).not.toBe(await personOf(hazel));
  }, 30_000);

  it('is not for the engine to say, nor for anybody past the trail', async () => {
    const { database } = service;
    const insert = `INSERT INTO person_verdict (id, authority_id, mention_id, other_id, verdict, reason, given_by,
        given_by_name, given_at)
      SELECT gen_random_uuid(), 'larkshire', least(a.id, b.id), greatest(a.id, b.id), 'same', 'x', 'engine', 'x', now()
      FROM person_mention a, person_mention b WHERE a.case_id = $1 AND b.case_id = $2`;
    const denied = /permission denied/;

    await expect(database.query('engine', insert, [first, second])).rejects.toThrow(denied);
    await expect(database.query('engine', 'SELECT regroup_people($1)', [[first]])).rejects.toThrow(denied);
    for (const role of ['engine', 'api'] as const) {
      await expect(database.query(role, 'UPDATE person_mention SET person_id = id')).rejects.toThrow(denied);
      await expect(database.query(role, 'DELETE FROM person_verdict')).rejects.toThrow(denied);
      await expect(database.query(role, `UPDATE person_verdict SET verdict = 'same'`)).rejects.toThrow(denied);
    }
  });

  it('is kept under seal, and closed to those who may not work on it', async () => {
    const stored = await service.database.query<{ all: string }>(
      'admin',
      'SELECT v::text AS all FROM person_verdict v',
    );
    const { id } = await mentionOf(staff, second);

    expect(stored.length).toBeGreaterThan(5);
    expect(stored.filter(({ all }) => all.includes('school') || all.includes('cousin'))).toEqual([]);
    expect(await staff.statusFor('auditor', `/api/v1/cases/${first}/candidates`)).toBe(403);
    const body = { mentionId: id, otherId: (await mentionOf(staff, first)).id, verdict: 'same', reason: WHY };
    expect(await staff.statusFor('auditor', `/api/v1/cases/${first}/verdicts`, { body })).toBe(403);
  });

  it('shows nothing of a restricted record to whom it is closed, in PostgreSQL and in every answer', async () => {
    const open = await opened(about([aChild('Rhona', 'Hidden', { dateOfBirth: '2015-02-02' })]));
    await proposed(staff, [open]);
    const elsewhere = { lines: ['3 Far Street'], postcode: 'LK8 8AA' };
    const { reference, caseIds } = await staff.refer(
      about([aChild('Rhona', 'Hidden', { dateOfBirth: '2015-02-20', address: elsewhere })]),
    );
    const hidden = caseIds[0] ?? '';
    await proposed(staff, [hidden]);
    await staff.haveLooked('social-worker', 'social-worker-2');
    expect((await staff.restrict(reference, ['social-worker'])).status).toBe(201);
    expect((await say(open, hidden, 'same', 'social-worker-2')).status).toBe(404);
    expect((await say(open, hidden, 'same')).status).toBe(201);

    expect((await candidatesOf(staff, open)).pairs).toHaveLength(1);
    expect((await candidatesOf(staff, open, 'social-worker-2')).pairs).toEqual([]);
    expect((await familyOf(staff, open)).members[0]?.mentions).toHaveLength(2);
    expect((await familyOf(staff, open, 'social-worker-2')).members).toMatchObject([
      { mentions: [{ name: 'Rhona Hidden' }], cases: [{ id: open }] },
    ]);
    const { id } = await mentionOf(staff, hidden);
    for (const table of ['person_candidate', 'person_verdict']) {
      const rows = await service.database.query('api', `SELECT 1 FROM ${table} WHERE $1 IN (mention_id, other_id)`, [
        id,
      ]);
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });
});
