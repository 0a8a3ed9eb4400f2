import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORDS } from '../../apps/web/words/words.ts';
import { type BusyWeb, startBusyWeb } from '../support/busy-web.ts';
import { Chromium } from '../support/chromium.ts';
import { Keyboard, Mouse } from '../support/hands.ts';
import { type Cost, costTable, KINDS } from '../support/journeys.ts';
import { sendReferral } from '../support/referral-journey.ts';

describe('a partner agency', () => {
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

  it.each(KINDS)(
    'sends a referral, keeps the receipt and reads how it stands ($language, $width px, script: $script)',
    async (kind) => {
      const { page, go, faults } = await chromium.visitor({ ...kind, person: 'teacher' });
      const words = WORDS[kind.language];
      await go('/referrals');
      const hands = new Mouse(page);
      await hands.press(words.partner.list.make);
      const reference = await sendReferral(hands, words);
      costs.push({ task: `make a referral (${kind.language})`, clicks: hands.clicks, pages: hands.pages });
      await hands.press(words.referral.receipt.follow);

      expect(page.url()).toBe(`${web.url}/referrals/${reference}`);
      expect(await page.locator('main').innerText()).toContain(reference);
      expect(await page.locator('html').getAttribute('lang')).toBe(kind.language);
      await go('/referrals');
      expect(await page.locator('main').innerText()).toContain(reference);
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('sends a whole referral by keyboard alone', async () => {
    const { page, go, faults } = await chromium.visitor({ person: 'teacher' });
    await go('/referrals/new');
    const hands = new Keyboard(page);
    const reference = await sendReferral(hands, WORDS.en);
    const [row] = await web.database.query('admin', 'SELECT 1 FROM referral WHERE reference = $1', [reference]);

    expect(row).toBeDefined();
    expect(faults).toEqual([]);
  }, 180_000);
});
