import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newSigningKey, SigningKey } from '#audit';
import { verifyPack } from '../../verifier/verify-evidence.mjs';
import type { KeysResponse, TreeHeadResponse } from '../../apps/api/audit/audit-log.response.ts';
import { random } from '../bench/support/random.ts';
import { proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { type Hand, type Pack, TAMPERINGS, textOf } from '../support/audit-tampering.ts';
import { call, eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const TRIES = 10_000;
const SEED = 4_711;

describe('a stand-alone verifier', () => {
  let service: TestService;
  let manager: string;
  let keys: KeysResponse;
  let packs: Pack[];
  let others: Pack[];

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    manager = await service.staffToken('manager');
    packs = await packsOf(await decidedCase());
    others = await packsOf(await decidedCase());
    keys = (await call<KeysResponse>(service.url, '/api/v1/audit/keys')).body;
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** A case with a life: moved, decided otherwise than proposed, returned. */
  async function decidedCase(): Promise<string> {
    const agency = await service.agencyToken('larkbridge-primary');
    const desk = await staffDesk(service, 'social-worker');
    await proposedCase(desk, agency, aReferral());
    const id = await proposedCase(desk, agency, aRedReferral());
    await desk.claim(id);
    await desk.move(id, 'gather_information', 'The nursery knows more.');
    await desk.differ(id, 'early_help', 'green');
    await (await staffDesk(service, 'manager')).signOff(id, 'returned', 'Look at it again.');
    return id;
  }

  async function packsOf(caseId: string): Promise<Pack[]> {
    await eventually(
      () => call<TreeHeadResponse>(service.url, '/api/v1/audit/tree-head', { token: manager }),
      ({ status, body }) => status === 200 && body.waiting.events === 0,
    );
    const month = new Date().toISOString().slice(0, 7);
    const of = async (kind: Pack['kind'], address: string): Promise<Pack> => {
      const { status, text } = await call(service.url, address, { token: manager });
      if (status !== 200) throw new Error(text);
      return { kind, lines: text.trimEnd().split('\n') };
    };
    return [
      await of('case', `/api/v1/cases/${caseId}/evidence`),
      await of('month', `/api/v1/audit/evidence?month=${month}`),
      await of('all', '/api/v1/audit/evidence'),
    ];
  }

  it('finds untouched packs of all kinds sound', () => {
    for (const { kind, lines } of [...packs, ...others]) {
      expect(verifyPack(textOf(lines), keys)).toMatchObject({ fault: null, kind });
    }
  });

  it(`finds every one of ${TRIES.toLocaleString('en-GB')} random tamperings`, () => {
    const draw = random(SEED);
    const hand = (at: number): Hand => ({
      ownEvidence: new SigningKey(newSigningKey(), 'evidence'),
      ownHead: new SigningKey(newSigningKey(), 'tree-head'),
      trueEvidence: new SigningKey(TEST_KEYS['EVIDENCE_SIGNING_KEY'] ?? '', 'evidence'),
      other: others[at] as Pack,
    });
    const hands = packs.map((_, at) => hand(at));
    const ways = Object.keys(TAMPERINGS);
    const tried = new Map<string, number>();
    const unnoticed: string[] = [];
    let count = 0;
    while (count < TRIES) {
      const at = draw.below(packs.length);
      const pack = packs[at] as Pack;
      const way = draw.oneOf(ways);
      const altered = TAMPERINGS[way]?.(pack, draw, hands[at] as Hand) ?? null;
      if (altered === null) continue;
      const bytes = Buffer.isBuffer(altered) ? altered : Buffer.from(textOf(altered));
      if (bytes.equals(Buffer.from(textOf(pack.lines)))) continue;
      count += 1;
      tried.set(`${pack.kind}: ${way}`, (tried.get(`${pack.kind}: ${way}`) ?? 0) + 1);
      if (verifyPack(bytes, keys).fault === null) unnoticed.push(`${pack.kind}: ${way}`);
    }
    const sizes = packs.map(({ kind, lines }) => `${kind} ${lines.length - 2} entries`).join(', ');
    console.log(
      `${count} tamperings (seed ${SEED}) in ${tried.size} ways of packs of ${sizes}: ${unnoticed.length} unnoticed`,
    );
    expect([...new Set(unnoticed)]).toEqual([]);
    expect(tried.size).toBeGreaterThan(200);
  }, 40_000);
});
