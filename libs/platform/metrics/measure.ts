import type { CountedName } from './catalogue.ts';

export type Labels = Readonly<Record<string, string>>;

/** What becomes of what is measured. */
export interface MeasureSink {
  note(name: CountedName, labels: Labels, value: number): void;
}

let sink: MeasureSink | null = null;

/** Whoever keeps what this process measures from now on; `null`: nobody. */
export function keepMeasures(by: MeasureSink | null): void {
  sink = by;
}

/**
 * Counts something, or notes how many seconds it took. Costs nothing while nobody keeps it. Labels hold codes, routes and
 * the like, never anything about a person.
 */
export function measure(name: CountedName, labels: Labels, value = 1): void {
  sink?.note(name, labels, value);
}
