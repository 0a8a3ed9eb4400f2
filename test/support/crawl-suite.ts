import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type BusyRecords, makeBusyRecords } from './busy-records.ts';
import { type BusyWeb, startBusyWeb } from './busy-web.ts';
import { Chromium } from './chromium.ts';
import { PageCrawl, type Stop } from './page-crawl.ts';
import type { ManagerRecords } from './manager-records.ts';
import type { PageStates } from './page-states/page-state.ts';

/** Under `CRAWL=all` everything is looked at in both languages and widths; else each state in one of them, in turn. */
const isWhole = process.env['CRAWL'] === 'all';
const BOTH = ['en', 'cy'] as const;

/** Makes the records of managers, where the pages are theirs. */
type Prepare = (web: BusyWeb) => Promise<ManagerRecords | null>;

/** Looks at every page of a table in every state that it has. */
export function crawlPages(whose: string, states: PageStates, prepare: Prepare = () => Promise.resolve(null)): void {
  const stops = Object.entries(states).flatMap(([route, found]): Stop[] =>
    'because' in found ? [] : [found].flat().map((state) => ({ route, ...state })),
  );
  const named = (wanted: readonly Stop[]) =>
    wanted.map((stop, index) => [`${stop.route.slice(4)} (${stop.person ?? 'nobody'})`, stop, index] as const);
  const languagesOf = (index: number) => (isWhole ? BOTH : BOTH.slice(index % 2, (index % 2) + 1));

  // Axe takes its time with the long tables of the threshold document.
  jest.setTimeout(90_000);

  describe(`pages of ${whose}`, () => {
    let web: BusyWeb;
    let chromium: Chromium;
    let crawl: PageCrawl;
    let records: BusyRecords;

    beforeAll(async () => {
      web = await startBusyWeb();
      chromium = await Chromium.start(web);
      crawl = new PageCrawl(chromium);
    }, 60_000);

    afterAll(async () => {
      await chromium.close();
      await web.close();
    });

    const empty = stops.filter(({ isEmptyAtFirst }) => isEmptyAtFirst);
    if (empty.length > 0) {
      it.each(named(empty))('are well with nothing on them: %s', async (_name, stop, index) => {
        for (const language of languagesOf(index)) expect(await crawl.faultsOf(stop, language, null)).toEqual([]);
      });
    }

    describe('with everything on them', () => {
      beforeAll(async () => {
        await web.seed();
        records = { ...(await makeBusyRecords(web)), managed: await prepare(web) };
      }, 120_000);

      it.each(named(stops))('are well: %s', async (_name, stop, index) => {
        for (const language of languagesOf(index)) expect(await crawl.faultsOf(stop, language, records)).toEqual([]);
      });

      it.each(named(stops.filter(({ refuses }) => refuses)))(
        'are well with something wrong: %s',
        async (_name, stop, index) => {
          for (const language of languagesOf(index))
            expect(await crawl.faultsOnRefusal(stop, language, records)).toEqual([]);
        },
      );
    });
  });
}
