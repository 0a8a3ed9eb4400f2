import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type { ReferralPageResponse } from '../../apps/api/referrals/referral.response.ts';
import { call, eventually } from '../support/http.ts';
import { aFullReferral, type JsonObject, TEXT_PLACES, withValue } from '../support/malformed-full-referral.ts';
import {
  complaintsAbout,
  isStored,
  problemIn,
  receiptIn,
  Sender,
  type Sent,
  sha256Of,
} from '../support/malformed-sender.ts';
import { storedReferrals, strayRows } from '../support/malformed-store.ts';
import { escapedJson, fitted, NAUGHTY_TEXTS, UNSTORABLE_ESCAPES } from '../support/malformed-texts.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const EVERY_TEXT = Object.entries(NAUGHTY_TEXTS);

describe('texts that people write', () => {
  let service: TestService;
  let school: string;
  let worker: string;
  let sender: Sender;
  const documents = new Map<Sent, JsonObject>();

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
    worker = await service.staffToken('social-worker');
    sender = new Sender(service, school);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function sendDocuments(named: readonly [string, JsonObject, string][]): Promise<Sent[]> {
    const answers = await sender.sendAll(named.map(([name, , body]) => ({ name, body })));
    answers.forEach((sent, index) => {
      const [, document] = named[index] ?? [];
      if (document !== undefined && isStored(sent)) documents.set(sent, document);
    });
    return answers;
  }

  function naughtyReferral(text: string): JsonObject {
    return aFullReferral(({ schema }) => fitted(text, schema.maxLength));
  }

  it(`are taken in every one of the ${String(TEXT_PLACES.length)} fields, raw and as escapes`, async () => {
    const named = EVERY_TEXT.flatMap(([name, text]): [string, JsonObject, string][] => {
      const document = naughtyReferral(text);
      return [
        [name, document, JSON.stringify(document)],
        [`${name}, escaped`, document, escapedJson(document)],
      ];
    });
    const answers = await sendDocuments(named);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.filter((sent) => sent.status !== 201).map((sent) => sent.name)).toEqual([]);
  }, 30_000);

  it('are taken as long as the schema lets them be, counted in characters and not in bytes', async () => {
    const longest = ['x', 'é', '語', '😀'].map((character): [string, JsonObject, string] => {
      const worries = { summary: character.repeat(20_000), childsWords: character.repeat(20_000) };
      const document = { ...aReferral({ worries }) } as unknown as JsonObject;
      return [`the longest of ${character}`, document, JSON.stringify(document)];
    });
    const answers = await sendDocuments(longest);

    expect(answers.map((sent) => sent.status)).toEqual([201, 201, 201, 201]);
    const over = { ...aReferral({ worries: { summary: '😀'.repeat(20_001) } }) };
    const sent = await sender.send('one too many', JSON.stringify(over));
    expect(problemIn(sent).errors.map((fault) => fault.pointer)).toEqual(['/worries/summary']);
  });

  it('are refused with their place when no record could keep them', async () => {
    const deep = ['/worries/summary', '/children/0/voice/said', '/household/people/0/name'];
    const places = TEXT_PLACES.filter((place) => deep.includes(place.pointer));
    const bodies = Object.entries(UNSTORABLE_ESCAPES).flatMap(([name, escape]) =>
      places.map((place) => ({
        name: `${name} at ${place.pointer}`,
        pointer: place.pointer,
        body: JSON.stringify(withValue(naughtyReferral('x'), place.path, 'MARK')).replace('MARK', escape),
      })),
    );
    const answers = await sender.sendAll(bodies);

    expect(places.length).toBe(3);
    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.map((sent) => problemIn(sent).errors.map((fault) => fault.pointer))).toEqual(
      bodies.map(({ pointer }) => [pointer]),
    );
    const inName = await sender.send('a NUL in a name', JSON.stringify({ ...aReferral(), 'Robin\u0000Example': 1 }));
    expect({ code: problemIn(inName).code, at: problemIn(inName).errors[0]?.pointer }).toEqual({
      code: 'text_not_storable',
      at: '',
    });
    expect(inName.text).not.toContain('Robin');
  });

  it('are stored byte for byte, each referral whole', async () => {
    const rows = new Map((await storedReferrals(service.database)).map((row) => [row.reference, row]));

    expect(rows.size).toBe(documents.size);
    expect(documents.size).toBe(EVERY_TEXT.length * 2 + 4);
    for (const sent of documents.keys()) {
      const row = rows.get(receiptIn(sent).reference);
      expect({ name: sent.name, same: row?.body.equals(sent.bytes), sha256: row?.sha256 }).toEqual({
        name: sent.name,
        same: true,
        sha256: sha256Of(sent.bytes),
      });
      expect(row).toMatchObject({ cases: 1, runningClocks: 1, received: 1, opened: 1, messages: 1 });
    }
    expect(await strayRows(service.database)).toBe(0);
  });

  it('come back unharmed on the case and in the lists', async () => {
    const list = await call<ReferralPageResponse>(service.url, '/api/v1/referrals?limit=100', { token: school });
    const references = new Map(list.body.referrals.map((line) => [line.reference, line.senderReference]));
    expect(list.status).toBe(200);

    for (const [sent, document] of documents) {
      const { reference } = receiptIn(sent);
      const asked = `/api/v1/cases?reference=${reference}`;
      const found = await call<WorklistResponse>(service.url, asked, { token: worker });
      const id = found.body.cases[0]?.id ?? '';
      const detail = await call<CaseDetailResponse>(service.url, `/api/v1/cases/${id}`, { token: worker });

      expect({ name: sent.name, document: detail.body.referral.document }).toEqual({ name: sent.name, document });
      const [child] = document['children'] as JsonObject[];
      const names = `${child?.['givenName'] as string} ${child?.['familyName'] as string}`;
      expect({ name: sent.name, child: found.body.cases[0]?.child.name }).toEqual({
        name: sent.name,
        child: names,
      });
      if (references.has(reference)) expect(references.get(reference)).toBe(document['senderReference'] ?? null);
    }
  }, 30_000);

  it('do not stop the rules from proposing', async () => {
    await service.startWorker();
    const count = async (): Promise<{ waiting: number; failed: number }> => {
      const [row] = await service.database.query<{ waiting: number; failed: number }>(
        'admin',
        `SELECT (count(*) FILTER (WHERE done_at IS NULL AND available_at <= now()))::int AS waiting,
           (count(*) FILTER (WHERE last_error IS NOT NULL))::int AS failed FROM outbox_message`,
      );
      return row ?? { waiting: -1, failed: -1 };
    };

    const after = await eventually(count, ({ waiting, failed }) => waiting === 0 || failed > 0, 25_000);

    expect(after).toEqual({ waiting: 0, failed: 0 });
  }, 30_000);
});
