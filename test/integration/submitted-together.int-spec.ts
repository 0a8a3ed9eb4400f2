import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, asId } from '#domain';
import { type Submission, type Submitted, SubmitReferral } from '#intake';
import { withCorrelation } from '#platform';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const SCHOOL: Actor = {
  id: 'larkbridge-primary',
  kind: 'partner_system',
  name: 'larkbridge-primary',
  roles: ['referrer'],
  authorityId: asId(DEMO_AUTHORITY),
  agencyId: asId('larkbridge-primary'),
  teams: [],
  homePostcode: null,
  registration: null,
};

function submissionOf(document: object, idempotencyKey: string | null, actor: Actor = SCHOOL): Submission {
  return { actor, body: Buffer.from(JSON.stringify(document)), parsed: document, idempotencyKey };
}

/** How each came out: its reference, `again` behind it where it had been stored before, or why it was refused. */
function outcomesOf(settled: readonly PromiseSettledResult<Submitted>[]): string[] {
  return settled.map((result) => {
    if (result.status === 'rejected') return (result.reason as { code?: string }).code ?? 'failed';
    return `${result.value.receipt.reference}${result.value.replayed ? ' again' : ''}`;
  });
}

describe('referrals of one sender that come in while others are being stored', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** Three begin at once, one by one; whatever follows in the same breath shares the next transaction. */
  async function together(...submissions: readonly Submission[]): Promise<string[]> {
    const submit = service.api.get(SubmitReferral);
    const before = Array.from({ length: 3 }, () => submit.execute(submissionOf(aReferral(), null)));
    const settled = Promise.allSettled(submissions.map((submission) => submit.execute(submission)));
    await Promise.all(before);
    return outcomesOf(await settled);
  }

  /** The transactions that stored these referrals. */
  async function transactionsOf(...references: readonly string[]): Promise<Set<string>> {
    const text = 'SELECT xmin::text AS xid FROM referral WHERE reference = ANY ($1)';
    const rows = await service.database.query<{ xid: string }>('admin', text, [references]);
    expect(rows.length).toBe(references.length);
    return new Set(rows.map(({ xid }) => xid));
  }

  it('share one transaction, and each is whole', async () => {
    const outcomes = await together(
      submissionOf(aReferral(), randomUUID()),
      submissionOf(aReferral({ children: [1, 2, 3].map((n) => ({ ref: `c${String(n)}`, givenName: 'Robin' })) }), null),
      submissionOf(aReferral(), null),
    );

    expect((await transactionsOf(...outcomes)).size).toBe(1);
    const rows = await service.database.query(
      'admin',
      `SELECT count(DISTINCT c.id)::int AS cases, count(DISTINCT k.referral_id)::int AS keys, count(DISTINCT o.id)::int AS wanted,
         count(DISTINCT e.id)::int AS events, count(DISTINCT m.id)::int AS messages, count(DISTINCT w.case_id)::int AS clocked
       FROM referral r JOIN case_record c ON c.referral_id = r.id JOIN record_key k ON k.referral_id = r.id
         JOIN outbox_message o ON o.case_id = c.id JOIN audit_event e ON e.referral_id = r.id
         JOIN message m ON m.referral_id = r.id JOIN case_clock w ON w.case_id = c.id
       WHERE r.reference = ANY ($1) GROUP BY r.id ORDER BY cases`,
      [outcomes],
    );
    const one = { cases: 1, keys: 1, wanted: 1, events: 2, messages: 1, clocked: 1 };
    expect(rows).toEqual([one, one, { cases: 3, keys: 1, wanted: 3, events: 4, messages: 1, clocked: 3 }]);
  });

  it('fare each by itself: good, sent before, twins, a used key, an agency that nobody knows', async () => {
    const [old, twin] = [randomUUID(), randomUUID()];
    const [first] = await together(submissionOf(aReferral(), old));
    const stranger: Actor = { ...SCHOOL, id: 'nowhere', agencyId: asId('nowhere') };
    const outcomes = await together(
      submissionOf(aReferral(), randomUUID()),
      submissionOf(aReferral(), old),
      submissionOf(aReferral({ strengths: 'Another body.' }), old),
      submissionOf(aReferral(), twin),
      submissionOf(aReferral(), twin),
      submissionOf(aReferral({ strengths: 'Another body.' }), twin),
      submissionOf(aReferral(), randomUUID(), stranger),
      submissionOf(aRedReferral(), null),
    );

    const [good, , , winner, , , , red] = outcomes;
    expect(outcomes).toEqual([
      expect.stringMatching(/^FD-\w{4}-\w{4}$/),
      `${first} again`,
      'idempotency_key_reused',
      expect.stringMatching(/^FD-\w{4}-\w{4}$/),
      `${winner} again`,
      'idempotency_key_reused',
      'not_allowed',
      expect.stringMatching(/^FD-\w{4}-\w{4}$/),
    ]);
    expect((await transactionsOf(good ?? '', winner ?? '')).size).toBe(1);
    // What is urgent does not wait for what is not.
    expect((await transactionsOf(good ?? '', red ?? '')).size).toBe(2);
  });

  it('go by who came first, where several have one key', async () => {
    const keys = Array.from({ length: 5 }, () => randomUUID());
    const bodies = ['First.', 'Second.', 'Third.'];
    const all = keys.flatMap((key) => bodies.map((strengths) => submissionOf(aReferral({ strengths }), key)));

    const stored = expect.stringMatching(/^FD-/);
    const each = [stored, 'idempotency_key_reused', 'idempotency_key_reused'];
    expect(await together(...all)).toEqual(keys.flatMap(() => each));
  });

  it('go on one by one when one of them cannot be stored', async () => {
    await service.database.query(
      'admin',
      `CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$;
       CREATE TRIGGER poison BEFORE INSERT ON referral FOR EACH ROW WHEN (NEW.idempotency_key = 'poison')
         EXECUTE FUNCTION refuse_poison()`,
    );
    const outcomes = await together(
      submissionOf(aReferral(), 'sound-1'),
      submissionOf(aReferral(), 'poison'),
      submissionOf(aReferral(), 'sound-2'),
    );

    // What PL/pgSQL raises has this code.
    expect(outcomes).toEqual([expect.stringMatching(/^FD-/), 'P0001', expect.stringMatching(/^FD-/)]);
    expect((await transactionsOf(outcomes[0] ?? '', outcomes[2] ?? '')).size).toBe(2);
  });

  it('keep each the id of the request that brought it', async () => {
    const submit = service.api.get(SubmitReferral);
    const ids = Array.from({ length: 8 }, () => randomUUID());
    const stored = await Promise.all(
      ids.map((id) => withCorrelation(id, () => submit.execute(submissionOf(aReferral(), null)))),
    );

    const rows = await service.database.query<{ reference: string; ids: string[] }>(
      'admin',
      `SELECT r.reference, array_agg(DISTINCT given.id) AS ids FROM referral r JOIN case_record c ON c.referral_id = r.id
         JOIN audit_event e ON e.referral_id = r.id JOIN outbox_message o ON o.case_id = c.id,
         unnest(ARRAY[r.correlation_id, e.correlation_id, o.correlation_id]) AS given (id)
       WHERE r.reference = ANY ($1) GROUP BY 1`,
      [stored.map(({ receipt }) => receipt.reference)],
    );
    const found = new Map(rows.map((row) => [row.reference, row.ids]));
    expect(stored.map(({ receipt }) => found.get(receipt.reference))).toEqual(ids.map((id) => [id]));
  });

  it('are refused at once, with advice to come again, when more wait than can be stored in time', async () => {
    const submit = service.api.get(SubmitReferral);
    const flood = Array.from({ length: 120 }, () => submit.execute(submissionOf(aReferral(), null)));
    const red = Array.from({ length: 20 }, () => submit.execute(submissionOf(aRedReferral(), null)));
    const outcomes = outcomesOf(await Promise.allSettled(flood));

    expect(outcomes.slice(0, 60)).toEqual(outcomes.slice(0, 60).filter((outcome) => outcome.startsWith('FD-')));
    expect(outcomes.slice(-50)).toEqual(Array.from({ length: 50 }, () => 'unavailable'));
    expect((await Promise.all(red)).every(({ replayed }) => !replayed)).toBe(true);
  });
});
