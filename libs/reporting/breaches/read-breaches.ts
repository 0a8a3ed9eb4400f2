import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK, Database, sql } from '#platform';
import type { Span } from '../overrides/read-overrides.ts';
import { type Line, type ShownLine, withheld } from '../withheld.ts';
import { BREACHES, REASONS } from './breaches.query.ts';

/** In time, or not. */
export const CLOCK_ENDS = ['met', 'breached'] as const;
type ClockEnd = (typeof CLOCK_ENDS)[number];
export type BreachLine = ShownLine<ClockEnd>;

/** What was due in a time and what of it ran out. Groups are codes; months `2026-11`. */
export interface BreachReport {
  readonly total: BreachLine;
  readonly byKind: readonly BreachLine[];
  readonly byTeam: readonly BreachLine[];
  readonly byMonth: readonly BreachLine[];
  /** Of those that ran out: why, as a person gave it; `none` where nobody has. */
  readonly byReason: readonly { readonly group: string; readonly count: number | null }[];
}

/**
 * Counts the limits that fell due, for cases that the person may see: met, or run out, also where they run on. What was
 * replaced by another of its kind does not count. Small counts are withheld.
 */
@Injectable()
export class ReadBreaches {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { from, to }: Span): Promise<BreachReport> {
    const values = [actor.authorityId, from, to, this.clock.now(), ...replacements(actor.authorityId)];
    const [groups, reasons] = await this.database.inTransaction(actor, async (tx) => [
      await sql<Counted>(tx, BREACHES, values),
      await sql<{ group: string; breached: number }>(tx, REASONS, values),
    ]);
    const linesOf = (kind: string): Line<ClockEnd>[] => groups.filter((row) => row.by === kind).map(lineOf);
    const total = linesOf('total')[0] ?? lineOf({ by: 'total', group: '', met: 0, breached: 0 });
    const shown = withheld(CLOCK_ENDS, total, {
      byKind: { lines: linesOf('kind'), addsUp: true },
      byTeam: { lines: linesOf('team'), addsUp: true },
      byMonth: { lines: linesOf('month'), addsUp: true },
    });
    return { total: shown.total, ...shown.tables, byReason: reasonsShown(reasons, shown.total.parts.breached) };
  }
}

/** Reasons add up to what ran out, so a single small one takes a companion with it. */
function reasonsShown(reasons: readonly { readonly group: string; readonly breached: number }[], all: number | null) {
  const lines = reasons.map(({ group, breached }) => ({ group, all: breached, parts: { count: breached } }));
  const sum = reasons.reduce((total, { breached }) => total + breached, 0);
  const whole = { group: '', all: sum, parts: { count: sum } };
  const { tables } = withheld(['count'], whole, { lines: { lines, addsUp: true } });
  return tables.lines.map(({ group, all: count }) => ({ group, count: all === null ? null : count }));
}

interface Counted {
  readonly by: string;
  readonly group: string;
  readonly met: number;
  readonly breached: number;
}

function lineOf({ group, met, breached }: Counted): Line<ClockEnd> {
  return { group, all: met + breached, parts: { met, breached } };
}

/** Kinds with the events that stop a clock of theirs only to start another. */
function replacements(authorityId: string): [kinds: string[], events: string[]] {
  const pairs = [...profileOf(authorityId).caseClocks].flatMap(([kind, { restartsOn, stopsOn }]) =>
    restartsOn.filter((event) => !stopsOn.includes(event)).map((event) => [kind, event] as const),
  );
  return [pairs.map(([kind]) => kind), pairs.map(([, event]) => event)];
}
