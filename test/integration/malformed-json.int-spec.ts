import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetailResponse } from '../../apps/api/cases/case.response.ts';
import type { ReferralPageResponse, ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { call, eventually } from '../support/http.ts';
import { brokenJson } from '../support/malformed-json.ts';
import { CANARY } from '../support/malformed-mutations.ts';
import { complaintsAbout, isStored, problemIn, receiptIn, Sender } from '../support/malformed-sender.ts';
import { rowCounts, storedReferrals, strayRows } from '../support/malformed-store.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const LARGEST_BODY = 256 * 1024;
const GOOD = JSON.stringify(aReferral({ senderReference: 'ours 1' }));

describe('bodies that are not what they should be', () => {
  let service: TestService;
  let school: string;
  let sender: Sender;

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
    sender = new Sender(service, school);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function withMember(member: string): string {
    return GOOD.replace('{', `{${member},`);
  }

  it('are refused as unreadable when they are no JSON in UTF-8', async () => {
    const bodies = brokenJson().map(({ name, bytes }) => ({ name, body: bytes }));
    const answers = await sender.sendAll(bodies);

    expect(bodies.length).toBeGreaterThan(250);
    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    const others = answers.filter((sent) => sent.status !== 400 || problemIn(sent).code !== 'malformed_json');
    expect(others.map((sent) => sent.name)).toEqual([]);
  }, 30_000);

  it('are refused for their depth before anything walks them', async () => {
    const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
    const bodies = [33, 1_000, 10_000].flatMap((depth) => [
      { name: `${String(depth)} lists`, body: nested(depth, '[', ']') },
      { name: `${String(depth)} objects`, body: nested(depth, '{"a":', '}').replace(':}', ':1}') },
      { name: `${String(depth)} never closed`, body: '['.repeat(depth) },
      { name: `${String(depth)} in a field`, body: withMember(`"strengths":${nested(depth, '[', ']')}`) },
      { name: `${String(depth)} in turns`, body: nested(depth / 2, '[{"a":', '}]').replace(':}', ':1}') },
    ]);
    const answers = await sender.sendAll(bodies);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    const others = answers.filter((sent) => sent.status !== 400 || problemIn(sent).code !== 'body_too_deep');
    expect(others.map((sent) => sent.name)).toEqual(['33 in turns']);
  });

  it('are not taken for deep because of brackets in their texts', async () => {
    const strengths = `\\"${'['.repeat(9_000)}\\\\`;
    const sent = await sender.send('brackets in text', withMember(`"whatNeedsToHappen":{},"strengths":"${strengths}"`));

    expect({ status: sent.status, complaints: complaintsAbout(sent) }).toEqual({ status: 201, complaints: [] });
  });

  it('are taken up to 256 KB and not one byte more', async () => {
    const [fits, over, far] = await sender.sendAll([
      { name: 'just fits', body: GOOD.padEnd(LARGEST_BODY, ' ') },
      { name: 'one byte over', body: GOOD.padEnd(LARGEST_BODY + 1, ' ') },
      { name: 'far over', body: withMember(`"strengths":"${CANARY.repeat(60_000)}"`) },
    ]);

    expect([fits?.status, over?.status, far?.status]).toEqual([201, 413, 413]);
    expect(sender.sent.slice(-3).flatMap(complaintsAbout)).toEqual([]);
  });

  it('are refused unless they say that they are JSON', async () => {
    const form = `name=${CANARY}&worries=${CANARY}`;
    const parts = `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${CANARY}\r\n--x--\r\n`;
    const others: [string, string][] = [
      ['text/plain', GOOD],
      ['text/json', GOOD],
      ['application/ld+json', GOOD],
      ['application/json5', GOOD],
      ['application/jsonx', GOOD],
      ['application/x-www-form-urlencoded', form],
      ['multipart/form-data; boundary=x', parts],
      ['multipart/form-data', parts],
      ['application/xml', `<referral>${CANARY}</referral>`],
      ['application/octet-stream', GOOD],
      ['application/merge-patch+json', GOOD],
      ['*/*', GOOD],
      ['json', GOOD],
      ['', GOOD],
    ];
    for (const [type, body] of others) {
      const sent = await sender.send(`as ${type}`, body, { 'content-type': type });
      expect({ type, status: sent.status, complaints: complaintsAbout(sent) }).toEqual({
        type,
        status: 415,
        complaints: [],
      });
    }
  });

  it('are refused when they are compressed, whether they say so or not', async () => {
    const zipped = gzipSync(GOOD);
    const labelled = await sender.send('gzip', zipped, { 'content-encoding': 'gzip' });
    const silent = await sender.send('gzip without a label', zipped);
    const form = await sender.send('a form called JSON', `name=${CANARY}`);

    expect([400, 415]).toContain(labelled.status);
    expect([silent.status, form.status]).toEqual([400, 400]);
    expect([labelled, silent, form].flatMap(complaintsAbout)).toEqual([]);
  });

  it('may be odd JSON, as long as it is JSON, and are kept as they came', async () => {
    const doubled = ['"senderReference":"\\u0000"', '"senderReference":"\\ud800"', '"children":1', '"worries":[[[]]]'];
    const numbers = ['0.5e1', '5E+0', '5.0', '1e-99999', '-0', '0e99999', '1.0000000000000000000000001'];
    const bodies = [
      ...doubled.map((member) => ({ name: `said twice: ${member}`, body: withMember(member) })),
      ...numbers.map((number) => ({
        name: `age ${number}`,
        body: GOOD.replace('"ref":"c1"', `"ref":"c1","estimatedAgeYears":${number}`),
      })),
      { name: 'byte order mark', body: `\ufeff${GOOD}` },
      { name: 'white space', body: `\r\n\t ${GOOD.replaceAll(',"', '\r\n\t , \n "')}\n\n` },
      { name: 'escaped names', body: GOOD.replace('"schemaVersion"', '"\\u0073chemaVersion"') },
      { name: 'slashes', body: GOOD.replace('ours 1', 'ours\\/1') },
    ];
    const answers = await sender.sendAll(bodies);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.filter((sent) => sent.status !== 201).map((sent) => sent.name)).toEqual([]);
  });

  it('may hold dates and times at the edge of the calendar', async () => {
    const dates = ['0001-01-01', '1582-10-10', '1899-12-31', '2024-02-29', '9999-12-31'];
    const times = ['2016-12-31T23:59:60Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59.999999999-12:00'];
    const more = [
      '2026-01-01t00:00:00z',
      '2026-01-01 00:00:00Z',
      '2026-03-29T01:30:00+00:00',
      '2026-01-01T00:00:00+23:59',
    ];
    const child = '"ref":"c1"';
    const bodies = [
      ...dates.flatMap((date) => [
        { name: `born ${date}`, body: GOOD.replace('2017-05-04', date) },
        {
          name: `expected ${date}`,
          body: GOOD.replace('"dateOfBirth":"2017-05-04"', `"expectedDeliveryDate":"${date}"`),
        },
        { name: `both ${date}`, body: GOOD.replace(child, `${child},"expectedDeliveryDate":"${date}"`) },
      ]),
      ...[...times, ...more].map((at) => ({
        name: `act by ${at}`,
        body: GOOD.replace('"immediateDanger"', `"timeCriticalEvent":{"at":"${at}"},"immediateDanger"`),
      })),
    ];
    const answers = await sender.sendAll(bodies);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.filter((sent) => sent.status !== 201).map((sent) => sent.name)).toEqual([]);
  });

  it('leave nothing half stored, and everything stored can be read back by sender and front door', async () => {
    const accepted = sender.sent.filter(isStored);
    const rows = await storedReferrals(service.database);
    const worker = await service.staffToken('social-worker');

    expect(rows.map((row) => row.reference).sort()).toEqual(accepted.map((sent) => receiptIn(sent).reference).sort());
    expect(rows.filter((row) => row.cases !== 1 || row.runningClocks !== 1 || row.messages !== 1)).toEqual([]);
    expect(rows.filter((row) => row.received !== 1 || row.opened !== 1)).toEqual([]);
    expect(await strayRows(service.database)).toBe(0);
    expect((await rowCounts(service.database))['case_match_key']).toBeGreaterThan(0);
    for (const token of [school, worker]) {
      const list = await call<ReferralPageResponse>(service.url, '/api/v1/referrals?limit=100', { token });
      expect(list.body.referrals.length).toBe(rows.length);
    }
    for (const { reference } of rows) {
      const mine = await call<ReferralResponse>(service.url, `/api/v1/referrals/${reference}`, { token: school });
      expect(mine.body.receipt.reference).toBe(reference);
    }
  });

  it('do not stop the rules from proposing, nor anybody from reading the case', async () => {
    await service.startWorker();
    const outcomes = () =>
      service.database.query<{ id: string; proposed: boolean; failed: boolean }>(
        'admin',
        `SELECT c.id, c.current_run_id IS NOT NULL AS proposed, m.last_error IS NOT NULL AS failed
         FROM case_record c JOIN outbox_message m ON m.case_id = c.id`,
      );
    const after = await eventually(
      outcomes,
      (cases) => cases.every(({ proposed, failed }) => proposed || failed),
      25_000,
    );

    expect(after.filter(({ failed }) => failed)).toEqual([]);
    const token = await service.staffToken('manager');
    for (const { id } of after) {
      const detail = await call<CaseDetailResponse>(service.url, `/api/v1/cases/${id}`, { token });
      expect({ status: detail.status, level: typeof detail.body.proposal?.level }).toEqual({
        status: 200,
        level: 'string',
      });
    }
  }, 30_000);
});
