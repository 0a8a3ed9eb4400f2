import type { Page } from 'playwright-core';
import type { BusyRecords } from './busy-records.ts';
import { axeViolations, type Chromium, type Visitor, widerThanWindow } from './chromium.ts';
import type { LookedAt } from './page-states/page-state.ts';
import { type PageWeight, weighPage } from './page-weight.ts';

const MOST_BYTES = 150 * 1024;
/** English on a desk, Welsh on a telephone: every page meets both widths and both languages. */
const WIDTHS = { en: 1280, cy: 375 } as const;
export type CrawlLanguage = keyof typeof WIDTHS;

/** A page to look at, with its route. */
export interface Stop extends LookedAt {
  readonly route: string;
}

type Window = Visitor & { readonly weight: PageWeight };

/** Looks at pages, in windows that stay open for the next one of the same person. */
export class PageCrawl {
  private readonly windows = new Map<string, Promise<Window>>();

  constructor(private readonly chromium: Chromium) {}

  /** What is wrong with the page; empty when it is well. */
  async faultsOf(stop: Stop, language: CrawlLanguage, records: BusyRecords | null): Promise<string[]> {
    const window = await this.windowOf(stop.person, language);
    window.faults.length = 0;
    const { status, bytes } = await arrive(window, stop, records);
    const weight = bytes > 0 && bytes <= MOST_BYTES ? [] : [`weighs ${String(bytes)} bytes`];
    return [
      ...(status === 200 ? [] : [`answers ${String(status)}`]),
      ...weight,
      ...(await this.seen(window, language)),
    ];
  }

  /** The same, after its form was sent with nothing in it. */
  async faultsOnRefusal(stop: Stop, language: CrawlLanguage, records: BusyRecords | null): Promise<string[]> {
    const window = await this.windowOf(stop.person, language);
    window.faults.length = 0;
    await arrive(window, stop, records);
    await sendEmpty(window.page, typeof stop.refuses === 'string' ? stop.refuses : new URL(window.page.url()).pathname);
    const summary = await window.page.locator('.govuk-error-summary').count();
    return [...(summary === 1 ? [] : ['does not say what is wrong']), ...(await this.seen(window, language))];
  }

  private windowOf(person: string | null, language: CrawlLanguage): Promise<Window> {
    const key = `${person ?? ''} ${language}`;
    const known = this.windows.get(key) ?? this.open(person, language);
    this.windows.set(key, known);
    return known;
  }

  private async open(person: string | null, language: CrawlLanguage): Promise<Window> {
    const kind = { width: WIDTHS[language], language, ...(person === null ? {} : { person }) };
    const visitor = await this.chromium.visitor(kind);
    return { ...visitor, weight: await weighPage(visitor.page) };
  }

  private async seen({ page, faults }: Window, language: CrawlLanguage): Promise<string[]> {
    const head = await page.evaluate<Head>(HEAD);
    return [
      ...(head.lang === language ? [] : [`is in ${head.lang}`]),
      ...(/\S.* – Front Door$/.test(head.title) ? [] : [`has the title ${head.title}`]),
      ...(head.headings === 1 ? [] : [`has ${String(head.headings)} first headings`]),
      ...(head.skips ? [] : ['does not begin with a link past the menu']),
      ...head.codes.map((code) => `shows the code ${code}`),
      ...(await axeViolations(page)),
      ...(await widerThanWindow(page)).map((wide) => `is too wide: ${wide}`),
      ...faults,
    ];
  }
}

interface Head {
  readonly lang: string;
  readonly title: string;
  readonly headings: number;
  readonly skips: boolean;
  readonly codes: readonly string[];
}

/** People read no ids, no names of constants and nothing that is missing. */
const HEAD = `({
  lang: document.documentElement.lang,
  title: document.title,
  headings: document.querySelectorAll('h1').length,
  skips: document.querySelector('a')?.getAttribute('href') === '#main-content',
  codes: [...new Set(document.body.innerText.match(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[a-z]+(?:_[a-z]+)+\\b|undefined|\\bNaN\\b|\\[object/g,
  ) ?? [])].filter((code) => !code.startsWith('front_door')),
})`;

/** Goes there; resolves to the status, and to what the page weighs with nothing in the cache. */
async function arrive(
  { page, go, weight }: Window,
  { route, path, isLinked, arrive: walk }: Stop,
  records: BusyRecords | null,
): Promise<{ status: number; bytes: number }> {
  weight.take();
  let status = await go(typeof path === 'string' ? path : path(known(records)));
  if (isLinked === true) {
    const link = await linkOf(page, route);
    weight.take();
    status = await go(link);
  }
  if (walk !== undefined) {
    await walk(page);
    // Only the page itself counts, not those on the way there.
    weight.take();
    await page.reload();
  }
  await page.waitForLoadState('load');
  return { status, bytes: weight.take() };
}

function known(records: BusyRecords | null): BusyRecords {
  if (records === null) throw new Error('There are no records yet.');
  return records;
}

const OPEN_ALL = `for (const each of document.querySelectorAll('details')) each.open = true`;
const HREFS = `[...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? '')`;

/** The first link on the page to a page of this kind. @throws when there is none. */
async function linkOf(page: Page, route: string): Promise<string> {
  const pattern = new RegExp(`^${route.replace('GET ', '').replace(/:\w+/g, '[^/?#]+')}(?:[?#].*)?$`);
  const hrefs = await page.evaluate<string[]>(HREFS);
  const found = hrefs.find((href) => pattern.test(href));
  if (found === undefined) throw new Error(`No link to ${route} on ${page.url()}, but: ${hrefs.join(' ')}`);
  return found;
}

async function sendEmpty(page: Page, action: string): Promise<void> {
  await page.evaluate(OPEN_ALL);
  const form = page.locator(`main form[action="${action}"]`).first();
  for (const field of await form.locator('input[type=text]:visible, textarea:visible').all()) await field.fill('');
  await Promise.all([page.waitForEvent('load'), form.locator('button[type=submit]').first().click()]);
}
