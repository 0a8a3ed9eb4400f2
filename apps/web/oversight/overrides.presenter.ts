import type { Language } from '#domain';
import type { OverrideLine, OverrideReport, Span } from '#reporting';
import type { RuleSet } from '#rules';
import type { Words } from '../words/words.ts';
import type { Cell } from '../pages/csv.ts';
import type { Names } from './names.ts';
import { chartOf, monthIn, shareOf, shortMonth, shownIn } from './shown.ts';
import type { TableCell, TableView } from './table.ts';

/** What the words and names of a report come from. */
export interface Naming {
  readonly words: Words;
  readonly language: Language;
  readonly names: Names;
  readonly ruleSet: RuleSet;
}

export interface OverridesView {
  readonly isEmpty: boolean;
  readonly chart: string | null;
  readonly tables: readonly TableView[];
}

type By = 'month' | 'team' | 'agency' | 'rule';

export function presentOverrides(report: OverrideReport, span: Span, naming: Naming): OverridesView {
  const { words } = naming;
  const text = words.oversight.overrides;
  const total = [{ ...report.total, group: '' }];
  return {
    isEmpty: report.total.all === 0,
    chart: chartOf({
      kind: 'bar',
      title: text.overTime,
      categories: report.byMonth.map(({ group }) => shortMonth(group)),
      series: [
        { name: text.higher, values: report.byMonth.map(({ parts }) => parts.higher) },
        { name: text.lower, values: report.byMonth.map(({ parts }) => parts.lower) },
      ],
    }),
    tables: [
      tableOf(text.overTime, 'month', [...report.byMonth, ...total], span, naming),
      tableOf(text.byTeam, 'team', report.byTeam, span, naming),
      tableOf(text.byAgency, 'agency', report.byAgency, span, naming),
      tableOf(text.byRule, 'rule', report.byRule, span, naming),
    ],
  };
}

/** Every table below the other; what the lines are by stands in front. */
export function overrideLines(report: OverrideReport, naming: Naming): Cell[][] {
  const { by } = naming.words.oversight;
  const tables: readonly (readonly [By, readonly OverrideLine[]])[] = [
    ['month', [...report.byMonth, { ...report.total, group: '' }]],
    ['team', report.byTeam],
    ['agency', report.byAgency],
    ['rule', report.byRule],
  ];
  return tables.flatMap(([kind, lines]) =>
    lines.map((line): Cell[] => [by[kind], groupIn(kind, line.group, naming), ...numbersOf(line, naming.words)]),
  );
}

export function overrideColumns({ oversight: { columns }, audit: { differences } }: Words): string[] {
  const parts = [differences.as_proposed, differences.higher, differences.lower, differences.no_proposal];
  return [columns.by, columns.group, columns.decisions, ...parts, columns.share];
}

function tableOf(caption: string, kind: By, lines: readonly OverrideLine[], span: Span, naming: Naming): TableView {
  const { words } = naming;
  const [, , ...numbers] = overrideColumns(words);
  const rows = lines.map((line): TableCell[] => [
    cellOf(kind, line.group, span, naming),
    ...numbersOf(line, words).map((number) => ({ text: number, numeric: true })),
  ]);
  const head = [{ text: words.oversight.by[kind] }, ...numbers.map((text) => ({ text, numeric: true }))];
  return { caption, head, rows };
}

/** A group leads to its decisions that differ. */
function cellOf(kind: By, group: string, { from, to }: Span, naming: Naming): TableCell {
  const text = groupIn(kind, group, naming);
  if (kind === 'month' || group === '') return { text };
  const query = new URLSearchParams({ from, to, differs: 'other', [kind]: group });
  return { text, href: `/decisions?${query.toString()}`, hidden: `: ${naming.words.oversight.overrides.see}` };
}

function groupIn(kind: By, group: string, { words, language, names, ruleSet }: Naming): string {
  if (group === '') return words.oversight.total;
  switch (kind) {
    case 'month':
      return monthIn(language, group);
    case 'team':
      return names.team(group);
    case 'agency':
      return names.agency(group);
    case 'rule': {
      const rule = ruleSet.rules.find(({ id }) => id === group);
      return rule === undefined ? group : language === 'cy' ? (rule.titleCy ?? rule.title) : rule.title;
    }
  }
}

function numbersOf({ all, parts }: OverrideLine, words: Words): string[] {
  const { as_proposed: same, higher, lower, no_proposal: none } = parts;
  const isWhole = all !== null && none !== null && higher !== null && lower !== null;
  const share = isWhole ? shareOf(higher + lower, all - none) : shareOf(null, null);
  return [...[all, same, higher, lower, none].map((number) => shownIn(words, number)), share];
}
