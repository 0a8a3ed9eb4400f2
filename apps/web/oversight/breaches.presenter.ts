import { BREACH_REASONS } from '#clocks';
import { CLOCK_KINDS } from '#domain';
import type { BreachLine, BreachReport } from '#reporting';
import type { Words } from '../words/words.ts';
import type { Cell } from '../pages/csv.ts';
import type { Naming } from './overrides.presenter.ts';
import { chartOf, monthIn, shareOf, shortMonth, shownIn } from './shown.ts';
import type { TableView } from './table.ts';

export interface BreachesView {
  readonly isEmpty: boolean;
  readonly chart: string | null;
  readonly tables: readonly TableView[];
}

type By = 'month' | 'kind' | 'team';
type BreachNaming = Omit<Naming, 'ruleSet'>;

export function presentBreaches(report: BreachReport, naming: BreachNaming): BreachesView {
  const { words } = naming;
  const text = words.oversight.breaches;
  return {
    isEmpty: report.total.all === 0,
    chart: chartOf({
      kind: 'line',
      title: text.overTime,
      categories: report.byMonth.map(({ group }) => shortMonth(group)),
      series: [{ name: words.oversight.columns.breached, values: report.byMonth.map(({ parts }) => parts.breached) }],
    }),
    tables: [
      tableOf(text.overTime, 'month', [...report.byMonth, { ...report.total, group: '' }], naming),
      tableOf(text.byKind, 'kind', report.byKind, naming),
      tableOf(text.byTeam, 'team', report.byTeam, naming),
      reasonTable(report, words),
    ],
  };
}

export function breachLines(report: BreachReport, naming: BreachNaming): Cell[][] {
  const { words } = naming;
  const { by } = words.oversight;
  const tables: readonly (readonly [By, readonly BreachLine[]])[] = [
    ['month', [...report.byMonth, { ...report.total, group: '' }]],
    ['kind', report.byKind],
    ['team', report.byTeam],
  ];
  return [
    ...tables.flatMap(([kind, lines]) =>
      lines.map((line): Cell[] => [by[kind], groupIn(kind, line.group, naming), ...numbersOf(line, words)]),
    ),
    ...report.byReason.map(({ group, count }): Cell[] => [
      ...[by.reason, reasonIn(group, words), null, null],
      ...[shownIn(words, count), null],
    ]),
  ];
}

export function breachColumns({ oversight: { columns } }: Words): string[] {
  return [columns.by, columns.group, columns.limits, columns.met, columns.breached, columns.shareBreached];
}

function tableOf(caption: string, kind: By, lines: readonly BreachLine[], naming: BreachNaming): TableView {
  const { words } = naming;
  const [, , ...numbers] = breachColumns(words);
  return {
    caption,
    head: [{ text: words.oversight.by[kind] }, ...numbers.map((text) => ({ text, numeric: true }))],
    rows: lines.map((line) => [
      { text: groupIn(kind, line.group, naming) },
      ...numbersOf(line, words).map((text) => ({ text, numeric: true })),
    ]),
  };
}

function reasonTable({ byReason }: BreachReport, words: Words): TableView {
  return {
    caption: words.oversight.breaches.byReason,
    head: [{ text: words.oversight.by.reason }, { text: words.oversight.columns.breached, numeric: true }],
    rows: byReason.map(({ group, count }) => [
      { text: reasonIn(group, words) },
      { text: shownIn(words, count), numeric: true },
    ]),
  };
}

function groupIn(kind: By, group: string, { words, language, names }: BreachNaming): string {
  if (group === '') return words.oversight.total;
  if (kind === 'month') return monthIn(language, group);
  if (kind === 'team') return names.team(group);
  const known = CLOCK_KINDS.find((each) => each === group);
  return known === undefined ? words.oversight.notKnown : words.codes.clockKinds[known];
}

function reasonIn(code: string, words: Words): string {
  const known = BREACH_REASONS.find((each) => each === code);
  return known === undefined ? words.oversight.breaches.noReason : words.codes.breachReasons[known];
}

function numbersOf({ all, parts }: BreachLine, words: Words): string[] {
  const { met, breached } = parts;
  return [...[all, met, breached].map((number) => shownIn(words, number)), shareOf(breached, all)];
}
