import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FindCandidates } from '#people';
import { Database } from '#platform';
import { idleWorker, proposedWithin, sentCase } from '../support/engine-work.ts';
import { aReferral } from '../support/referral-builder.ts';
import { sightingsOf } from '../support/stored-text.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const HOME = { lines: ['77 Plover Causeway'], postcode: 'LK1 9ZY' };
const WITHIN_MS = 15_000;

function family(child: readonly [given: string, family: string, born: string], mother: string): object {
  const [givenName, familyName, dateOfBirth] = child;
  return aReferral({
    children: [
      { ref: 'c1', givenName, familyName, dateOfBirth, address: HOME },
      { ref: 'c2', givenName: 'Wilhelmina', familyName, dateOfBirth, sex: 'F', address: HOME },
    ],
    household: { people: [{ name: mother, relationship: 'mother', livesInHousehold: 'yes' }] },
  });
}

interface Found {
  readonly role: string;
  readonly position: number;
  readonly otherPosition: number;
  readonly band: string;
  readonly version: string;
}

describe('people named in referrals', () => {
  let service: TestService;
  let worker: INestApplicationContext;
  const cases: string[] = [];

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    worker = await idleWorker(service);
    cases.push(await sentCase(service, family(['Siôn', 'Prys-Quillfeather', '2016-05-11'], 'Małgorzata Quillfeather')));
    cases.push(await sentCase(service, family(['Sion', 'Price Quilfeather', '2016-11-05'], 'Gosia Quillfeather')));
    for (const id of cases) await proposedWithin(service, id, WITHIN_MS);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await service.close();
  });

  function found(caseId: string): Promise<Found[]> {
    return service.database.query<Found>('admin', CANDIDATES, [caseId]);
  }

  async function matchAgain(caseId: string): Promise<void> {
    const [row] = await service.database.query<{ referralId: string }>(
      'admin',
      'SELECT referral_id AS "referralId" FROM case_record WHERE id = $1',
      [caseId],
    );
    const about = { authorityId: 'larkshire', referralId: row?.referralId ?? '' };
    await worker
      .get(Database)
      .inTransaction(about, (tx) => worker.get(FindCandidates).execute(tx, about.authorityId, [about.referralId]));
  }

  it('are proposed as one in spite of spelling and a swapped date, each twin with itself, and with a reason', async () => {
    const pairs = await found(cases[1] ?? '');

    expect(pairs.filter(({ band }) => band === 'match')).toMatchObject([
      { role: 'child', position: 0, otherPosition: 0 },
      { role: 'child', position: 1, otherPosition: 1 },
      { role: 'household_member', position: 0, otherPosition: 0 },
    ]);
    expect(pairs).toHaveLength(3);
    const [{ evidence } = { evidence: [] }] = await service.database.query<{ evidence: unknown[] }>(
      'admin',
      `SELECT evidence FROM person_candidate c JOIN person_mention m ON m.id = c.mention_id WHERE m.role = 'child' AND m.position = 0`,
    );
    expect(evidence).toContainEqual(expect.objectContaining({ field: 'birth', level: 'day_and_month_swapped' }));
  });

  it('are nowhere in clear, their keys and reasons included', async () => {
    const planted = [
      'Prys-Quillfeather',
      'Quillfeather',
      'Quilfeather',
      'Wilhelmina',
      '2016-05-11',
      'Plover',
      'LK1 9ZY',
    ];

    expect(await sightingsOf(service.database, planted)).toEqual([]);
  });

  it('are nobody’s but their own until a person says so', async () => {
    const [count] = await service.database.query<{ mentions: number; people: number }>(
      'admin',
      'SELECT count(*)::int AS mentions, count(DISTINCT person_id)::int AS people FROM person_mention',
    );

    expect(count).toEqual({ mentions: 6, people: 6 });
  });

  it('are found once, however often they are looked for, and from whichever side', async () => {
    const before = await found(cases[1] ?? '');
    for (const id of cases) await matchAgain(id);

    expect(await found(cases[1] ?? '')).toEqual(before);
    expect(await found(cases[0] ?? '')).toEqual([]);
  });

  it('are passed over where their key was destroyed', async () => {
    const [first = '', second = ''] = cases;
    await service.database.query(
      'admin',
      'DELETE FROM record_key WHERE referral_id = (SELECT referral_id FROM case_record WHERE id = $1)',
      [first],
    );
    const third = await sentCase(service, family(['Siôn', 'Prys-Quillfeather', '2016-05-11'], 'Gosia Quillfeather'));
    await proposedWithin(service, third, WITHIN_MS);

    const others = await service.database.query<{ id: string }>(
      'admin',
      `SELECT DISTINCT o.referral_id AS id FROM person_candidate c JOIN person_mention m ON m.id = c.mention_id
       JOIN person_mention o ON o.id = c.other_id
       WHERE m.referral_id = (SELECT referral_id FROM case_record WHERE id = $1)`,
      [third],
    );
    const [expected] = await service.database.query<{ id: string }>(
      'admin',
      'SELECT referral_id AS id FROM case_record WHERE id = $1',
      [second],
    );
    expect(others).toEqual([expected]);
  });
});

/** `xmin` changes with every writing of a row. */
const CANDIDATES = `SELECT m.role, m.position, o.position AS "otherPosition", c.band, c.xmin::text AS version
  FROM person_candidate c JOIN person_mention m ON m.id = c.mention_id JOIN person_mention o ON o.id = c.other_id
  WHERE m.referral_id = (SELECT referral_id FROM case_record WHERE id = $1) ORDER BY 1, 2, 3`;
