import { PATHWAYS } from '#domain';
import type { SharedBacktest } from '#rule-sets';
import { groupName } from './group-names.ts';
import { numbersIn } from './numbers.ts';
import type { ReportGiven, TableView } from './report.presenter.ts';

type Line = SharedBacktest['total'];

/** A report for readers outside the team: counts alone, small ones withheld. */
export function presentShared(shared: SharedBacktest, given: ReportGiven): TableView {
  const { share, title } = given.words.rules.history;
  const numbers = numbersIn(given.language);
  const rows = linesOf(shared, given).map(({ names, line }) => [
    names.join(': '),
    ...cellsOf(line).map((cell) => (cell === null ? share.withheld : numbers.count(cell))),
  ]);
  const [, ...head] = headOf(given).slice(1);
  return { caption: title, head: [share.kind, ...head], rows, svg: null };
}

/** The same as lines of a file; withheld numbers are empty. */
export function sharedRows(
  shared: SharedBacktest,
  given: ReportGiven,
): { head: string[]; rows: (string | number | null)[][] } {
  const rows = linesOf(shared, given).map(({ names, line }) => [names[0] ?? '', names[1] ?? '', ...cellsOf(line)]);
  return { head: headOf(given), rows };
}

function headOf({ words }: ReportGiven): string[] {
  const { share, report: text } = words.rules.history;
  const of = (when: string) => PATHWAYS.map((pathway) => share.pathway(words.codes.pathways[pathway], when));
  return [share.kind, text.group, text.children, ...of(text.before), ...of(text.after)];
}

function linesOf(
  { total, groups }: SharedBacktest,
  { words, authorityId }: ReportGiven,
): { names: string[]; line: Line }[] {
  const { report: text, dimensions } = words.rules.history;
  return [
    { names: [text.all], line: total },
    ...groups.map((line) => ({
      names: [dimensions[line.dimension], groupName(authorityId, line.dimension, line.group, words)],
      line,
    })),
  ];
}

function cellsOf({ cases, before, after }: Line): (number | null)[] {
  return [cases, ...before, ...after];
}
