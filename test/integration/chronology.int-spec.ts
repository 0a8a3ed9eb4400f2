import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChronologyResponse } from '../../apps/api/chronology/chronology.response.ts';
import { ChronologyRecord, PLANTED } from '../support/chronology-record.ts';
import type { Answer } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

jest.setTimeout(30_000);

describe('the chronology of a child', () => {
  let service: TestService;
  let record: ChronologyRecord;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    record = await new ChronologyRecord(service).fill();
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('goes by the day of the event across all cases of the child and their sister, with age and day of recording', async () => {
    const { status, body } = await record.read();
    const dated = body.entries.filter(({ date }) => date !== null).map(({ date }) => date?.day ?? '');
    const incident = body.entries.find(({ category, date }) => category === 'incident' && date?.day === '2024-02-28');

    expect(status).toBe(200);
    expect(dated).toEqual(dated.toSorted());
    expect(body.entries.slice(0, 4).map(({ title, dateInWords }) => [dateInWords, title])).toEqual([
      ['2 November 2023', 'Domestic abuse'],
      ['2024', 'Move of home'],
      ['28 February 2024', 'Reported to have happened'],
      ['June 2025', 'Reported to have happened'],
    ]);
    expect(incident?.children.map(({ name, relation, age }) => [name, relation, age])).toEqual([
      ['Robin Penllyn', 'self', '4 years 11 months'],
      ['Ffion Penllyn', 'sibling', '1 year 1 month'],
    ]);
    expect(incident).toMatchObject({ recordedLate: true, source: { person: 'Tess Example', role: 'Teacher' } });
    expect(body.entries.filter(({ category }) => category === 'contact')).toHaveLength(3);
    expect(body.entries.some(({ category }) => category === 'proposal')).toBe(true);
    expect(body.entries.find(({ text }) => text?.startsWith('last Tuesday'))).toMatchObject({
      ...{ date: null, dateInWords: 'day not known', recordedLate: false, recordedAfterDays: null },
    });
  });

  it('marks what was recorded late and who entered what somebody else told', async () => {
    const { entries } = (await record.read('&categories=event')).body;

    expect(entries.map(({ id }) => id)[0]).toBe(record.late);
    expect(entries[0]).toMatchObject({
      recordedLate: true,
      source: { person: 'Wren Whitethroat', role: 'social worker' },
    });
    expect(entries[0]?.late).toMatch(/^recorded \d[\d,]* days later$/);
    expect(entries[1]).toMatchObject({
      ...{ recordedBy: 'Wren Whitethroat', source: { person: 'Gwen Vale', role: 'grandmother' } },
      children: [{ relation: 'self' }, { relation: 'sibling', age: '11 months to 1 year 11 months' }],
    });
  });

  it('comes in pages that give the whole, either way round', async () => {
    const whole = (await record.read()).body.entries.map(({ id }) => id);
    const walk = async (order: string): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Answer<ChronologyResponse> = await record.staff.as(
          'social-worker',
          `/api/v1/cases/${record.robin}/chronology?order=${order}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        ids.push(...page.body.entries.map(({ id }) => id));
        cursor = page.body.next;
      }
      return ids;
    };

    expect(await walk('oldest_first')).toEqual(whole);
    expect(await walk('newest_first')).toEqual(whole.toReversed());
    expect((await record.read('&cursor=nonsense')).status).toBe(422);
  });

  it('shows the days, categories and children that are asked for, in Welsh too', async () => {
    const inYear = (await record.read('&from=2024-01-01&to=2024-12-31')).body.entries;
    const alone = (await record.read('&siblings=false')).body.entries;
    const welsh = (await record.read('&categories=event&language=cy')).body.entries;

    expect(inYear.map(({ category }) => category)).toEqual(['event', 'incident']);
    expect(alone.flatMap(({ children }) => children).filter(({ relation }) => relation === 'sibling')).toEqual([]);
    expect(alone.filter(({ category }) => category === 'contact')).toHaveLength(2);
    expect(welsh[0]).toMatchObject({ dateInWords: '2 Tachwedd 2023', title: 'Cam-drin domestig' });
  });

  it('holds what is learned, asked, answered, decided, moved and disputed; a reply only once somebody has read it', async () => {
    const [boyLater = ''] = record.later.caseIds;
    const at = `/api/v1/cases/${boyLater}`;
    const change = async (who: string, step: string, body: object): Promise<number> => {
      const { version } = (await record.staff.as<{ version: number }>(who, at)).body;
      return record.staff.statusFor(who, `${at}/${step}`, { body, headers: { 'if-match': `"${String(version)}"` } });
    };
    const told = async (category: string): Promise<[string, string | null][]> =>
      (await record.read(`&siblings=false&categories=${category}`)).body.entries
        .filter(({ children }) => children.some(({ caseId }) => caseId === boyLater))
        .map(({ title, text }) => [title, text]);

    const learned = { source: 'visit', learnedOn: '2026-01-02', facts: {}, note: 'No heating.' };
    expect(await record.staff.statusFor('screener', `${at}/information`, { body: learned })).toBe(201);
    const question = { agencies: ['larkshire-police'], asked: 'Any calls?' };
    const sent = await record.staff.as<{ enquiries: { id: string }[] }>('screener', `${at}/enquiries`, {
      body: question,
    });
    const enquiry = sent.body.enquiries[0]?.id ?? '';
    const reply = { kind: 'known', whatWeKnow: 'Two calls in spring.' };
    expect(
      await record.staff.statusFor('larkshire-police', `/api/v1/enquiries/${enquiry}/reply`, { body: reply }),
    ).toBe(200);
    expect(await told('information')).toEqual([['New information', 'No heating.']]);
    expect(await told('enquiry')).toEqual([
      ['Enquiry sent to Larkshire Police', 'Any calls?'],
      ['Larkshire Police answered: child known', null],
    ]);
    expect(await record.staff.statusFor('screener', `${at}/enquiries/${enquiry}`)).toBe(200);
    expect((await told('enquiry'))[1]).toEqual(['Larkshire Police answered: child known', 'Two calls in spring.']);

    expect(await change('screener', 'moves', { move: 'escalate', reason: 'A pattern.' })).toBe(200);
    expect(await change('social-worker', 'decision', { kind: 'confirm', rationale: 'As proposed.' })).toBe(201);
    expect((await told('move'))[0]).toEqual([expect.stringMatching(/^Moved from .+ to escalated$/), 'A pattern.']);
    expect((await told('decision'))[0]).toEqual([expect.stringMatching(/^Decided: Level \d.*urgency/), 'As proposed.']);
    const dispute = { caseReference: `${record.later.reference}-1`, grounds: 'other', text: 'It was worse.' };
    const address = `/api/v1/referrals/${record.later.reference}/challenges`;
    expect(await record.staff.statusFor('larkbridge-primary', address, { body: dispute })).toBe(201);
    expect(await told('challenge')).toEqual([['Professional challenge, stage 1: opened', 'It was worse.']]);
    const seen = { milestone: 'child_seen', happenedAt: '2026-01-05T10:00:00Z', source: 'own_record' };
    await service.database.query('admin', MILESTONE, [boyLater, seen.milestone, seen.happenedAt]);
    expect(await told('milestone')).toEqual([['Child seen', null]]);
  });

  it('corrects by a new entry: the old one stays and says by which and why', async () => {
    const first = await record.add({ date: '2022-05', kind: 'health', text: 'Seen in hospital.' });
    const corrects = { corrects: first.body.id, correctionReason: 'It was the month after.' };
    const second = await record.add({ date: '2022-06', kind: 'health', text: 'Seen in hospital.', ...corrects });
    const again = await record.add({ date: '2022-07', kind: 'health', text: 'Seen.', ...corrects });
    const { entries } = (await record.read('&categories=event&to=2022-12-31')).body;

    expect([first.status, second.status, again.status, again.body.code]).toEqual([
      201,
      201,
      409,
      'action_not_available',
    ]);
    expect(entries.map(({ id, correction }) => [id, correction?.label, correction?.reason])).toEqual([
      [first.body.id, 'Corrected later', 'It was the month after.'],
      [second.body.id, 'Corrects an earlier entry', 'It was the month after.'],
    ]);
    expect(entries[0]?.correction?.correctedBy).toBe(second.body.id);
    const update = `UPDATE chronology_event SET kind = 'other'`;
    await expect(service.database.query('api', update)).rejects.toThrow(/permission denied/);
    await expect(service.database.query('api', 'DELETE FROM chronology_event')).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['a day to come', { date: '2099-01-01' }, '/date'],
    ['no day of the calendar', { date: '2024-02-30' }, '/date'],
    ['a case of somebody else', { children: ['00000000-0000-4000-8000-000000000000'] }, '/children/0'],
    ['an agency that is not in the directory', { agencyId: 'nobody' }, '/agencyId'],
    ['a correction without a reason', { corrects: 'event:00000000-0000-4000-8000-000000000000' }, '/correctionReason'],
    [
      'a correction of nothing',
      { corrects: 'event:00000000-0000-4000-8000-000000000000', correctionReason: 'x' },
      '/corrects',
    ],
  ])('refuses %s by its place', async (_name, changes, pointer) => {
    const { status, body } = await record.add({ date: '2024-01', kind: 'other', text: 'x', ...changes });

    expect([status, [...new Set(body.errors.map((each) => each.pointer))]]).toEqual([422, [pointer]]);
  });

  it('keeps every version of the analysis, and lets nobody write over what they have not read', async () => {
    const statuses = [
      await record.analyse(0, 'One thing after another.'),
      await record.analyse(0, 'Mine.'),
      await record.analyse(1, `A pattern. ${PLANTED}`),
    ];
    const { analyses } = (await record.read()).body;

    expect(statuses.map(({ status }) => status)).toEqual([201, 412, 201]);
    expect(analyses.map(({ version, by }) => [version, by.name])).toEqual([
      [2, 'Wren Whitethroat'],
      [1, 'Wren Whitethroat'],
    ]);
  });

  it('keeps what people write sealed', async () => {
    const rows = await service.database.query<{ text: string }>(
      'admin',
      `SELECT details AS text FROM chronology_event UNION ALL SELECT note FROM chronology_analysis
       UNION ALL SELECT details::text FROM audit_event WHERE action LIKE '%chronology%'`,
    );

    expect(rows.length).toBeGreaterThan(8);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/Neill|Police|pattern|hospital|Vale/);
  });

  it('is read and written by who may', async () => {
    expect((await record.add({ date: '2024', kind: 'other', text: 'x' }, 'auditor')).status).toBe(403);
    expect((await record.read('', 'auditor')).status).toBe(200);
    expect((await record.read('', 'practitioner')).status).toBe(404);
  });

  it('shows nothing of a sister’s restricted case to those to whom it is not open', async () => {
    expect((await record.staff.restrict(record.sisters.reference, ['social-worker'])).status).toBe(201);
    const [hidden, shown] = [(await record.read('', 'screener')).text, (await record.read()).text];

    expect(hidden).not.toContain('Not collected');
    expect(hidden).not.toContain(record.sisters.caseIds[0]);
    expect(shown).toContain('Not collected');
  });
});

const MILESTONE = `INSERT INTO case_milestone (id, authority_id, case_id, milestone, happened_at, source, recorded_by,
    recorded_by_name, recorded_at)
  SELECT gen_random_uuid(), 'larkshire', $1, $2, $3, 'own_record', 'manager', 'Robin Reed', now()`;
