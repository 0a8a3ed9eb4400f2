import { LEVELS, PATHWAYS, URGENCIES } from '#domain';
import type { BacktestReport, ReplayReport } from '#rule-sets';

/** What a run took, from the start of the process. */
export interface CostOfRun {
  readonly wallMilliseconds: number;
  readonly milliseconds: Readonly<Record<'loading' | 'evaluating' | 'tallying', number>>;
  readonly peakMegabytes: number;
}

/** The moves, groups and days that fit a screen; the rest is in the JSON. */
const SHOWN = 12;

/** A backtest for a person at a terminal. */
export function backtestText(report: BacktestReport, cost: CostOfRun, lowerFile: string | undefined): string {
  const where = lowerFile === undefined ? [] : [`The children who would go lower are in ${lowerFile}.`];
  return lines(...reportLines(report), ...where, '', costText(cost));
}

/** What a backtest found, line by line. */
export function reportLines(report: BacktestReport): string[] {
  const { draft, overall } = report;
  return [
    `Backtest of ${draft.id} ${draft.version} on ${number(report.cases)} cases of ${report.authorityId}, rules as on ${report.asOn}`,
    '',
    ...matrix('Pathway', PATHWAYS, overall.pathways),
    ...matrix('Level', LEVELS, overall.levels),
    ...matrix('Urgency', URGENCIES, overall.urgencies),
    `Statutory ${change(overall.statutory)}, universal ${change(overall.universal)}, needs information ${change(overall.needsInformation)}.`,
    `${number(report.lower)} children would go lower, ${number(report.higher)} higher.`,
    ...report.moves.slice(0, SHOWN).map(({ from, to, cases }) => {
      return `  ${`${from.level} ${from.urgency}`.padEnd(30)} -> ${`${to.level} ${to.urgency}`.padEnd(30)}${number(cases).padStart(11)}`;
    }),
    '',
    'Queue                           before      after   a week before      after',
    ...report.workload.queues.map((queue) => flow(queue.title, queue)),
    ...report.workload.urgencies.map((urgency) => flow(urgency.urgency, urgency)),
    '',
    ...uneven(report),
    ...report.notes.map((note) => `Note: ${note}`),
  ];
}

export function replayText(report: ReplayReport, cost: CostOfRun): string {
  const share = report.cases === 0 ? 100 : (100 * report.equal) / report.cases;
  return lines(
    `Replayed ${number(report.cases)} cases: ${number(report.equal)} as stored (${share.toFixed(4)} %), ${number(report.different)} different.`,
    ...report.differentCases.slice(0, 100).map((id) => `  ${id}`),
    costText(cost),
  );
}

function uneven({ uneven: groups, outcome }: BacktestReport): string[] {
  if (outcome === 'even') return ['Even: no group moved by 5 points or left 0.8 to 1.25.'];
  const shown = groups.slice(0, SHOWN).map(({ window, dimension, group, measure, share, ratio }) => {
    const ratios = `ratio ${String(ratio.before?.toFixed(2))} -> ${String(ratio.after?.toFixed(2))}`;
    return `  ${dimension} ${group}: ${measure} ${change(share)}, ${ratios} (${window})`;
  });
  return [`Uneven: ${groups.length} findings; an approval needs a written justification.`, ...shown];
}

function matrix(title: string, names: readonly string[], rows: readonly (readonly number[])[]): string[] {
  const head = [`${title} from / to`.padEnd(24), ...names.map((name) => name.padStart(22))].join('');
  const body = rows.map((row, place) => {
    return [(names[place] ?? '').padEnd(24), ...row.map((count) => number(count).padStart(22))].join('');
  });
  return [head, ...body, ''];
}

function flow(title: string, { before, after, perWeek }: BacktestReport['workload']['queues'][number] | Flow): string {
  const cells = [before, after, perWeek.before, perWeek.after].map(number);
  return [title.padEnd(27), ...cells.map((cell, place) => cell.padStart(place === 2 ? 16 : 11))].join('');
}

type Flow = BacktestReport['workload']['urgencies'][number];

function costText({ wallMilliseconds, milliseconds, peakMegabytes }: CostOfRun): string {
  const { loading, evaluating, tallying } = milliseconds;
  const parts = `waiting for records ${seconds(loading)}, evaluating ${seconds(evaluating)}, tallying ${seconds(tallying)}`;
  return `${seconds(wallMilliseconds)} from the command to the report: ${parts}; peak memory ${peakMegabytes} MB.`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function change({ before, after }: { readonly before: number; readonly after: number }): string {
  return `${percent(before)} -> ${percent(after)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
