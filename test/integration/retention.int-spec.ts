import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { call } from '../support/http.ts';
import { aReferral, aRedReferral } from '../support/referral-builder.ts';
import { aList, anOffice, anOldRecord, type Office, recordsOf } from '../support/retention-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

// Each asks housekeeping to do a round of work.
jest.setTimeout(30_000);

function child(name: string, dateOfBirth?: string): object {
  const born = dateOfBirth === undefined ? {} : { dateOfBirth };
  return { ref: name.toLowerCase(), givenName: name, familyName: 'Kept', ...born };
}

describe('the retention schedule, on records as they are stored', () => {
  let service: TestService;
  let office: Office;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    office = await anOffice(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function listed(): Promise<Map<string | null, { rule: string; dueOn: string; cases: number }>> {
    const { id } = await aList(office);
    const { records } = await recordsOf(office, office.manager, id, '?limit=500');
    return new Map(records.map((record) => [record.reference, record]));
  }

  it('keeps early help to the 25th birthday of the youngest child', async () => {
    const grown = { children: [child('Grown', '1990-05-06')] };
    const both = { children: [child('Older', '1990-05-06'), child('Younger', '2016-01-01')] };
    const due = await anOldRecord(office, 8, grown, 'as_proposed');
    const young = await anOldRecord(office, 8, both, 'as_proposed');
    const list = await listed();

    expect(list.get(due.reference)).toMatchObject({ outcome: 'early_help', cases: 1 });
    expect(list.has(young.reference)).toBe(false);
  });

  it('keeps a child of unknown date of birth to the longest, whatever the outcome’s own years', async () => {
    const unknown = { children: [child('Nobody')] };
    const kept = await anOldRecord(office, 60, unknown, 'as_proposed');
    const due = await anOldRecord(office, 78, unknown, 'as_proposed');
    const list = await listed();

    expect(list.has(kept.reference)).toBe(false);
    expect(list.get(due.reference)).toMatchObject({ rule: 'unknown_date_of_birth' });
  });

  it('starts again from a later contact about the same child, and waits while that is open', async () => {
    const again = { children: [child('Again', '2010-03-04')] };
    const old = await anOldRecord(office, 9, again);
    const later = await anOldRecord(office, 5, again);
    const before = await listed();
    await call(service.url, '/api/v1/referrals', { token: office.school, body: aReferral(again as never) });
    const after = await listed();

    expect([before.get(old.reference)?.dueOn, before.has(later.reference)]).toEqual([
      before.get(later.reference)?.dueOn,
      true,
    ]);
    expect([after.has(old.reference), after.has(later.reference)]).toEqual([false, false]);
  });

  it('keeps a record with signs of sexual abuse as long as anything, even with no further action', async () => {
    const signs = { indicators: [{ id: 'A21', answer: 'present' }], children: [child('Marked', '1960-01-01')] };
    const kept = await anOldRecord(office, 40, signs);

    expect((await listed()).has(kept.reference)).toBe(false);
  });

  it('lists nothing that is still open', async () => {
    const sent = await call<{ reference: string }>(service.url, '/api/v1/referrals', {
      token: office.school,
      body: aRedReferral(),
    });
    await service.database.query(
      'admin',
      `UPDATE referral SET received_at = received_at - interval '80 years' WHERE reference = $1`,
      [sent.body.reference],
    );

    expect((await listed()).has(sent.body.reference)).toBe(false);
  });
});
