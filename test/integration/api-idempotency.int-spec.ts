import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { type Answer, call } from '../support/http.ts';
import { sha256Of } from '../support/malformed-sender.ts';
import { storedReferrals } from '../support/malformed-store.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('a referral that is sent more than once', () => {
  let service: TestService;
  let school: string;

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function post(body: object | string, key?: string, token = school): Promise<Answer<Receipt>> {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return call<Receipt>(service.url, '/api/v1/referrals', { token, body, headers });
  }

  async function storedCount(): Promise<number> {
    return (await storedReferrals(service.database)).length;
  }

  it('with the same key and body is stored once and gets the same receipt, byte for byte', async () => {
    const key = randomUUID();
    const body = aReferral({ children: [{ ref: 'c1', givenName: 'Robin' }] });
    const before = await storedCount();
    const first = await post(body, key);
    const again = await post(body, key);

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body.questions.length).toBeGreaterThan(0);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await storedCount()).toBe(before + 1);
  });

  it('gets the very receipt again when it is read later', async () => {
    const first = await post(aReferral(), randomUUID());
    const address = first.headers.get('location') ?? '';
    const read = await call<ReferralResponse>(service.url, address, { token: school });

    expect(address).toBe(`/api/v1/referrals/${first.body.reference}`);
    expect(JSON.stringify(read.body.receipt)).toBe(first.text);
  });

  it('with the same key and another body is refused, and nothing more is stored', async () => {
    const key = randomUUID();
    await post(aReferral(), key);
    const before = await storedCount();

    const other = await call(service.url, '/api/v1/referrals', {
      token: school,
      body: aRedReferral(),
      headers: { 'idempotency-key': key },
    });
    const respaced = await post(` ${JSON.stringify(aReferral())}`, key);

    expect(other.status).toBe(409);
    expect(other.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(other.body).toMatchObject({ code: 'idempotency_key_reused', status: 409 });
    expect(respaced.status).toBe(409);
    expect(await storedCount()).toBe(before);
  });

  it('is stored once even when fifty equal requests arrive together', async () => {
    const key = randomUUID();
    const before = await storedCount();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(aReferral(), key)));

    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const rows = await storedReferrals(service.database);
    expect(rows.length).toBe(before + 1);
    expect(rows.find((row) => row.reference === answers[0]?.body.reference)).toMatchObject({
      cases: 1,
      runningClocks: 1,
      received: 1,
      opened: 1,
      messages: 1,
    });
  });

  it('has one winner when different bodies race for a key', async () => {
    const key = randomUUID();
    const before = await storedCount();
    const race = Array.from({ length: 20 }, (_, index) =>
      post(aReferral({ senderReference: `race ${String(index)}` }), key),
    );
    const statuses = (await Promise.all(race)).map((answer) => answer.status).sort();

    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(await storedCount()).toBe(before + 1);
  });

  it('may carry a key that another agency has used', async () => {
    const key = randomUUID();
    const police = await service.agencyToken('larkshire-police');
    const ours = await post(aReferral(), key);
    const theirs = await post(aReferral(), key, police);
    const differing = await post(aRedReferral(), key, await service.agencyToken('vale-gp'));

    expect([ours.status, theirs.status, differing.status]).toEqual([201, 201, 201]);
    expect(theirs.body.reference).not.toBe(ours.body.reference);
    expect((await post(aReferral(), key, police)).text).toBe(theirs.text);
  });

  it('without a key is two referrals', async () => {
    const [one, two] = [await post(aReferral()), await post(aReferral())];

    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.reference).not.toBe(one.body.reference);
  });

  it('does not use up its key when it is refused', async () => {
    const key = randomUUID();
    const faulty = await post({ ...aReferral(), worries: {} }, key);
    const mended = await post(aReferral(), key);

    expect([faulty.status, mended.status]).toEqual([422, 201]);
  });

  it('is refused with a key that cannot be kept, and taken with any that can', async () => {
    const before = await storedCount();
    for (const key of ['', ' ', 'two words', 'k'.repeat(201), 'schlüssel', 'a\tb']) {
      const answer = await call(service.url, '/api/v1/referrals', {
        token: school,
        body: aReferral(),
        headers: { 'idempotency-key': key },
      });
      expect({ key, status: answer.status, code: answer.body.code }).toEqual({
        key,
        status: 422,
        code: 'validation_failed',
      });
      expect(answer.body.errors.length).toBe(1);
    }
    expect(await storedCount()).toBe(before);
    for (const key of ['k'.repeat(200), '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', "x');--"]) {
      expect((await post(aReferral(), key)).status).toBe(201);
      expect((await post(aReferral(), key)).status).toBe(200);
    }
  });

  it('is refused with two keys at once', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(`${service.url}/api/v1/referrals`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${school}`,
          'content-type': 'application/json',
          'idempotency-key': ['one', 'two'],
        },
      });
      sending.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sending.on('error', reject);
      sending.end(JSON.stringify(aReferral()));
    });

    expect(status).toBe(422);
  });

  it('is kept in its very bytes, odd white space and escapes included', async () => {
    const pretty = JSON.stringify(aReferral({ strengths: 'Siân’s mum' }), null, '\t').replaceAll('\n', '\r\n');
    const odd = `\n\n ${pretty.replace('Siân', 'Si\\u00e2n').replaceAll('": ', '"  \n: ')} \r\n\t`;
    const { body: receipt } = await post(odd);

    const row = (await storedReferrals(service.database)).find((each) => each.reference === receipt.reference);
    expect(row?.body.toString('utf8')).toBe(odd);
    expect([row?.sha256, receipt.bodySha256]).toEqual([sha256Of(Buffer.from(odd)), sha256Of(Buffer.from(odd))]);
  });

  it('opens one case for each child, even when two children share a ref', async () => {
    const refs = ['twin', 'twin', 'c3', 'TWIN', 'c5'];
    const children = refs.map((ref, index) => ({ ref, givenName: `Child${String(index)}`, familyName: 'Example' }));
    const { status, body: receipt } = await post(aReferral({ children }));

    expect(status).toBe(201);
    expect(receipt.cases.map((each) => each.childRef)).toEqual(refs);
    expect(receipt.cases.map((each) => each.reference)).toEqual(
      refs.map((_, index) => `${receipt.reference}-${String(index + 1)}`),
    );
    expect(receipt.questions.filter(({ code }) => code === 'contradiction').map(({ pointer }) => pointer)).toEqual([
      '/children/1/ref',
    ]);
    const row = (await storedReferrals(service.database)).find((each) => each.reference === receipt.reference);
    expect(row).toMatchObject({ cases: 5, runningClocks: 5, received: 1, opened: 5, messages: 5 });
    const mine = await call<ReferralResponse>(service.url, `/api/v1/referrals/${receipt.reference}`, { token: school });
    expect(mine.body.cases.map((each) => each.childRef)).toEqual(refs);
  });

  it('takes thirty children and not thirty-one', async () => {
    const children = Array.from({ length: 31 }, (_, index) => ({ ref: `c${String(index)}`, givenName: 'Robin' }));

    expect((await post(aReferral({ children: children.slice(0, 30) }))).body.cases.length).toBe(30);
    expect((await post(aReferral({ children }))).status).toBe(422);
  });
});
