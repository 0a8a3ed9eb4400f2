/**
 * `npm run bench -- pages [cases …] [--rounds=5] [--views=20]`: pages of the worklist and of a case at growing numbers of
 * cases, in turns, beside a list by OFFSET with COUNT(*). A thousand, a hundred thousand and a million when left out, which
 * takes some eight minutes and 5 GB; `pages 1000 100000 1000000 10000000` takes an hour or more and 45 GB of disk.
 */
import pg from 'pg';
import { middleOf, offsetPage } from './pages/offset.ts';
import { readable } from './support/table.ts';
import { latenciesOf } from './support/load/load-plan.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { fillCases } from './worklist/fill.ts';
import { casesOf, FIRST, nextOf, PAGES_IN, time } from './worklist/measure.ts';
import { READER, type Site, startSites } from './worklist/sites.ts';

const SIZES = [1_000, 100_000, 1_000_000];
/** One case in twenty is open, and a thousand at least. */
const OPEN_SHARE = 0.05;
const AIM = { atMost: 1.5 };
const OURS = ['first page', `page ${String(PAGES_IN)}`, 'case page'] as const;
const SIZE_SQL = 'SELECT pg_size_pretty(pg_database_size(current_database())) AS size';
const THEIRS = ['OFFSET, first page', 'OFFSET, middle of the list'] as const;

const given = benchArguments();
const wanted = given.filter((argument) => /^\d+$/.test(argument)).map(Number);
const sizes = wanted.length === 0 ? SIZES : wanted;
const [rounds, views] = [option('rounds', 5), option('views', 20)];

const report = new BenchReport(
  'pages',
  'Whole pages over HTTP, with session, row-level security, names unsealed and the look noted, at growing numbers of cases, of which one in twenty is open. Beside them, of a list by OFFSET and COUNT(*), the two statements alone.',
);
report.fact('rounds', `${String(rounds)} of ${String(views)} views each`);
const sites = await startSites();
const clients: pg.Client[] = [];
try {
  const filled = new Map<string, Site>();
  for (const size of sizes) filled.set(nameOf(size), await filledSite(size));
  const contenders: Record<string, () => Promise<Sample>> = {};
  for (const [name, site] of filled) contenders[name] = await contender(site);
  const turns = await inTurns('milliseconds', contenders, rounds);
  report.watched(turns);
  for (const page of [...OURS, ...THEIRS]) {
    for (const name of Object.keys(contenders)) {
      report.add(turns.figure(name, `${page}, p50`, 'ms'), turns.figure(name, `${page}, p95`, 'ms'));
    }
  }
  const [small = 0, ...larger] = sizes;
  for (const page of OURS) {
    for (const size of larger) report.add(turns.ratio(nameOf(size), nameOf(small), `${page}, p95`, AIM));
  }
} finally {
  for (const client of clients) await client.end();
  await sites.stop();
}
await report.write();

async function filledSite(size: number): Promise<Site> {
  const began = performance.now();
  const site = await sites.start();
  const open = Math.min(size, Math.max(SIZES[0] ?? 0, Math.round(size * OPEN_SHARE)));
  await fillCases(site, { open, cases: size });
  const seconds = readable((performance.now() - began) / 1_000);
  const [row] = await site.web.database.query<{ size: string }>('admin', SIZE_SQL);
  report.fact(nameOf(size), `${readable(open)} open, filled in ${seconds} s, ${row?.size ?? '?'} on disk`);
  say(`${nameOf(size)} filled in ${seconds} s, ${row?.size ?? '?'} on disk.`);
  return site;
}

async function contender(site: Site): Promise<() => Promise<Sample>> {
  // The others were filled meanwhile, and that may take longer than a session lasts unused.
  await site.web.signIn(site.browser, READER);
  const admin = new pg.Client({ connectionString: site.web.database.adminUrl });
  await admin.connect();
  clients.push(admin);
  const [cases, later, middle] = [await casesOf(site), await nextOf(site, PAGES_IN - 1), await middleOf(admin)];
  const pages: Record<string, (view: number) => Promise<number>> = {
    [OURS[0]]: () => time(site, FIRST),
    [OURS[1]]: () => time(site, later),
    [OURS[2]]: (view) => time(site, cases[view % cases.length] ?? FIRST),
    [THEIRS[0]]: () => offsetPage(admin, 0),
    [THEIRS[1]]: () => offsetPage(admin, middle),
  };
  for (const look of Object.values(pages)) await viewed(look);
  return async () => {
    const sample: Record<string, number> = {};
    for (const [page, look] of Object.entries(pages)) {
      const { p50, p95 } = await viewed(look);
      sample[`${page}, p50`] = p50;
      sample[`${page}, p95`] = p95;
    }
    return sample;
  };
}

async function viewed(look: (view: number) => Promise<number>): Promise<{ p50: number; p95: number }> {
  const took: number[] = [];
  for (let view = 0; view < views; view += 1) took.push(await look(view));
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: latenciesOf(took).p50, p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Number.NaN };
}

function nameOf(size: number): string {
  return `${readable(size)} cases`;
}

function option(name: string, usual: number): number {
  const found = given.find((argument) => argument.startsWith(`--${name}=`));
  return found === undefined ? usual : Number(found.slice(name.length + 3));
}
