import { gzipSync } from 'node:zlib';
import { median } from '../support/median.ts';
import type { Site } from './sites.ts';

interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds of one page at both sites. */
export interface Timed {
  readonly page: string;
  readonly small: Times;
  readonly large: Times;
}

export const PAGES_IN = 10;
export const FIRST = '/worklist?show=all';
const FILTERS = {
  team: 'team=early_help_hub',
  urgency: 'urgency=amber',
  'team, area and urgency': 'team=screening&urgency=green&area=harbour',
  'own cases': 'claimed=me',
  'nobody’s cases': 'claimed=nobody',
  overdue: 'overdue=yes',
  'needs information': 'information=yes',
  'a stage': 'state=screening',
  'nothing fits': 'urgency=not_triaged&area=vale',
};

/** Whole pages over HTTP with a session, both sites in turns, so that whatever else the machine does falls on both. */
export async function* measure(small: Site, large: Site, rounds: number): AsyncGenerator<Timed> {
  const pages: [string, (site: Site) => Promise<readonly string[]>][] = [
    ['first page', () => Promise.resolve([FIRST])],
    ...Object.entries(FILTERS).map(([name, query]): [string, () => Promise<string[]>] => [
      `filter: ${name}`,
      () => Promise.resolve([`/worklist?${query}`]),
    ]),
    ['next page', async (site) => [await nextOf(site, 1)]],
    [`page ${String(PAGES_IN)}`, async (site) => [await nextOf(site, PAGES_IN - 1)]],
    ['case page', casesOf],
    ['wall view', () => Promise.resolve(['/wall'])],
  ];
  for (const [page, pathsOf] of pages) {
    const paths = [await pathsOf(small), await pathsOf(large)] as const;
    const times: [number[], number[]] = [[], []];
    for (let round = -10; round < rounds; round += 1) {
      for (const [at, site] of [small, large].entries()) {
        const own = paths[at] ?? [];
        const took = await time(site, own[Math.abs(round) % own.length] ?? FIRST);
        if (round >= 0) times[at]?.push(took);
      }
    }
    yield { page, small: timesOf(times[0]), large: timesOf(times[1]) };
  }
}

/** Kilobytes of the first page with its style sheet, scripts and icon, as a browser without a cache would load them. */
export async function weigh({ web, browser }: Site): Promise<number> {
  const { text } = await browser.open(`${web.url}${FIRST}`);
  const files = new Set([...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file));
  let bytes = gzipSync(text).byteLength;
  for (const file of files) {
    const answer = await fetch(`${web.url}${file}`, { headers: { 'accept-encoding': 'identity' } });
    const content = await answer.text();
    bytes += gzipSync(content).byteLength;
    for (const [, name = ''] of content.matchAll(/from '\.\/([\w.-]+\.js)'/g)) files.add(file.replace(/[^/]+$/, name));
  }
  return bytes / 1024;
}

/** Milliseconds until a whole page is there. */
export async function time({ web, browser }: Site, path: string): Promise<number> {
  const began = performance.now();
  const { status } = await browser.open(`${web.url}${path}`);
  if (status !== 200) throw new Error(`${path} was answered with ${String(status)}.`);
  return performance.now() - began;
}

/** Address of the page that lies so many pages behind the first. */
export async function nextOf({ web, browser }: Site, steps: number): Promise<string> {
  let path = FIRST;
  for (let step = 0; step < steps; step += 1) {
    const { text } = await browser.open(`${web.url}${path}`);
    path = (/rel="next" href="([^"]*)"/.exec(text)?.[1] ?? FIRST).replaceAll('&amp;', '&');
  }
  return path;
}

/** Cases that came in by the API, with everything that a case page shows. */
export async function casesOf({ web }: Site): Promise<string[]> {
  const text = `SELECT c.id FROM case_record c JOIN referral r ON r.id = c.referral_id WHERE octet_length(r.body) > 1`;
  const rows = await web.database.query<{ id: string }>('admin', text);
  return rows.map(({ id }) => `/cases/${id}`);
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((one, other) => one - other);
  return { median: median(times), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}
