import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummaryResponse } from '../../apps/api/cases/case.response.ts';
import type { ReferralPageResponse } from '../../apps/api/referrals/referral.response.ts';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const CASES = 66;

interface Placed {
  readonly id: string;
  readonly overdue: boolean;
  readonly urgency: string | null;
  readonly first1001: boolean;
  readonly received: string;
}

/** No worker runs here, so that the owner can put the cases where the tests want them. */
describe('the worklist', () => {
  let service: TestService;
  let school: string;
  let worker: Desk;

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    for (let sent = 0; sent < CASES; sent += 22) {
      const children = Array.from({ length: 22 }, (_, index) => ({ ref: `c${String(index)}`, givenName: 'Robin' }));
      await openedCases(worker, school, aReferral({ children, senderReference: `batch ${String(sent)}` }));
    }
    await service.database.query('admin', SPREAD);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** As the domain says it: overdue, then urgency (not triaged counts as red), then first 1001 days, then age. */
  async function expectedOrder(): Promise<string[]> {
    const rows = await service.database.query<Placed>('admin', PLACES);
    const urgency = (row: Placed): number => ['red', 'amber', 'green', 'blue'].indexOf(row.urgency ?? 'red');
    const keyOf = (row: Placed): string =>
      [row.overdue ? 0 : 1, urgency(row), row.first1001 ? 0 : 1, row.received, row.id].join(' ');
    return rows
      .map((row) => ({ id: row.id, key: keyOf(row) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map((row) => row.id);
  }

  async function walk(
    query: string,
    between: (page: number) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<CaseSummaryResponse[]> {
    const found: CaseSummaryResponse[] = [];
    const moments = new Set<string>();
    let cursor = '';
    for (let page = 0; page < 100; page += 1) {
      const { body, status } = await worker.list(
        `?${query}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(status).toBe(200);
      found.push(...body.cases);
      moments.add(body.asAt);
      if (body.next === null) {
        expect(moments.size).toBe(1);
        return found;
      }
      cursor = body.next;
      await between(page);
    }
    throw new Error('The walk does not end.');
  }

  const idsOf = (cases: readonly { readonly id: string }[]): string[] => cases.map((each) => each.id);

  it('shows overdue cases first, then by urgency, first 1001 days and age', async () => {
    const expected = await expectedOrder();
    const { body } = await worker.list('?limit=100');

    expect(expected.length).toBe(CASES);
    expect(idsOf(body.cases)).toEqual(expected);
    expect(body.next).toBeNull();
    expect(
      new Set(body.cases.map((each) => `${String(each.overdue)} ${each.urgency} ${String(each.first1001Days)}`)).size,
    ).toBe(20);
  });

  it.each([1, 7, 33, 65, 66, 67])('gives every case once in the same order, %i to a page', async (limit) => {
    expect(idsOf(await walk(`limit=${String(limit)}`))).toEqual(await expectedOrder());
  });

  it('misses nobody when cases fall due during the walk', async () => {
    const expected = await expectedOrder();
    const dueSoon = `UPDATE case_record SET next_due_at = now() + interval '30 milliseconds' WHERE next_due_at > now()`;
    const dueAsBefore = `UPDATE case_record SET next_due_at = now() + interval '1 day' WHERE next_due_at > now() - interval '1 minute'`;
    await service.database.query('admin', dueSoon);
    const found = idsOf(await walk('limit=7', () => new Promise((resolve) => setTimeout(resolve, 15))));
    await service.database.query('admin', dueAsBefore);

    expect(new Set(found).size).toBe(found.length);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('shows nobody twice when cases come and go during the walk', async () => {
    const before = await expectedOrder();
    const found = idsOf(
      await walk('limit=7', async (page) => {
        if (page > 3) return;
        await openedCases(worker, school, aReferral());
        await service.database.query('admin', `UPDATE case_record SET urgency = 'red' WHERE id = $1`, [
          before.at(page),
        ]);
      }),
    );

    expect(new Set(found).size).toBe(found.length);
    expect(before.filter((id) => !found.includes(id))).toEqual([]);
    await service.database.query('admin', `UPDATE case_record SET queue = 'assessment' WHERE child_index = 0`);
  });

  it.each<[string, string, string]>([
    ['a queue', 'queue=early_help_hub', `queue = 'early_help_hub'`],
    ['an area', 'area=harbour', `area = 'harbour'`],
    ['an urgency', 'urgency=amber', `urgency = 'amber'`],
    ['what is not triaged', 'urgency=not_triaged', 'urgency IS NULL'],
    ['a state', 'state=screening', `state = 'screening'`],
    ['my cases', 'claimed=me', `claimed_by = 'social-worker'`],
    ['nobody’s cases', 'claimed=nobody', 'claimed_by IS NULL'],
    ['anybody’s cases', 'claimed=anybody', 'claimed_by IS NOT NULL'],
    ['open questions', 'needsInformation=true', 'needs_information'],
    ['no open questions', 'needsInformation=false', 'NOT needs_information'],
    [
      'several things',
      'queue=early_help_hub&claimed=nobody&urgency=blue',
      `queue = 'early_help_hub' AND claimed_by IS NULL AND urgency = 'blue'`,
    ],
    ['a queue that nobody has', 'queue=%27%20OR%20true--', 'false'],
  ])('can be narrowed to %s', async (_, query, condition) => {
    const rows = await service.database.query<{ id: string }>(
      'admin',
      `SELECT id FROM case_record WHERE open AND ${condition}`,
    );
    const found = idsOf(await walk(`limit=7&${query}`));

    expect(new Set(found).size).toBe(found.length);
    expect([...found].sort()).toEqual(idsOf(rows).sort());
    if (condition !== 'false') expect(found.length).toBeGreaterThan(0);
  });

  it('finds a case by its own reference or its referral’s, also when it is settled', async () => {
    const [first = '', second = ''] = await openedCases(
      worker,
      school,
      aReferral({
        children: [
          { ref: 'a', givenName: 'A' },
          { ref: 'b', givenName: 'B' },
        ],
      }),
    );
    await worker.claim(first);
    await worker.differ(first, 'early_help', 'green');
    const { reference, state } = (await worker.read(first)).body;
    const ofReferral = reference.slice(0, -2);

    expect(state).toBe('signed');
    expect(idsOf(await walk(`reference=${reference}`))).toEqual([first]);
    expect(idsOf(await walk(`reference=${ofReferral}`)).sort()).toEqual([first, second].sort());
    expect(idsOf(await walk(`reference=${ofReferral}&limit=1`)).length).toBe(2);
    expect(idsOf(await walk('reference=FD-2222-2222'))).toEqual([]);
    expect(idsOf(await walk('limit=100'))).not.toContain(first);
  });

  it('goes on only from a place that it gave itself', async () => {
    const { body } = await call<ReferralPageResponse>(service.url, '/api/v1/referrals?limit=1', { token: school });
    const now = new Date().toISOString();
    const id = '00000000-0000-0000-0000-000000000000';
    const forged: unknown[] = [
      [],
      {},
      null,
      'text',
      [now, 'overdue', 1, now],
      [now, 'later', 1, now, id],
      ['x', 'overdue', 1, now, id],
      [now, 'overdue', '1', now, id],
      [now, 'overdue', 1.5, now, id],
      [now, 'overdue', 1e300, now, id],
      [now, 'overdue', 1, '2026-02-30T10:00:00.000Z', id],
      [now, 'overdue', 1, '0000-01-01T00:00:00.000Z', id],
      [now, 'overdue', 1, '2026-01-01 (x)', id],
      ['2026-01-01 (x)', 'overdue', 1, now, id],
      [now, 'overdue', 1, now, '-'.repeat(36)],
      [now, 'overdue', 1, now, `${id}'`],
    ];
    const texts = forged.map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
    for (const cursor of ['', ' ', 'x', '%%', body.next ?? '', body.referrals[0]?.reference ?? '', ...texts]) {
      const answer = await call(service.url, `/api/v1/cases?cursor=${encodeURIComponent(cursor)}`, {
        token: worker.token,
      });
      expect({ cursor, status: answer.status }).toEqual({ cursor, status: 422 });
      expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/cursor' }] });
    }
  });

  it('refuses a question it does not understand, by name', async () => {
    const faulty: [string, string][] = [
      ['limit=0', '/limit'],
      ['limit=101', '/limit'],
      ['limit=x', '/limit'],
      ['limit=1.5', '/limit'],
      ['limit=1&limit=2', '/limit'],
      ['urgency=purple', '/urgency'],
      ['urgency=', '/urgency'],
      ['state=lost', '/state'],
      ['claimed=you', '/claimed'],
      ['needsInformation=1', '/needsInformation'],
      ['queue=a&queue=b', '/queue'],
      [`queue=${'q'.repeat(101)}`, '/queue'],
      [`cursor=${'c'.repeat(401)}`, '/cursor'],
      ['sort=name', '/sort'],
      ['Robin%20Example=1', '/(unreadable field name)'],
    ];
    for (const [query, pointer] of faulty) {
      const answer = await call(service.url, `/api/v1/cases?${query}`, { token: worker.token });
      expect({ query, status: answer.status, pointer: answer.body.errors[0]?.pointer }).toEqual({
        query,
        status: 422,
        pointer,
      });
    }
  });
});

/** Every combination of overdue, urgency and first 1001 days, with ties in the time of receipt down to the microsecond. */
const SPREAD = `WITH numbered AS (
    SELECT id, (row_number() OVER (ORDER BY reference))::int AS n FROM case_record)
  UPDATE case_record c SET
    urgency = (ARRAY['red', 'amber', 'green', 'blue', NULL])[1 + n % 5],
    first_1001_days = n % 3 = 0,
    next_due_at = CASE WHEN n % 2 = 1 THEN now() + interval '1 day' WHEN n % 7 = 0 THEN NULL
      ELSE now() - make_interval(hours => n) END,
    received_at = timestamptz '2026-11-02 09:00:00.123456+00' + make_interval(days => n % 4) + (n % 3) * interval '1 microsecond',
    needs_information = n % 4 = 0,
    area = (ARRAY['harbour', 'vale', NULL])[1 + n % 3],
    queue = CASE WHEN n % 4 < 2 THEN 'early_help_hub' ELSE queue END,
    state = CASE WHEN n % 5 = 1 THEN 'screening' ELSE state END,
    claimed_by = CASE n % 6 WHEN 1 THEN 'social-worker' WHEN 2 THEN 'screener' END,
    claimed_by_name = 'X', claimed_at = CASE WHEN n % 6 IN (1, 2) THEN now() END
  FROM numbered WHERE numbered.id = c.id`;

const PLACES = `SELECT id::text, coalesce(next_due_at <= now(), false) AS overdue, urgency, first_1001_days AS first1001,
    to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS received
  FROM case_record WHERE open`;
