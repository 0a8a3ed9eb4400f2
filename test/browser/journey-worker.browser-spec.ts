import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORDS } from '../../apps/web/words/words.ts';
import { type BusyWeb, startBusyWeb } from '../support/busy-web.ts';
import { Chromium } from '../support/chromium.ts';
import { acceptProposal, differ } from '../support/decision-journey.ts';
import { type Hands, Keyboard, Mouse } from '../support/hands.ts';
import { type Cost, costTable, KINDS } from '../support/journeys.ts';

describe('a front-door worker', () => {
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

  /** Whether the proposal was taken; null while nothing is decided. */
  const isAsProposed = async (id: string): Promise<boolean | null> => {
    const text = 'SELECT override_reason IS NULL AS same FROM decision WHERE case_id = $1';
    return (await web.database.query<{ same: boolean }>('admin', text, [id]))[0]?.same ?? null;
  };
  const note = (task: string, { clicks, pages }: Hands, from: { clicks: number; pages: number }) =>
    costs.push({ task, clicks: clicks - from.clicks, pages: pages - from.pages });

  it.each(KINDS)(
    'opens the worklist and the case, reads why, and accepts in two clicks ($language, $width px, script: $script)',
    async (kind) => {
      const { id } = await web.staff.aCase();
      const { body } = await web.staff.as<{ readonly summary: readonly string[] }>(
        'social-worker',
        `/api/v1/cases/${id}/explanation?language=${kind.language}`,
      );
      const { page, go, faults } = await chromium.visitor({ ...kind, person: 'social-worker' });
      await go('/worklist');
      const hands = new Mouse(page);
      await hands.follow(`/cases/${id}`);
      const [line = ''] = body.summary;
      expect(line.length).toBeGreaterThan(10);
      expect(await page.locator('main').innerText()).toContain(line);
      note(`find why a case was routed (${kind.language})`, hands, { clicks: 0, pages: 0 });
      const { clicks, pages } = hands;
      await acceptProposal(hands, WORDS[kind.language]);
      note(`accept a proposal, from its page (${kind.language})`, hands, { clicks, pages });

      expect(hands.clicks - clicks).toBe(2);
      expect(await isAsProposed(id)).toBe(true);
      expect(await page.locator('.govuk-notification-banner--success').count()).toBe(1);
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it.each(KINDS)(
    'differs from the proposal, which asks why ($language, $width px, script: $script)',
    async (kind) => {
      const { id } = await web.staff.aCase();
      const { page, go, faults } = await chromium.visitor({ ...kind, person: 'social-worker' });
      await go(`/cases/${id}`);
      const hands = new Mouse(page);
      await differ(hands, WORDS[kind.language]);
      note(`differ, from its page (${kind.language})`, hands, { clicks: 0, pages: 0 });

      expect(await isAsProposed(id)).toBe(false);
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('makes a whole decision by keyboard alone, from the worklist', async () => {
    const { id } = await web.staff.aCase();
    const { page, go, faults } = await chromium.visitor({ person: 'social-worker' });
    await go('/worklist');
    const hands = new Keyboard(page);
    await hands.follow(`/cases/${id}`);
    await acceptProposal(hands, WORDS.en);

    expect(await isAsProposed(id)).toBe(true);
    expect(faults).toEqual([]);
  }, 120_000);
});
