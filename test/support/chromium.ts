import { AxeBuilder } from '@axe-core/playwright';
import { type Browser as Process, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Language } from '#domain';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { Browser } from './browser.ts';
import { watchPage } from './page-watch.ts';
import type { TestWeb } from './test-web.ts';

/** Who sits there, and before what. */
export interface VisitorKind {
  /** Pixels; 1280 when left out. */
  readonly width?: 1280 | 375;
  /** Whether the browser runs script; it does when left out. */
  readonly script?: boolean;
  readonly language?: Language;
  /** A demo person who is signed in already; nobody when left out. */
  readonly person?: string;
}

/** One person's window, and everything that went wrong in it so far: see `watchPage`. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
  /** Opens a path of the service; resolves to the status. */
  readonly go: (path: string) => Promise<number>;
}

/** A real Chromium for one test file. */
export class Chromium {
  private constructor(
    private readonly process: Process,
    private readonly web: Pick<TestWeb, 'url' | 'signIn'> & { readonly issuer: { readonly url: string } },
  ) {}

  static async start(web: TestWeb): Promise<Chromium> {
    return new Chromium(await chromium.launch(chromiumLaunch()), web);
  }

  async visitor({ width = 1280, script = true, language = 'en', person }: VisitorKind = {}): Promise<Visitor> {
    const { url, issuer } = this.web;
    const context = await this.process.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
      baseURL: url,
      locale: 'en-GB',
      // An offset from UTC that no local time of the pages has.
      timezoneId: 'Asia/Kathmandu',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults = watchPage(page, url, issuer.url);
    if (person !== undefined) await context.addCookies(await this.signedIn(person));
    const go = async (path: string): Promise<number> => (await page.goto(path))?.status() ?? 0;
    if (language === 'cy') await go('/language/cy?to=/');
    return { context, page, faults, go };
  }

  close(): Promise<void> {
    return this.process.close();
  }

  /** Through the issuer's pages, but without drawing them: they send a form by script, and take half a second. */
  private async signedIn(person: string): Promise<{ name: string; value: string; url: string }[]> {
    const { url, signIn } = this.web;
    const browser = new Browser();
    await signIn(browser, person);
    const { host } = new URL(url);
    return [...browser.jar].flatMap(([key, value]) => {
      const [of, name = ''] = key.split(' ');
      return of === host ? [{ name, value, url }] : [];
    });
  }
}

/** Signs in as people do, in the window itself, which needs script; ends where the sign-in leads. */
export async function signInByHand({ page }: Visitor, person: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name=login]', person);
  await page.fill('input[name=password]', 'anything');
  await page.click('button[type=submit]');
  await page.waitForURL((address) => !address.pathname.startsWith('/interaction'));
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line each: rule, element, what to do. Empty when the page is well. Axe is script: only in a window that runs it. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}: ${help}`));
}

/** Whether the page is wider than its window: then people scroll sideways. Resolves to what stands out; empty when well. */
export async function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const width = document.documentElement.clientWidth;
    // Text for screen readers alone is one pixel wide, wherever it stands.
    if (document.documentElement.scrollWidth <= width + 1) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.tagName.toLowerCase() + '.' + element.className)
      .slice(-3);
  })()`);
}
