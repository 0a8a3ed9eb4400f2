import { readable } from '../table.ts';
import { type Figure, summaryOf } from './figure.ts';
import type { ReportFile } from './report-file.ts';

/** One figure of two reports. */
export interface Change {
  readonly figure: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** `after` by `before`. */
  readonly ratio: number;
  /** The rounds of one lie all above or all below the rounds of the other. */
  readonly isApart: boolean;
}

/** Figures that both reports have, in the order of the second. */
export function compareReports(before: ReportFile, after: ReportFile): Change[] {
  const earlier = new Map(before.figures.map((figure) => [nameOf(figure), figure]));
  return after.figures.flatMap((figure) => {
    const then = earlier.get(nameOf(figure));
    return then === undefined ? [] : [changeOf(then, figure)];
  });
}

function changeOf(then: Figure, now: Figure): Change {
  const [before, after] = [summaryOf(then), summaryOf(now)];
  return {
    figure: nameOf(now),
    unit: now.unit,
    before: before.median,
    after: after.median,
    ratio: after.median / before.median,
    isApart: after.lowest > before.highest || after.highest < before.lowest,
  };
}

function nameOf({ group, name }: Figure): string {
  return `${group} – ${name}`;
}

export const CHANGE_HEAD = ['figure', 'unit', 'before', 'after', 'after / before', ''];

export function rowOfChange({ figure, unit, before, after, ratio, isApart }: Change): string[] {
  return [figure, unit, readable(before), readable(after), ratio.toFixed(2), isApart ? 'apart' : 'within the spread'];
}
