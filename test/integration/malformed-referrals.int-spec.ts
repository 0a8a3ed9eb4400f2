import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFullReferral, PLACES, TEXT_PLACES, withValue } from '../support/malformed-full-referral.ts';
import { CANARY, mutants } from '../support/malformed-mutations.ts';
import { complaintsAbout, isStored, problemIn, receiptIn, Sender, sha256Of } from '../support/malformed-sender.ts';
import { rowCounts, storedReferrals, strayRows } from '../support/malformed-store.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const SEED = 20_261_121;
const BODIES = 600;

describe('referrals that break the published schema', () => {
  let service: TestService;
  let sender: Sender;

  beforeAll(async () => {
    service = await startTestService();
    sender = new Sender(service, await service.agencyToken('larkbridge-primary'));
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('are told from the full referral that they were made from, which is stored', async () => {
    const sent = await sender.send(
      'full',
      JSON.stringify(aFullReferral(({ schema }) => CANARY.slice(0, schema.maxLength))),
    );

    expect(TEXT_PLACES.length).toBeGreaterThan(50);
    expect({ status: sent.status, complaints: complaintsAbout(sent) }).toEqual({ status: 201, complaints: [] });
  });

  it(`are refused at the place of the fault, ${String(BODIES)} of them made from seed ${String(SEED)}`, async () => {
    const before = await rowCounts(service.database);
    const made = fc.sample(mutants, { numRuns: BODIES, seed: SEED });
    console.info(`Broken referrals: ${String(made.length)}, seed ${String(SEED)}`);

    const answers = await sender.sendAll(made.map(({ kind, text }) => ({ name: kind, body: text })));

    const wrong = answers.flatMap((sent, index) => {
      const { status, at } = made[index] ?? { status: 0, at: null };
      const told = isStored(sent) ? [] : problemIn(sent).errors.map((fault) => fault.pointer);
      const isTold = sent.status === status && (at === null || told.includes(at));
      return isTold ? [] : [`${sent.name}: ${String(sent.status)}, told of ${told.join(' ')}`];
    });
    expect(wrong).toEqual([]);
    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(await rowCounts(service.database)).toEqual(before);
  }, 60_000);

  it('name every fault of a referral at once', async () => {
    const document = {
      ...aReferral(),
      schemaVersion: '2',
      children: [{ ref: 'c 1', dateOfBirth: 'last May', sex: 'X' }],
      worries: { injury: 'maybe' },
      strength: CANARY,
    };
    const sent = await sender.send('five faults', JSON.stringify(document));

    expect(
      problemIn(sent)
        .errors.map((fault) => fault.pointer)
        .sort(),
    ).toEqual([
      '/children/0',
      '/children/0/dateOfBirth',
      '/children/0/ref',
      '/children/0/sex',
      '/schemaVersion',
      '/strength',
      '/worries/injury',
      '/worries/summary',
    ]);
  });

  it('get a short answer even when they hold thousands of faults', async () => {
    const indicator = { id: CANARY, answer: CANARY, note: CANARY };
    const many = { ...aReferral(), indicators: Array.from({ length: 2_000 }, () => indicator) };
    const manyNul = { ...aReferral(), strengths: Array.from({ length: 20_000 }, () => '\u0000') };
    const answers = await sender.sendAll([
      { name: 'many faults', body: JSON.stringify(many) },
      { name: 'many NULs', body: JSON.stringify(manyNul) },
    ]);

    expect(answers.map((sent) => sent.status)).toEqual([422, 400]);
    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    for (const sent of answers) expect(sent.text.length).toBeLessThan(30_000);
  });

  it('include texts that PostgreSQL could not store, in whatever field they stand', async () => {
    const bodies = PLACES.filter((place) => place.schema.type === 'string').flatMap((place) =>
      ['\\u0000', '\\ud800', '\\udc00x'].map((escape) => ({
        name: `${escape} at ${place.pointer}`,
        pointer: place.pointer,
        body: JSON.stringify(
          withValue(
            aFullReferral(() => 'x'),
            place.path,
            'MARK',
          ),
        ).replace('MARK', escape),
      })),
    );

    const answers = await sender.sendAll(bodies);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.map((sent) => [sent.status, problemIn(sent).errors[0]?.pointer])).toEqual(
      bodies.map(({ pointer }) => [400, pointer]),
    );
  }, 30_000);

  it('include texts of 100 KB, in whatever field they stand', async () => {
    const long = CANARY.padEnd(100_000, 'x');
    const bodies = TEXT_PLACES.map((place) => ({
      name: `100 KB at ${place.pointer}`,
      body: JSON.stringify(
        withValue(
          aFullReferral(() => 'x'),
          place.path,
          long,
        ),
      ),
    }));

    const answers = await sender.sendAll(bodies);

    expect(answers.flatMap(complaintsAbout)).toEqual([]);
    expect(answers.map((sent) => [sent.status, problemIn(sent).errors])).toEqual(
      TEXT_PLACES.map(({ pointer, schema }) => [
        422,
        [{ pointer, message: `This must NOT have more than ${String(schema.maxLength)} characters.` }],
      ]),
    );
  }, 30_000);

  it('are mixed with good ones, and only the good ones are stored, each whole', async () => {
    const broken = fc
      .sample(mutants, { numRuns: 60, seed: SEED + 1 })
      .map(({ kind, text }) => ({ name: kind, body: text }));
    const good = Array.from({ length: 40 }, (_, index) => {
      const children = Array.from({ length: 1 + (index % 5) }, (__, at) => ({
        ref: `c${String(at)}`,
        givenName: 'Robin',
      }));
      return { name: `good ${String(index)}`, body: JSON.stringify(aReferral({ children })) };
    });

    const mixed = [...broken, ...good].sort((one, other) =>
      sha256Of(Buffer.from(one.body)).localeCompare(sha256Of(Buffer.from(other.body))),
    );
    await sender.sendAll(mixed);

    const accepted = sender.sent.filter(isStored);
    const rows = await storedReferrals(service.database);
    expect(sender.sent.filter((sent) => !isStored(sent)).length).toBeGreaterThan(800);
    expect(rows.map((row) => row.reference).sort()).toEqual(accepted.map((sent) => receiptIn(sent).reference).sort());
    for (const sent of accepted) {
      const receipt = receiptIn(sent);
      const children = receipt.cases.length;
      expect(rows.find((row) => row.reference === receipt.reference)).toEqual({
        reference: receipt.reference,
        body: sent.bytes,
        sha256: sha256Of(sent.bytes),
        cases: children,
        runningClocks: children,
        received: 1,
        opened: children,
        messages: children,
      });
    }
    expect(await strayRows(service.database)).toBe(0);
  }, 30_000);
});
