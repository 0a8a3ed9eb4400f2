import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORDS } from '../../apps/web/words/words.ts';
import { type BusyWeb, startBusyWeb } from '../support/busy-web.ts';
import { Chromium } from '../support/chromium.ts';
import { Mouse } from '../support/hands.ts';
import { type Cost, costTable, KINDS } from '../support/journeys.ts';

/** The other way round than the others', so that each width is met with and without script. */
const MANAGERS_KINDS = KINDS.map((kind) => ({ ...kind, width: kind.width === 375 ? (1280 as const) : (375 as const) }));

describe('a manager', () => {
  let web: BusyWeb;
  let chromium: Chromium;
  const costs: Cost[] = [];

  beforeAll(async () => {
    web = await startBusyWeb();
    chromium = await Chromium.start(web);
  }, 60_000);

  afterAll(async () => {
    console.log(costTable(costs));
    await chromium.close();
    await web.close();
  });

  /** Decided by a social worker, otherwise than proposed: a second person has to sign. */
  async function toSign(): Promise<{ id: string; caseReference: string }> {
    const { staff } = web;
    const { id } = await staff.aCase();
    await staff.change('social-worker', id, 'claim');
    const outcome = { outcome: 'statutory_need', urgency: 'green', overrideReason: 'Seen at home.' };
    await staff.change('social-worker', id, 'decision', { kind: 'differ', rationale: 'Enough is known.', ...outcome });
    return { id, caseReference: (await staff.read(id)).reference };
  }

  it.each(MANAGERS_KINDS)(
    'signs off, audits the decision and finds it again ($language, $width px, script: $script)',
    async (kind) => {
      const { id, caseReference } = await toSign();
      const { page, go, faults } = await chromium.visitor({ ...kind, person: 'manager' });
      const { casePage, audit } = WORDS[kind.language];
      await go('/sign-off');
      const hands = new Mouse(page);
      await hands.follow(`/cases/${id}`);
      await hands.press(casePage.act.sign.sign);
      costs.push({ task: `sign off, from the queue (${kind.language})`, clicks: hands.clicks, pages: hands.pages });
      expect((await web.staff.read(id)).state).toBe('signed');

      await go(`/cases/${id}`);
      await hands.follow(`/cases/${id}/audit`);
      const text = await page.locator('main').innerText();
      expect(text).toContain(caseReference);
      expect(text).toMatch(/Wren Whitethroat[^]*Martin Merlin/);
      await go('/decisions');
      await hands.type('reference', caseReference);
      await hands.press(audit.search.apply);
      expect(await page.locator('main table').innerText()).toContain(caseReference);
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
