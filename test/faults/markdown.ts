import { machine } from '../bench/support/machine.ts';
import type { Row } from './report.ts';
import { spreadOf } from './recovery.ts';

interface RunFacts {
  /** ISO 8601. */
  readonly began: string;
  readonly seed: number;
  readonly isLong: boolean;
  readonly minutes: number;
}

const HEAD = [
  'fault',
  'what was done',
  'queue in',
  'faults',
  'acknowledged',
  'decided',
  'lost',
  'doubled',
  'silent',
  'recovery p99, worst',
  'serving again p99, worst',
  'to proposal p50, p99',
  'seed',
];

/** The report as it is kept: totals, a row a scenario, then whatever is to be said of one. */
export function markdownOf({ began, seed, isLong, minutes }: RunFacts, rows: readonly Row[]): string {
  const sum = (of: (row: Row) => number): string => String(rows.reduce((total, row) => total + of(row), 0));
  const totals = [
    `${sum((row) => row.faults)} faults, ${sum((row) => row.acknowledged)} acknowledged referrals,`,
    `${sum((row) => row.decided)} decisions: lost ${sum((row) => row.lost)}, doubled ${sum((row) => row.doubled)},`,
    `silent ${sum((row) => row.silent)}; runs that did not come to their end: ${sum((row) => row.unfinished)}.`,
  ].join(' ');
  const how = `${isLong ? 'A long run' : 'A short run'} of ${minutes.toFixed(0)} minutes from ${began}, seed ${String(seed)}.`;
  return [
    '# Faults: last report\n',
    `${how} ${machine()}.\n`,
    `**${totals}**\n`,
    'Times in seconds. _Recovery_: from a fault until the oldest case that waited at that moment was proposed. _Serving',
    'again_: from the end of a process, or of what it needs, until it served. A seed replays its row:',
    '`npm run faults -- --only F3 --seed 4711`.\n',
    lineOf(HEAD),
    lineOf(HEAD.map(() => '---')),
    ...rows.map((row) => lineOf(cellsOf(row))),
    '',
    ...rows.flatMap((row) => remarksOf(row)),
  ].join('\n');
}

function cellsOf(row: Row): string[] {
  const title = [`${row.fault} ${row.name}`, row.what, row.backend];
  if (row.missing !== null) return [...title, `not run: ${row.missing}`, ...HEAD.slice(title.length + 1).map(() => '')];
  const counts = [row.faults, row.acknowledged, row.decided, row.lost, row.doubled, row.silent].map(String);
  const proposed = spreadOf(row.toProposal);
  const middle = proposed === null ? '-' : `${proposed.p50.toFixed(2)}, ${proposed.p99.toFixed(2)}`;
  return [...title, ...counts, ends(row.recovery), ends(row.serving), middle, row.seeds.join(' ')];
}

function ends(given: readonly number[]): string {
  const seconds = spreadOf(given);
  return seconds === null ? '-' : `${seconds.p99.toFixed(2)}, ${seconds.worst.toFixed(2)}`;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function remarksOf({ fault, name, backend, remarks, details }: Row): string[] {
  const said = [...remarks, ...details.map((what) => `**${what}**`)];
  return said.length === 0 ? [] : [`- ${fault} ${name} (${backend}): ${said.join('; ')}`];
}
