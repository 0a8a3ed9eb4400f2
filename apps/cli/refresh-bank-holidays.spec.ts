import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bankHolidays, bankHolidaysAsAt, calendarRange, DIVISIONS, type Division } from '#deadlines';
import { refreshBankHolidays } from './refresh-bank-holidays.ts';

const VENDORED_FILE = fileURLToPath(new URL('../../libs/deadlines/bank-holidays.data.ts', import.meta.url));
const TODAY = '2026-11-01';
const HELD = DIVISIONS.flatMap((division) => bankHolidays[division]).length;
const LAST_YEAR = Number(calendarRange('scotland').lastDay.slice(0, 4));

interface GovUkEvent {
  title: string;
  date: string;
  notes: string;
  bunting: boolean;
}
type GovUkDocument = Record<Division, { division: string; events: GovUkEvent[] }>;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bank-holidays-'));
});
afterEach(() => rm(folder, { recursive: true }));

function govUkDocument(): GovUkDocument {
  const entry = (division: Division) => ({
    division,
    events: bankHolidays[division].map((holiday) => ({ ...holiday, notes: '', bunting: true })),
  });
  return {
    'england-and-wales': entry('england-and-wales'),
    scotland: entry('scotland'),
    'northern-ireland': entry('northern-ireland'),
  };
}

async function refresh(document: unknown): Promise<{ summary: string; text: string }> {
  const source = join(folder, 'source.json');
  const target = join(folder, 'target.ts');
  await writeFile(source, typeof document === 'string' ? document : JSON.stringify(document));
  const summary = await refreshBankHolidays(source, target, TODAY);
  return { summary, text: await readFile(target, 'utf8') };
}

describe('refreshing the bank holidays', () => {
  it('gives the vendored file back, byte for byte, from the vendored holidays', async () => {
    const { summary, text } = await refresh(govUkDocument());

    expect(text).toBe(await readFile(VENDORED_FILE, 'utf8'));
    expect(summary).toBe(
      `Bank holidays as at ${bankHolidaysAsAt}: ${HELD} held, 2019 to ${LAST_YEAR}; 0 added, 0 withdrawn.`,
    );
  });

  it('puts the holidays in date order whatever order they come in', async () => {
    const document = govUkDocument();
    DIVISIONS.forEach((division) => document[division].events.reverse());

    expect((await refresh(document)).text).toBe(await readFile(VENDORED_FILE, 'utf8'));
  });

  it('takes a new one-off holiday and dates the file today', async () => {
    const document = govUkDocument();
    document.scotland.events.push({ title: "People's holiday", date: '2027-06-14', notes: '', bunting: true });

    const { summary, text } = await refresh(document);

    expect(text).toContain(`    { date: '2027-06-14', title: "People's holiday" },`);
    expect(text).toContain('as at 1 November 2026');
    expect(summary).toBe(
      `Bank holidays as at 2026-11-01: ${HELD + 1} held, 2019 to ${LAST_YEAR}; 1 added, 0 withdrawn.`,
    );
  });

  it('says which coming holiday was moved', async () => {
    const document = govUkDocument();
    document.scotland.events = document.scotland.events.map((event) =>
      event.date === '2027-05-03' ? { ...event, date: '2027-05-07' } : event,
    );

    expect((await refresh(document)).summary).toContain('1 added, 1 withdrawn (scotland 2027-05-03)');
  });

  it('refuses to lose a past holiday and names it', async () => {
    const document = govUkDocument();
    document.scotland.events = document.scotland.events.filter(({ date }) => date !== '2026-06-15');

    await expect(refresh(document)).rejects.toThrow('scotland lacks 2026-06-15 (World cup)');
  });

  it.each(['2019', `${LAST_YEAR}`])('refuses a document without the year %s', async (year) => {
    const document = govUkDocument();
    const { events } = document['northern-ireland'];
    document['northern-ireland'].events = events.filter(({ date }) => !date.startsWith(year));

    await expect(refresh(document)).rejects.toThrow(`northern-ireland has no year ${year}`);
  });

  it('refuses a year that was published in part', async () => {
    const document = govUkDocument();
    document.scotland.events.push({ title: 'Jubilee', date: `${LAST_YEAR + 1}-06-04`, notes: '', bunting: true });

    await expect(refresh(document)).rejects.toThrow(`scotland ${LAST_YEAR + 1} has 1 holidays, at least 9 expected`);
  });

  it.each<[string, (document: GovUkDocument) => unknown, string]>([
    ['is not JSON', () => '<html>', 'is not a JSON document'],
    ['is a list', () => [], '"england-and-wales" is missing'],
    ['lacks a division', ({ scotland: _, ...rest }) => rest, '"scotland" is missing'],
    [
      'has no events',
      (d) => ({ ...d, scotland: { division: 'scotland', events: [] } }),
      '"scotland" has no list of events',
    ],
    [
      'swaps divisions',
      (d) => ({ ...d, scotland: d['england-and-wales'] }),
      '"scotland" says that it is "england-and-wales"',
    ],
    ['has an impossible date', withEvent({ date: '2027-02-30' }), 'scotland event 1: date "2027-02-30" is not a date'],
    ['has no date', withEvent({ date: undefined }), 'scotland event 1: date undefined is not a date'],
    ['has code for a title', withEvent({ title: "' + process.exit() + '`" }), 'is not the name of a holiday'],
    ['has a day twice', withEvent({ date: '2019-01-02' }), 'scotland has 2019-01-02 twice'],
  ])('refuses a document that %s', async (_, spoil, message) => {
    await expect(refresh(spoil(govUkDocument()))).rejects.toThrow(message);
  });

  it('reads over https only', async () => {
    const attempt = refreshBankHolidays('http://www.gov.uk/bank-holidays.json', join(folder, 'target.ts'), TODAY);

    await expect(attempt).rejects.toThrow('from a file or over https only');
  });
});

function withEvent(change: object): (document: GovUkDocument) => unknown {
  return (document) => {
    const [first, ...rest] = document.scotland.events;
    return { ...document, scotland: { division: 'scotland', events: [{ ...first, ...change }, ...rest] } };
  };
}
