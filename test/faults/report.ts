import { silentOf, type Findings } from './check/findings.ts';
import { spreadOf } from './recovery.ts';
import type { Backend, Scenario } from './scenario.ts';

/** What came of one scenario on one backend, in one run of it or in several. */
export interface Row {
  readonly fault: string;
  readonly name: string;
  readonly what: string;
  readonly backend: Backend;
  /** Of every run of it that is not clean; of the last one where all are. */
  readonly seeds: readonly number[];
  /** Runs that did not come to their end: then nobody knows. */
  readonly unfinished: number;
  readonly faults: number;
  readonly acknowledged: number;
  readonly decided: number;
  readonly retries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly silent: number;
  /** Seconds from a fault to the proposal of the oldest case that waited then; none where nothing did. */
  readonly recovery: readonly number[];
  /** Seconds from the end of a process, or of what it needs, until it served again. */
  readonly serving: readonly number[];
  readonly toProposal: readonly number[];
  /** Seconds from the last fault until nothing waited. */
  readonly settled: readonly number[];
  readonly seconds: number;
  /** What was found, in words; the first of each kind. */
  readonly details: readonly string[];
  readonly remarks: readonly string[];
  /** Why it was not run here; `null` when it was. */
  readonly missing: string | null;
}

const MOST_DETAILS = 5;
/** Of what a scenario said that did not come to its end. */
const MOST_LETTERS = 300;

/** The figures of a row that come from the checker, and from what the scenario itself saw. */
export function countsOf(findings: Findings, wrong: readonly string[]) {
  const { acknowledged, decided, against } = findings;
  const silent = [...silentOf(findings), ...wrong];
  const lost = against.lost.map((what) => `lost: ${what}`);
  const doubled = against.doubled.map((what) => `doubled: ${what}`);
  const details = [lost, doubled, silent].flatMap((all) => all.slice(0, MOST_DETAILS));
  return { acknowledged, decided, lost: lost.length, doubled: doubled.length, silent: silent.length, details };
}

/** A row of a scenario that could not be run, or not to its end. */
export function emptyRow(
  scenario: Scenario,
  backend: Backend,
  seed: number,
  why: { missing: string } | { failed: string },
): Row {
  const { fault, name, what } = scenario;
  const zeros = { faults: 0, acknowledged: 0, decided: 0, retries: 0, lost: 0, doubled: 0, silent: 0, seconds: 0 };
  const nothing = { recovery: [], serving: [], toProposal: [], settled: [], remarks: [] };
  const [missing, details] = 'missing' in why ? [why.missing, []] : [null, [why.failed.slice(0, MOST_LETTERS)]];
  const unfinished = details.length;
  return { fault, name, what, backend, seeds: [seed], unfinished, ...zeros, ...nothing, details, missing };
}

export function isClean({ lost, doubled, silent, unfinished }: Row): boolean {
  return lost + doubled + silent + unfinished === 0;
}

/** Two runs of one scenario on one backend as one row. */
export function together(one: Row, other: Row): Row {
  const sum = (of: (row: Row) => number): number => of(one) + of(other);
  const all = <T>(of: (row: Row) => readonly T[]): T[] => [...of(one), ...of(other)];
  const unclean = [one, other].filter((row) => !isClean(row));
  return {
    ...other,
    seeds: unclean.length === 0 ? other.seeds : unclean.flatMap(({ seeds }) => seeds),
    unfinished: sum((row) => row.unfinished),
    faults: sum((row) => row.faults),
    acknowledged: sum((row) => row.acknowledged),
    decided: sum((row) => row.decided),
    retries: sum((row) => row.retries),
    lost: sum((row) => row.lost),
    doubled: sum((row) => row.doubled),
    silent: sum((row) => row.silent),
    recovery: all((row) => row.recovery),
    serving: all((row) => row.serving),
    toProposal: all((row) => row.toProposal),
    settled: all((row) => row.settled),
    seconds: sum((row) => row.seconds),
    details: all((row) => row.details),
    remarks: [...new Set(all((row) => row.remarks))],
  };
}

/** One line of figures, for the eye. */
export function lineOf(row: Row): string {
  const title = `${row.fault} ${row.name} (${row.backend})`;
  if (row.missing !== null) return `${title}: not run: ${row.missing}`;
  const figures = [
    `faults ${String(row.faults)}`,
    `acknowledged ${String(row.acknowledged)}`,
    `decided ${String(row.decided)}`,
    `retries ${String(row.retries)}`,
    `lost ${String(row.lost)}`,
    `doubled ${String(row.doubled)}`,
    `silent ${String(row.silent)}`,
    ...(row.unfinished === 0 ? [] : [`NOT run to the end ${String(row.unfinished)} times`]),
    `recovery ${spread(row.recovery)}`,
    `serving again ${spread(row.serving)}`,
    `to proposal ${spread(row.toProposal)}`,
    ...row.remarks,
    `seed ${row.seeds.join(' ')}`,
    `${row.seconds.toFixed(0)} s`,
  ];
  return [`${title}: ${figures.join(', ')}`, ...row.details.map((what) => `    NOT clean: ${what}`)].join('\n');
}

function spread(given: readonly number[]): string {
  const seconds = spreadOf(given);
  if (seconds === null) return '-';
  return `p50 ${seconds.p50.toFixed(2)} p99 ${seconds.p99.toFixed(2)} worst ${seconds.worst.toFixed(2)} s`;
}
