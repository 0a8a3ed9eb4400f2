import type { QueueCount, QueueStanding, Wall } from '#decisions';
import { MOST_COUNTED } from '#decisions';
import { URGENCIES, type Urgency } from '#domain';
import { spanBetween } from './due.presenter.ts';
import { type Reader, teamName, urgencyView, type UrgencyView } from './row.presenter.ts';
import { listAt } from './worklist.form.ts';
import { holderKey } from './worklist.presenter.ts';

export interface WallView {
  readonly asAt: Date;
  readonly open: number;
  readonly nobody: number;
  readonly overdue: string;
  readonly isAnyOverdue: boolean;
  readonly oldest: string | null;
  readonly nextDue: string | null;
  readonly urgencies: readonly (UrgencyView & { readonly cases: number })[];
  readonly teams: readonly TeamRow[];
  readonly people: readonly PersonRow[];
}

interface TeamRow {
  readonly name: string;
  readonly href: string;
  readonly byUrgency: readonly number[];
  readonly cases: number;
  readonly overdue: string;
  readonly isAnyOverdue: boolean;
  readonly oldest: string | null;
  readonly nextDue: string | null;
}

interface PersonRow {
  readonly name: string;
  readonly href: string;
  readonly held: number;
  readonly overdue: number;
}

/** From the most urgent on, as the list stands. */
const ORDER: readonly (Urgency | 'not_triaged')[] = ['not_triaged', ...URGENCIES.toReversed()];

/** The duty manager's numbers: no child is named. */
export function presentWall(wall: Wall, reader: Pick<Reader, 'words' | 'language' | 'profile'>): WallView {
  const { counts, standing, people, asAt } = wall;
  const { words } = reader;
  const overdue = standing.reduce((total, each) => total + each.overdue, 0);
  const isMore = standing.some((each) => each.overdue >= MOST_COUNTED);
  return {
    asAt,
    open: sum(counts),
    nobody: sum(counts) - counts.reduce((total, { held }) => total + held, 0),
    overdue: isMore ? words.worklist.atLeast(overdue) : String(overdue),
    isAnyOverdue: overdue > 0,
    oldest: spanOf(reader, asAt, earliest(standing.map(({ oldestAt }) => oldestAt))),
    nextDue: spanOf(reader, asAt, earliest(standing.map(({ nextDueAt }) => nextDueAt))),
    urgencies: ORDER.map((urgency) => ({
      ...urgencyView(words, urgency),
      cases: sum(counts.filter((count) => count.urgency === urgency)),
    })),
    teams: standing.map((each) => teamRow(each, counts, asAt, reader)),
    people: people.map(({ id, name, held, overdue: late }) => ({
      ...{ name, held, overdue: late },
      href: `/worklist?holder=${holderKey(id)}`,
    })),
  };
}

function teamRow(
  { queue, overdue, oldestAt, nextDueAt }: QueueStanding,
  counts: readonly QueueCount[],
  asAt: Date,
  reader: Pick<Reader, 'words' | 'profile'>,
): TeamRow {
  const own = counts.filter((count) => count.queue === queue);
  return {
    name: teamName(reader.profile, queue),
    href: listAt(`team=${queue}`),
    byUrgency: ORDER.map((urgency) => sum(own.filter((count) => count.urgency === urgency))),
    cases: sum(own),
    overdue: overdue >= MOST_COUNTED ? reader.words.worklist.atLeast(MOST_COUNTED) : String(overdue),
    isAnyOverdue: overdue > 0,
    oldest: spanOf(reader, asAt, oldestAt),
    nextDue: spanOf(reader, asAt, nextDueAt),
  };
}

function spanOf({ words }: Pick<Reader, 'words'>, asAt: Date, at: Date | null): string | null {
  return at === null ? null : spanBetween(words, asAt, at);
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.filter((at) => at !== null).map((at) => at.getTime());
  return known.length === 0 ? null : new Date(Math.min(...known));
}

function sum(counts: readonly QueueCount[]): number {
  return counts.reduce((total, { cases }) => total + cases, 0);
}
