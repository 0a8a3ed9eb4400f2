import { LEVELS, URGENCIES } from '#domain';
import type { CaseColumns, OutcomeColumns } from './case-columns.ts';
import { type Dimension, DIMENSIONS, groupColumn } from './dimensions.ts';

const L = LEVELS.length;
const U = URGENCIES.length;
/** One group's counters: level from and to, then urgency from and to, then needing information before and after. */
export const URGENCY_AT = L * L;
export const INFORMATION_AT = URGENCY_AT + U * U;
const GROUP_CELLS = INFORMATION_AT + 4;
/** One day's counters: cases by level before, level after, urgency before, urgency after. */
const DAY_CELLS = 2 * (L + U);
/** Level and urgency together, before and after. */
const MOVES = L * U * L * U;

/** A tally as plain JSON, to be taken up again. */
export interface TallyState {
  readonly moves: readonly number[];
  readonly groups: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly days: Readonly<Record<string, readonly number[]>>;
}

/** Counts what a draft changes, block by block. Counters only add up: the order of blocks leaves no mark. */
export class Tally {
  private readonly moves = new Array<number>(MOVES).fill(0);
  private readonly groups = new Map<Dimension, number[]>(DIMENSIONS.map((dimension) => [dimension, []]));
  private readonly days = new Map<number, number[]>();

  /** Counts cases that stood as `columns.live` says and would stand as `after` says. */
  add(columns: CaseColumns, after: OutcomeColumns): void {
    const { level, urgency, information } = this.cellsOf(columns, after);
    for (const dimension of DIMENSIONS) {
      const column = groupColumn(columns, dimension);
      const cells = this.roomFor(dimension, column);
      for (let place = 0; place < columns.count; place += 1) {
        const base = (column[place] ?? 0) * GROUP_CELLS;
        raise(cells, base + (level[place] ?? 0));
        raise(cells, base + URGENCY_AT + (urgency[place] ?? 0));
        raise(cells, base + INFORMATION_AT + (information[place] ?? 0));
      }
    }
  }

  /** Every group that has cases, with its counters. */
  *groupsOf(dimension: Dimension): Generator<readonly [group: number, cells: readonly number[]]> {
    const cells = this.groups.get(dimension) ?? [];
    for (let base = 0; base < cells.length; base += GROUP_CELLS) {
      const own = cells.slice(base, base + GROUP_CELLS);
      if (own.some((count) => count > 0)) yield [base / GROUP_CELLS, own];
    }
  }

  /** Days since 1970-01-01 on which cases came, ascending, with their counters. */
  daysAscending(): readonly (readonly [day: number, cells: readonly number[]])[] {
    return [...this.days].sort(([a], [b]) => a - b);
  }

  /** How many went from each level and urgency to each, by `moveIndex`. */
  allMoves(): readonly number[] {
    return this.moves;
  }

  state(): TallyState {
    const groups = DIMENSIONS.map((dimension) => [dimension, Object.fromEntries(this.groupsOf(dimension))] as const);
    return { moves: [...this.moves], groups: Object.fromEntries(groups), days: Object.fromEntries(this.days) };
  }

  /** Adds what another tally counted. */
  merge(state: TallyState): void {
    state.moves.forEach((count, index) => {
      raise(this.moves, index, count);
    });
    for (const dimension of DIMENSIONS) {
      for (const [group, counts] of Object.entries(state.groups[dimension] ?? {})) {
        const cells = this.roomFor(dimension, [Number(group)]);
        counts.forEach((count, index) => {
          raise(cells, Number(group) * GROUP_CELLS + index, count);
        });
      }
    }
    for (const [day, counts] of Object.entries(state.days)) {
      const cells = this.dayCells(Number(day));
      counts.forEach((count, index) => {
        raise(cells, index, count);
      });
    }
  }

  /** Counts what has no dimension, and says for each case which cells of its groups count it. */
  private cellsOf(
    { count, live, days }: CaseColumns,
    after: OutcomeColumns,
  ): Readonly<Record<'level' | 'urgency' | 'information', Uint8Array>> {
    const level = new Uint8Array(count);
    const urgency = new Uint8Array(count);
    const information = new Uint8Array(count);
    for (let place = 0; place < count; place += 1) {
      const l = live.definiteLevel[place] ?? 0;
      const u = live.definiteUrgency[place] ?? 0;
      const toL = after.definiteLevel[place] ?? 0;
      const toU = after.definiteUrgency[place] ?? 0;
      level[place] = l * L + toL;
      urgency[place] = u * U + toU;
      information[place] = 2 * isOpen(live, place) + isOpen(after, place);
      raise(this.moves, moveIndex(l, u, toL, toU));
      const day = this.dayCells(days[place] ?? 0);
      raise(day, l);
      raise(day, L + toL);
      raise(day, 2 * L + u);
      raise(day, 2 * L + U + toU);
    }
    return { level, urgency, information };
  }

  private dayCells(day: number): number[] {
    const ready = this.days.get(day);
    if (ready !== undefined) return ready;
    const made = new Array<number>(DAY_CELLS).fill(0);
    this.days.set(day, made);
    return made;
  }

  private roomFor(dimension: Dimension, column: Iterable<number>): number[] {
    let highest = 0;
    for (const group of column) if (group > highest) highest = group;
    const cells = this.groups.get(dimension) ?? [];
    for (let length = cells.length; length < (highest + 1) * GROUP_CELLS; length += 1) cells.push(0);
    return cells;
  }
}

/** The place of a move among `MOVES`, from ranks. */
export function moveIndex(level: number, urgency: number, toLevel: number, toUrgency: number): number {
  return ((level * U + urgency) * L + toLevel) * U + toUrgency;
}

/** 1 where an answer could still change level or urgency. */
function isOpen(outcome: OutcomeColumns, place: number): 0 | 1 {
  const isSettled =
    outcome.definiteLevel[place] === outcome.possibleLevel[place] &&
    outcome.definiteUrgency[place] === outcome.possibleUrgency[place];
  return isSettled ? 0 : 1;
}

function raise(cells: number[], index: number, by = 1): void {
  cells[index] = (cells[index] ?? 0) + by;
}
