import { type Language, PATHWAYS } from '#domain';
import type { BacktestReport, Dimension } from '#rule-sets';
import { chartSvg } from '../../charts/chart.ts';
import type { Words } from '../../words/words.ts';
import { placingIn } from '../try/case.presenter.ts';
import { groupName } from './group-names.ts';
import { type Numbers, numbersIn } from './numbers.ts';

/** A table whose first cell of each row names it; with a chart of the same numbers where there is one. */
export interface TableView {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly svg: string | null;
}

export interface ReportView {
  readonly isEven: boolean;
  readonly summary: readonly { readonly key: string; readonly text: string }[];
  readonly pathways: TableView;
  readonly moves: TableView;
  readonly hasMoreMoves: boolean;
  readonly uneven: TableView;
}

export interface ReportGiven {
  readonly authorityId: string;
  readonly language: Language;
  readonly words: Words;
}

export const MOST_MOVES = 30;

/** A report in words and numbers: how many, between which pathways, which moves, and who is affected more than others. */
export function presentReport(report: BacktestReport, given: ReportGiven): ReportView {
  const { report: text } = given.words.rules.history;
  const numbers = numbersIn(given.language);
  const { needsInformation } = report.overall;
  const row = (key: string, value: string) => ({ key, text: value });
  return {
    isEven: report.outcome === 'even',
    summary: [
      row(text.cases, numbers.count(report.cases)),
      row(text.lower, numbers.count(report.lower)),
      row(text.higher, numbers.count(report.higher)),
      row(text.same, numbers.count(report.cases - report.lower - report.higher)),
      row(
        text.needsInformation,
        text.beforeAfter(numbers.share(needsInformation.before), numbers.share(needsInformation.after)),
      ),
    ],
    pathways: pathwayTable(report, numbers, given.words),
    moves: moveTable(report, numbers, given.words),
    hasMoreMoves: report.moves.length > MOST_MOVES,
    uneven: unevenTable(report, numbers, given),
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function pathwayTable({ overall }: BacktestReport, { count }: Numbers, { rules, codes }: Words): TableView {
  const { report: text } = rules.history;
  const names = PATHWAYS.map((pathway) => codes.pathways[pathway]);
  const before = overall.pathways.map(sum);
  const after = PATHWAYS.map((_pathway, to) => sum(overall.pathways.map((row) => row[to] ?? 0)));
  const series = [
    { name: text.before, values: before },
    { name: text.after, values: after },
  ];
  return {
    caption: text.pathwaysHint,
    head: [text.from, ...names.map((name) => `${text.to}: ${name}`), text.all],
    rows: [
      ...overall.pathways.map((row, from) => [names[from] ?? '', ...row.map(count), count(before[from] ?? 0)]),
      [text.all, ...after.map(count), count(sum(after))],
    ],
    svg: chartSvg({ kind: 'bar', title: text.chart, categories: names, series }),
  };
}

function moveTable({ moves }: BacktestReport, { count }: Numbers, words: Words): TableView {
  const { report: text } = words.rules.history;
  const rows = moves
    .slice(0, MOST_MOVES)
    .map(({ from, to, cases }) => [placingIn(words, from), placingIn(words, to), count(cases)]);
  return { caption: text.moves, head: [text.from, text.to, text.children], rows, svg: null };
}

function unevenTable(
  { uneven }: BacktestReport,
  { share, count }: Numbers,
  { authorityId, words }: ReportGiven,
): TableView {
  const { report: text, dimensions } = words.rules.history;
  const rows = uneven.map((one) => [
    `${dimensions[one.dimension]}: ${groupName(authorityId, one.dimension, one.group, words)}`,
    text.window[one.window],
    text.measures[one.measure],
    text.beforeAfter(share(one.share.before), share(one.share.after)),
    count(one.cases),
    one.why.map((why) => text.why[why]).join('. '),
  ]);
  const head = [text.group, text.trialOf, text.measure, text.statutoryShare, text.children, text.reason];
  return { caption: text.uneven, head, rows, svg: null };
}

/** The groups of one kind: how many, and their shares on the statutory and the universal pathway before and after. */
export function presentGroups(report: BacktestReport, dimension: Dimension, given: ReportGiven): TableView {
  const { words, authorityId, language } = given;
  const { report: text, dimensions } = words.rules.history;
  const { count, share } = numbersIn(language);
  const groups = report.groups.filter((one) => one.dimension === dimension);
  const names = groups.map(({ group }) => groupName(authorityId, dimension, group, words));
  const percent = (value: number): number => Math.round(value * 1_000) / 10;
  return {
    caption: `${text.groups}: ${dimensions[dimension]}`,
    head: [
      dimensions[dimension],
      text.children,
      ...[text.statutory, text.universal].flatMap((one) => [`${one}, ${text.before}`, `${one}, ${text.after}`]),
    ],
    rows: groups.map(({ cases, statutory, universal }, place) => [
      names[place] ?? '',
      count(cases),
      ...[statutory, universal].flatMap(({ before, after }) => [share(before), share(after)]),
    ]),
    svg: chartSvg({
      kind: dimension === 'month' ? 'line' : 'bar',
      title: text.groupsChart(dimensions[dimension]),
      categories: names,
      series: [
        { name: text.before, values: groups.map(({ statutory }) => percent(statutory.before)) },
        { name: text.after, values: groups.map(({ statutory }) => percent(statutory.after)) },
      ],
      unit: '%',
    }),
  };
}
