import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeViolations, Chromium, signInByHand, type Visitor, widerThanWindow } from '../support/chromium.ts';
import { tabTo } from '../support/keyboard.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const ELSEWHERE = 'https://www.bbc.co.uk/weather';

describe('on every page', () => {
  let web: TestWeb;
  let chromium: Chromium;

  beforeAll(async () => {
    web = await startTestWeb();
    chromium = await Chromium.start(web);
  }, 60_000);

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  /** As if nobody had done anything for so long. */
  const idleFor = (minutes: number) =>
    web.database.query('admin', `UPDATE session SET last_seen_at = now() - make_interval(mins => $1)`, [minutes]);
  const textOf = (page: Page) => page.locator('body').innerText();
  /** The page it would lead to, without going to anybody's server. */
  const catchElsewhere = ({ page }: Visitor) =>
    page.route(`${ELSEWHERE}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    );

  it('a person signs in by hand and goes on to where they wanted to go', async () => {
    const visitor = await chromium.visitor();
    await visitor.page.goto('/account/messages');
    await visitor.page.fill('input[name=login]', 'manager');
    await visitor.page.fill('input[name=password]', 'anything');
    await visitor.page.click('button[type=submit]');
    await visitor.page.waitForURL('**/account/messages');

    expect(await visitor.page.title()).toBe('How you are told – Front Door');
    expect(visitor.faults).toEqual([]);
  });

  it('the first press of Tab leads past the menu, and Enter goes there', async () => {
    const { page, go, faults } = await chromium.visitor({ person: 'screener' });
    await go('/account');
    await tabTo(page, 'Skip to main content');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Your notices');

    expect(page.url()).toContain('#main-content');
    expect(faults).toEqual([]);
  });

  it.each(['en', 'cy'] as const)('the language is kept until another is chosen (%s)', async (language) => {
    const other = language === 'en' ? 'cy' : 'en';
    const { page, go } = await chromium.visitor({ language, script: false });
    await go('/privacy?a=1');
    const lang = () => page.locator('html').getAttribute('lang');
    expect(await lang()).toBe(language);
    await page.click('.fd-language a');

    expect(await lang()).toBe(other);
    expect(page.url()).toContain('/privacy');
    await go('/cookies');
    expect(await lang()).toBe(other);
  });

  it('warns before the session is over, keeps it when asked to, and then takes the page off the screen', async () => {
    const { page, go, faults } = await chromium.visitor({ person: 'auditor' });
    await page.clock.install();
    await go('/account');
    await idleFor(29);
    await page.clock.fastForward('29:00');
    await page.getByRole('button', { name: 'Stay signed in' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByRole('button', { name: 'Stay signed in' }).waitFor({ state: 'detached' });
    await idleFor(31);
    await page.clock.fastForward('31:00');
    await page.waitForURL('**/time-out?to=%2Faccount');

    expect(await textOf(page)).toContain('You were signed out');
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('hides what was typed and not sent when the session is over, and shows it again to whoever signs in', async () => {
    const { page, context, go } = await chromium.visitor({ person: 'screener' });
    await page.clock.install();
    await go('/account/report');
    await page.fill('#report', 'A telephone that I do not know.');
    await idleFor(31);
    await page.clock.fastForward('31:00');
    await page.getByRole('link', { name: 'Sign in again' }).waitFor();
    expect(await page.locator('#report').isVisible()).toBe(false);
    const other = await context.newPage();
    await signInByHand({ page: other, context, faults: [], go }, 'screener');
    await page.clock.fastForward('00:10');
    await page.locator('#report').waitFor({ state: 'visible' });

    expect(await page.locator('#report').inputValue()).toBe('A telephone that I do not know.');
  });

  it.each([true, false])(
    '“Leave this page” leads to the weather, with no trace of whence (script: %p)',
    async (script) => {
      const visitor = await chromium.visitor({ script });
      await catchElsewhere(visitor);
      await visitor.go('/privacy');
      const asked = visitor.page.waitForRequest(`${ELSEWHERE}**`);
      await visitor.page.getByRole('button', { name: 'Leave this page' }).click();

      expect((await asked).headers()['referer']).toBeUndefined();
      await visitor.page.waitForURL(`${ELSEWHERE}**`);
      expect(visitor.faults).toEqual([`elsewhere: ${ELSEWHERE}`]);
    },
  );

  it('three presses of Shift leave a public page, too', async () => {
    const visitor = await chromium.visitor({ language: 'cy' });
    await catchElsewhere(visitor);
    await visitor.go('/privacy');
    for (let press = 0; press < 3; press += 1) await visitor.page.keyboard.press('Shift');

    await visitor.page.waitForURL(`${ELSEWHERE}**`);
  });

  it('a fault keeps what was typed, and sends it again when the service is back', async () => {
    const { page, go, faults } = await chromium.visitor({ person: 'manager', script: false, width: 375 });
    await go('/account/report');
    await page.fill('#report', 'A telephone that I do not know.');
    const admin = (sql: string) => web.database.query('admin', sql);
    await admin('ALTER TABLE sign_in_report RENAME TO sign_in_report_away');
    await page.getByRole('button', { name: 'Report and end' }).click();
    expect(await page.title()).toContain('Something went wrong on our side');
    expect(await textOf(page)).toMatch(/Nothing that you typed is lost[^]*call 999/);
    expect(await widerThanWindow(page)).toEqual([]);
    await admin('ALTER TABLE sign_in_report_away RENAME TO sign_in_report');
    await page.getByRole('button', { name: 'Try again' }).click();

    expect(await page.title()).toContain('Reported');
    expect(faults).toEqual([]);
  });

  it.each([
    ['en', '/nowhere', 404, 'Page not found'],
    ['cy', '/nowhere', 404, 'Heb ddod o hyd i’r dudalen'],
    ['en', '/sign-in-reports', 403, 'You cannot open this page'],
    ['cy', '/sign-in-reports', 403, 'Ni allwch agor y dudalen hon'],
  ] as const)(
    'what cannot be opened says why, what is lost and what to do (%s %s)',
    async (language, path, status, title) => {
      const { page, go, faults } = await chromium.visitor({ person: 'screener', language, width: 375 });

      expect([await go(path), await page.title()]).toEqual([status, `${title} – Front Door`]);
      expect(await textOf(page)).toMatch(/999/);
      expect(await axeViolations(page)).toEqual([]);
      expect(await widerThanWindow(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('paper carries the record and nothing to press', async () => {
    const { page, go } = await chromium.visitor({ person: 'manager' });
    await go('/account');
    await page.emulateMedia({ media: 'print' });

    expect(await page.getByRole('heading', { name: 'Your account' }).isVisible()).toBe(true);
    for (const hidden of ['.govuk-service-navigation', '.govuk-button', '.govuk-footer', '.fd-language']) {
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    }
  });
});
