import { type Level, LEVELS, URGENCIES } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { isoDayOf } from '../history/day-number.ts';
import type { Flow, WorkloadEffect } from './report.ts';
import { sumOf } from './change.ts';

type DayCells = readonly (readonly [day: number, cells: readonly number[]])[];

/** 5 January 1970, day 4, was a Monday. */
const FIRST_MONDAY = 4;

/** Cases that each queue and each urgency would have got, before and after, in all and week by week. */
export function workloadOf(
  days: DayCells,
  { authority, queues }: Pick<AuthorityProfile, 'authority' | 'queues'>,
): WorkloadEffect {
  const names = [...new Set(LEVELS.map((level) => queues.byLevel[level]))];
  const byQueue = (levels: readonly number[]): number[] => inQueues(levels, names, queues.byLevel);
  const weeks = [...byWeek(days)].map(([monday, cells]) => ({
    week: isoDayOf(monday),
    queues: { before: byQueue(levelsBefore(cells)), after: byQueue(levelsAfter(cells)) },
    urgencies: { before: urgenciesBefore(cells), after: urgenciesAfter(cells) },
  }));
  const span = spanInWeeks(days);
  const flow = (part: 'queues' | 'urgencies', place: number): Flow => {
    const total = (at: 'before' | 'after'): number =>
      weeks.reduce((sum, week) => sum + (week[part][at][place] ?? 0), 0);
    const [before, after] = [total('before'), total('after')];
    return { before, after, perWeek: { before: perWeek(before, span), after: perWeek(after, span) } };
  };
  return {
    queues: names.map((queue, place) => ({
      queue,
      title: authority.queues.find(({ id }) => id === queue)?.title ?? queue,
      ...flow('queues', place),
    })),
    urgencies: URGENCIES.map((urgency, place) => ({ urgency, ...flow('urgencies', place) })),
    weeks,
  };
}

/** Parts of a day's counters, as the tally lays them out. */
function levelsBefore(cells: readonly number[]): number[] {
  return cells.slice(0, LEVELS.length);
}

function levelsAfter(cells: readonly number[]): number[] {
  return cells.slice(LEVELS.length, 2 * LEVELS.length);
}

export function urgenciesBefore(cells: readonly number[]): number[] {
  return cells.slice(2 * LEVELS.length, 2 * LEVELS.length + URGENCIES.length);
}

export function urgenciesAfter(cells: readonly number[]): number[] {
  return cells.slice(2 * LEVELS.length + URGENCIES.length);
}

function byWeek(days: DayCells): Map<number, readonly number[]> {
  const weeks = new Map<number, readonly number[]>();
  for (const [day, cells] of days) {
    const monday = mondayOf(day);
    weeks.set(monday, sumOf([weeks.get(monday) ?? [], cells]));
  }
  return weeks;
}

function mondayOf(day: number): number {
  return FIRST_MONDAY + Math.floor((day - FIRST_MONDAY) / 7) * 7;
}

/** From the week of the first case to that of the last, both counted. */
function spanInWeeks(days: DayCells): number {
  const [first] = days[0] ?? [0];
  const [last] = days.at(-1) ?? [0];
  return (mondayOf(last) - mondayOf(first)) / 7 + 1;
}

function perWeek(count: number, weeks: number): number {
  return Math.round((10 * count) / weeks) / 10;
}

function inQueues(
  levels: readonly number[],
  names: readonly string[],
  byLevel: Readonly<Record<Level, string>>,
): number[] {
  return names.map((name) =>
    LEVELS.reduce((sum, level, rank) => sum + (byLevel[level] === name ? (levels[rank] ?? 0) : 0), 0),
  );
}
