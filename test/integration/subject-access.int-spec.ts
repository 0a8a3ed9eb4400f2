import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SubjectAccessAnswer } from '#retention';
import { type Desk, openedCases, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { aFullReferral, type JsonObject } from '../support/malformed-full-referral.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

jest.setTimeout(30_000);

const OWN_MARK = 'likes drawing whales';
/** Other people, each in spellings that people use. */
const PLANTED = [
  'Zoë O’Néill, ZOE ONEILL, O Neill Zoe, z. o\u0301 neill, born 1985-03-04, 4/3/85, 4th March 1985',
  'Ffion Example, FFION, F-f-i-o-n, Ffi\u00adon, born 7.8.2019, at 27, Harbour Rd., lk4-9zz, NHS 943 476 5919',
  'Bartholomew Quince, BARTHOLOMEWQUINCE, B Quince, Quince, Bartholo-\nmew',
  'Tamsin Vole of Otter  Hollow Nursery, +44 (0)1632 960 017, Tamsin.Vole [at] example.org',
].join('; ');
const TELLING_RUNS = [
  ...['oneill', 'quince', 'bartholomew', 'tamsin', 'otterhollow', 'ffion', 'harbourr', 'lk49zz'],
  ...['1632960017', '9434765919', '19850304', '4385', '4thmarch', '782019', 'examplee', 'voleat'],
];

/** Every field that there is, with other people planted in every free text that is about more than the child. */
function aTellingReferral(): JsonObject {
  const whole = `${OWN_MARK}: ${PLANTED}`;
  const full = aFullReferral(({ schema }) => ((schema.maxLength ?? 0) > whole.length ? whole : 'B. Quince'));
  const [child] = full['children'] as JsonObject[];
  const own = {
    ref: 'c1',
    givenName: 'Robin',
    familyName: 'Example',
    otherNames: ['Robbie'],
    dateOfBirth: '2017-05-04',
  };
  const address = { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' };
  const sibling = {
    ...{ ref: 'c2', givenName: 'Ffion', familyName: 'Example', dateOfBirth: '2019-08-07' },
    address: { lines: ['27 Harbour Road'], postcode: 'LK4 9ZZ' },
    identifiers: { nhsNumber: '9434765919' },
  };
  const { expectedDeliveryDate: _unborn, whyUnknown: _why, ...rest } = child ?? {};
  return {
    ...full,
    children: [{ ...rest, ...own, address, identifiers: {}, school: {}, gp: {} }, sibling],
    referrer: {
      ...{ capacity: 'professional', name: 'Tamsin Vole', role: 'Nursery nurse', organisation: 'Otter Hollow Nursery' },
      ...{ phone: '01632 960017', email: 'tamsin.vole@example.org', wantsAnonymityFromFamily: true, source: '2B' },
    },
    household: {
      ...(full['household'] as JsonObject),
      people: [{ name: 'Zoë O’Néill', relationship: 'mother', dateOfBirth: '1985-03-04', livesInHousehold: 'yes' }],
    },
    worries: {
      ...(full['worries'] as JsonObject),
      allegedSourceOfHarm: { name: 'Bartholomew Quince', relationship: 'lodger' },
    },
    indicators: [{ id: 'B03', answer: 'present', evidence: `${OWN_MARK}: ${PLANTED}` }],
  };
}

/** Letters and digits alone, without case and accents. */
function joined(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

describe('subject access', () => {
  let service: TestService;
  let school: string;
  let worker: Desk;
  let manager: Desk;
  let caseId: string;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
    const [first = ''] = await openedCases(worker, school, aTellingReferral());
    caseId = first;
    await eventually(
      () => worker.read(caseId),
      (answer) => answer.body.proposed !== null,
    );
    const decided = await worker.decide(caseId, { kind: 'confirm', rationale: `Because ${PLANTED}` });
    expect(decided.status).toBe(201);
    await manager.move(caseId, 'escalate', PLANTED);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function ask(body: object, id = caseId, headers = {}): Promise<Answer<SubjectAccessAnswer & { code?: string }>> {
    const wanted = { token: manager.token, headers, body: { forWhom: 'child', ...body } };
    return call(service.url, `/api/v1/cases/${id}/subject-access`, wanted);
  }

  async function exported(body: object, id = caseId): Promise<Answer<SubjectAccessAnswer & { code?: string }>> {
    // The worker may add to the trail of a new case in between: whoever exports then reads the preview once more.
    return eventually(
      async () => {
        const preview = await ask(body, id);
        return ask({ ...body, previewSha256: preview.body.previewSha256 }, id);
      },
      (answer) => answer.body.code !== 'preview_needed',
    );
  }

  it('tells the child’s own data and nothing of anybody else, however it is spelt and wherever it stands', async () => {
    const { status, body, text } = await exported({});
    const page = await ask({ previewSha256: body.previewSha256 }, caseId, { accept: 'text/html' });

    expect([status, body.isFinal, body.report.leaksIn]).toEqual([200, true, []]);
    for (const told of [text, page.text]) {
      const run = joined(told);
      expect(TELLING_RUNS.filter((planted) => run.includes(planted))).toEqual([]);
      expect(told).not.toMatch(/\b(zo[eë]|vole|fi-?fi)\b/i);
      for (const own of ['Robin Example', 'Robbie', '2017-05-04', '1 Mill Lane', 'LK1 1AA', OWN_MARK]) {
        expect(told).toContain(own);
      }
    }
    expect(body.report.counts.name).toBeGreaterThan(50);
    expect(body.report.counts).toMatchObject({ added: 0 });
    expect(body.document.people).toEqual(
      expect.arrayContaining([
        { placeholder: '[person 2]', relationship: 'mother' },
        { placeholder: '[person 3]', relationship: 'lodger' },
      ]),
    );
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('tells every section, in whole words: what was decided, by whom, who looked, and the rights', async () => {
    const { document } = (await exported({})).body;
    const textOf = (id: string): string =>
      JSON.stringify(document.sections.find((section) => section.id === id)?.entries);

    expect(document.sections.map(({ id, withheld }) => [id, withheld])).toEqual(
      ['child', 'report', 'proposal', 'decisions', 'timeline', 'readers', 'recipients', 'attachments', 'law'].map(
        (id) => [id, null],
      ),
    );
    expect(textOf('decisions')).toContain('Wren Whitethroat (social worker)');
    expect(textOf('timeline')).toContain('case decided (social worker)');
    expect(textOf('readers')).toContain('social worker');
    expect(textOf('law')).toContain('Nothing was decided by a computer alone');
    expect(textOf('recipients')).not.toContain('Larkbridge');
    expect(textOf('report')).not.toContain('Otter');
  });

  it('names a referrer who acts for an agency and asked for no secrecy, without telephone, unless harm could come of it', async () => {
    const id = await proposedCase(worker, school, aReferral());
    const open = (await exported({}, id)).text;
    const hidden = (await exported({ hideReferrer: true }, id)).text;

    expect(open).toContain('Tess Example, Teacher');
    expect(open).not.toContain('960010');
    expect(hidden).not.toContain('Tess');
    expect(hidden).not.toContain('Larkbridge');
  });

  it('takes out and withholds what a person asks for, and says under which exemption', async () => {
    const body = {
      redact: ['whales'],
      withhold: [{ section: 'decisions', exemption: 'serious_harm' }],
      language: 'cy',
    };
    const { body: answer, text } = await exported(body);
    const decisions = answer.document.sections.find((section) => section.id === 'decisions');

    expect(text).not.toContain('whales');
    expect(answer.report.counts.added).toBeGreaterThan(10);
    expect(decisions).toMatchObject({ entries: [], withheld: { exemption: 'serious_harm' } });
    expect(decisions?.withheld?.explanation).toContain('niwed difrifol');
    expect(answer.document.title).toContain('drws ffrynt');
  });

  it('hands out nothing that was not previewed with the same answers', async () => {
    const preview = (await ask({})).body;
    const changed = await ask({ redact: ['whales'], previewSha256: preview.previewSha256 });
    const invented = await ask({ previewSha256: 'ab'.repeat(32) });

    expect(preview.isFinal).toBe(false);
    expect([changed.status, changed.body.code]).toEqual([409, 'preview_needed']);
    expect([invented.status, invented.body.code]).toEqual([409, 'preview_needed']);
  });

  it('refuses to hand out what still tells who somebody is', async () => {
    // A word that belongs to no known form of a name, but that somebody asked to have out, inside another word.
    const body = { redact: ['drawingwhal'] };
    const preview = await ask(body);
    const final = await ask({ ...body, previewSha256: preview.body.previewSha256 });

    expect(preview.body.report.leaksIn).toContain('report');
    expect([final.status, final.body.code]).toEqual([409, 'redaction_incomplete']);
    expect(final.text).not.toContain('Robin');
  });

  it('counts one calendar month to the next working day, and longer where the clock stood still', async () => {
    const clockOf = async (days: object) => (await ask(days)).body.document.clock;

    expect(await clockOf({ requestedOn: '2027-01-29' })).toMatchObject({
      startedOn: '2027-01-29',
      dueOn: '2027-03-01',
    });
    expect(await clockOf({ requestedOn: '2026-03-06' })).toMatchObject({ dueOn: '2026-04-07' });
    const stood = { requestedOn: '2026-06-01', stoppedOn: '2026-06-03', restartedOn: '2026-06-10' };
    expect(await clockOf(stood)).toEqual({
      ...{ startedOn: '2026-06-01', dueOn: '2026-07-08', stoppedOn: '2026-06-03', restartedOn: '2026-06-10' },
    });
  });

  it('is recorded with counts and without values', async () => {
    await exported({ redact: ['whales'] });
    const events = await service.database.query<{ action: string; text: string }>(
      'admin',
      `SELECT action, details::text AS text FROM audit_event
       WHERE action LIKE 'subject_access.%' AND case_id = $1 ORDER BY sequence DESC LIMIT 2`,
      [caseId],
    );

    expect(events.map((event) => event.action)).toEqual(['subject_access.exported', 'subject_access.previewed']);
    expect(events[0]?.text).toContain('"counts"');
    expect(events.map((event) => event.text).join()).not.toMatch(/whales|Zo|Robin/);
  });

  it('is for managers, and of a restricted case only for those to whom it is open', async () => {
    const denied = await call(service.url, `/api/v1/cases/${caseId}/subject-access`, {
      token: worker.token,
      body: { forWhom: 'child' },
    });
    const id = await proposedCase(worker, school, aReferral());
    await service.database.query('admin', 'UPDATE case_record SET restricted = true WHERE id = $1', [id]);

    expect(denied.status).toBe(403);
    expect((await ask({}, id)).status).toBe(404);
  });

  it('names what is wrong with a request', async () => {
    const wrong = await ask({ forWhom: 'uncle', redact: ['...'], withhold: [{ section: 'x', exemption: 'y' }] });

    expect(wrong.status).toBe(422);
  });
});
