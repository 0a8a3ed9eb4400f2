import { PATHWAYS } from '#domain';
import { type Dimension, DIMENSIONS } from '../dimensions.ts';
import type { BacktestReport, GroupChange } from '../report.ts';
import { PublishedCells } from './published-cells.ts';
import { suppressedCells } from './suppress-cells.ts';

/** A count, or null where it is withheld. */
type Shown = number | null;

interface SharedLine {
  readonly cases: Shown;
  /** In the order of `PATHWAYS`. */
  readonly before: readonly Shown[];
  readonly after: readonly Shown[];
}

/** The part of a report that may leave the team: counts only, small ones withheld. */
export interface SharedBacktest {
  readonly format: '1';
  readonly authorityId: string;
  readonly draft: BacktestReport['draft'];
  readonly asOn: string;
  readonly threshold: number;
  /** Rows of "from", columns of "to", in the order of `PATHWAYS`. */
  readonly pathways: readonly (readonly Shown[])[];
  readonly total: SharedLine;
  readonly groups: readonly (SharedLine & { readonly dimension: Dimension; readonly group: string })[];
  readonly notes: readonly string[];
}

/** More groups than this in a dimension, and the smallest are shown as one. */
const MOST_GROUPS = 60;
export const ALL_OTHERS = 'all_others';

interface LineCells {
  readonly cases: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * The view of a report for readers outside the team. Withheld are counts from 1 to `threshold - 1`, and as many others
 * as it takes that no withheld count follows from those shown: sums over groups, over pathways, and the difference of
 * before and after, which would tell how many moved. Single cases, weeks, days, levels and urgencies are left out.
 */
export function suppressSmallCells(report: BacktestReport, threshold = 5): SharedBacktest {
  const published = new PublishedCells();
  const matrix = report.overall.pathways.map((row) => row.map((count) => published.add(count)));
  const total = addLine(published, report.overall.pathways, threshold);
  total.before.forEach((cell, from) => {
    published.addSum(cell, matrix[from] ?? []);
  });
  total.after.forEach((cell, to) => {
    published.addSum(
      cell,
      matrix.flatMap((row) => row[to] ?? []),
    );
  });
  const groups = DIMENSIONS.flatMap((dimension) =>
    addDimension(published, total, mergedGroups(report, dimension), threshold),
  );
  const hidden = suppressedCells(published, threshold);
  const shown = (place: number): Shown => (hidden.has(place) ? null : (published.cells[place]?.value ?? null));
  const line = ({ cases, before, after }: LineCells): SharedLine => ({
    cases: shown(cases),
    before: before.map(shown),
    after: after.map(shown),
  });
  const { authorityId, draft, asOn } = report;
  return {
    ...{ format: '1', authorityId, draft, asOn, threshold },
    pathways: matrix.map((row) => row.map(shown)),
    total: line(total),
    groups: groups.map(({ dimension, group, cells }) => ({ dimension, group, ...line(cells) })),
    notes: [
      ...report.notes,
      `Counts below ${threshold}, and others from which they could be worked out, are withheld.`,
    ],
  };
}

type Matrix = readonly (readonly number[])[];

interface MergedGroup {
  readonly dimension: Dimension;
  readonly group: string;
  readonly pathways: Matrix;
}

function addLine(published: PublishedCells, pathways: Matrix, threshold: number): LineCells {
  const before = pathways.map((row) => sum(row));
  const after = PATHWAYS.map((_pathway, to) => sum(pathways.map((row) => row[to] ?? 0)));
  const cells = {
    cases: published.add(sum(before)),
    before: before.map((count) => published.add(count)),
    after: after.map((count) => published.add(count)),
  };
  published.addSum(cells.cases, cells.before);
  published.addSum(cells.cases, cells.after);
  // Before and after together would tell how many moved; then what they were before is the safer to show.
  const moved = before.map((was, place) => Math.abs((after[place] ?? 0) - was));
  if (moved.some((by) => by > 0 && by < threshold)) for (const cell of cells.after) published.withheld.add(cell);
  return cells;
}

function addDimension(
  published: PublishedCells,
  total: LineCells,
  groups: readonly MergedGroup[],
  threshold: number,
): { readonly dimension: Dimension; readonly group: string; readonly cells: LineCells }[] {
  const lines = groups.map(({ dimension, group, pathways }) => ({
    dimension,
    group,
    cells: addLine(published, pathways, threshold),
  }));
  if (lines.length === 0) return lines;
  published.addSum(
    total.cases,
    lines.map(({ cells }) => cells.cases),
  );
  PATHWAYS.forEach((_pathway, place) => {
    published.addSum(
      total.before[place] ?? 0,
      lines.flatMap(({ cells }) => cells.before[place] ?? []),
    );
    published.addSum(
      total.after[place] ?? 0,
      lines.flatMap(({ cells }) => cells.after[place] ?? []),
    );
  });
  return lines;
}

function mergedGroups(report: BacktestReport, dimension: Dimension): MergedGroup[] {
  const own = report.groups.filter((group) => group.dimension === dimension);
  const [kept, rest] = dimension === 'month' || own.length <= MOST_GROUPS ? [own, []] : split(own);
  if (rest.length === 0) return kept;
  const pathways = PATHWAYS.map((_from, from) =>
    PATHWAYS.map((_to, to) => sum(rest.map((group) => group.pathways[from]?.[to] ?? 0))),
  );
  return [...kept, { dimension, group: ALL_OTHERS, pathways }];
}

function split(groups: readonly GroupChange[]): [GroupChange[], GroupChange[]] {
  const sorted = [...groups].sort((a, b) => b.cases - a.cases);
  return [sorted.slice(0, MOST_GROUPS - 1), sorted.slice(MOST_GROUPS - 1)];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
