import { readable, table } from '../support/table.ts';
import { type Aim, aimRow } from './aims.ts';
import { CASES, type Growth } from './growth.ts';
import type { Timing } from './race.ts';

function checkOf({ contender: { checked, different } }: Timing): string {
  if (checked === 0) return 'itself';
  return different === 0 ? `${readable(checked)} cases` : `VOID: ${different} of ${readable(checked)}`;
}

/** Rates and ratios; the first contender is what the others are measured by. */
export function raceTable(timings: readonly Timing[]): string {
  const [first] = timings;
  const rows = timings.map((timing) => [
    timing.contender.name,
    readable(1e6 / timing.microsecondsACase),
    readable(timing.microsecondsACase),
    `${readable((first?.microsecondsACase ?? Number.NaN) / timing.microsecondsACase)} x`,
    checkOf(timing),
  ]);
  return table(['', 'decisions/s', 'µs a case', 'as fast as ours', 'equal on'], rows);
}

export function aimTable(aims: readonly Aim[]): string {
  return table(['aim', 'measured', 'wanted', ''], aims.map(aimRow));
}

export function growthTable(sizes: readonly Growth[]): string {
  const head = ['rules', 'facts', 'bytes a case', 'compile ms', 'trace µs a case'];
  const bulk = CASES.map((count) => `bulk ns a case, ${count.toLocaleString('en-GB')}`);
  const rows = sizes.map((size) => [
    String(size.rules),
    String(size.facts),
    String(size.bytesACase),
    readable(size.compileMilliseconds),
    readable(size.tracedMicroseconds),
    ...size.bulkNanoseconds.map(readable),
    readable(size.megabytes),
  ]);
  return table([...head, ...bulk, 'MB more'], rows);
}
