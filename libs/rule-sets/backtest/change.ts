import { LEVELS, type Pathway, pathwayOf, PATHWAYS, URGENCIES } from '#domain';
import type { Change } from './report.ts';
import { INFORMATION_AT, URGENCY_AT } from './tally.ts';

/** The place of each level's pathway among `PATHWAYS`. */
const PATHWAY_OF_LEVEL = LEVELS.map((level) => PATHWAYS.indexOf(pathwayOf(level)));

/** What one group's counters say. */
export function changeOf(cells: readonly number[]): Change {
  const levels = square(cells, 0, LEVELS.length);
  const pathways = pathwayMatrix(levels);
  const cases = levels.flat().reduce((sum, count) => sum + count, 0);
  const [, settledThenOpen = 0, openThenSettled = 0, open = 0] = cells.slice(INFORMATION_AT);
  const share = (count: number): number => (cases === 0 ? 0 : count / cases);
  const shareOf = (pathway: Pathway): Change['statutory'] => {
    const place = PATHWAYS.indexOf(pathway);
    const before = (pathways[place] ?? []).reduce((sum, count) => sum + count, 0);
    const after = pathways.reduce((sum, row) => sum + (row[place] ?? 0), 0);
    return { before: share(before), after: share(after) };
  };
  return {
    cases,
    levels,
    urgencies: square(cells, URGENCY_AT, URGENCIES.length),
    pathways,
    needsInformation: { before: share(openThenSettled + open), after: share(settledThenOpen + open) },
    statutory: shareOf('statutory'),
    universal: shareOf('universal'),
  };
}

/** The sum of several groups' counters. */
export function sumOf(groups: Iterable<readonly number[]>): number[] {
  const sum: number[] = [];
  for (const cells of groups) {
    cells.forEach((count, place) => {
      sum[place] = (sum[place] ?? 0) + count;
    });
  }
  return sum;
}

function square(cells: readonly number[], at: number, size: number): number[][] {
  return Array.from({ length: size }, (_row, from) =>
    Array.from({ length: size }, (_cell, to) => cells[at + from * size + to] ?? 0),
  );
}

function pathwayMatrix(levels: readonly (readonly number[])[]): number[][] {
  const matrix = square([], 0, PATHWAYS.length);
  levels.forEach((row, from) => {
    row.forEach((count, to) => {
      const line = matrix[PATHWAY_OF_LEVEL[from] ?? 0] ?? [];
      const place = PATHWAY_OF_LEVEL[to] ?? 0;
      line[place] = (line[place] ?? 0) + count;
    });
  });
  return matrix;
}
