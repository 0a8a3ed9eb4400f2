import { readable } from '../support/table.ts';

export interface Aim {
  readonly title: string;
  /** How many times as fast as the other it is, and how many times it should be at least. */
  readonly measured: number;
  readonly atLeast: number;
}

/** Median microseconds a case; NaN for a comparison that is void. */
export interface Measured {
  readonly traced: number;
  readonly readAndEvaluate: number;
  readonly evaluateOnly: number;
  readonly loop: number;
  readonly generated: number;
  readonly bestCel: number;
  readonly jsonRulesEngine: number;
}

/**
 * What is wanted of the rules' speed. Columns and objects are what bulk and generated code each work on;
 * the stricter line counts the reading of stored records for bulk and nothing of the kind for the other.
 */
export function aims(measured: Measured): readonly Aim[] {
  const { traced, readAndEvaluate, evaluateOnly, loop, generated, bestCel, jsonRulesEngine } = measured;
  return [
    { title: 'one case with trace, to generated JavaScript without trace', measured: generated / traced, atLeast: 0.1 },
    { title: 'one case with trace, to the best CEL', measured: bestCel / traced, atLeast: 5 },
    { title: 'one case with trace, to json-rules-engine', measured: jsonRulesEngine / traced, atLeast: 200 },
    { title: 'bulk on columns, to generated JavaScript on objects', measured: generated / evaluateOnly, atLeast: 1 },
    { title: 'bulk with reading the records, to the same', measured: generated / readAndEvaluate, atLeast: 1 },
    { title: 'bulk on columns, to the bitset loop', measured: loop / evaluateOnly, atLeast: 0.5 },
  ];
}

export function aimRow({ title, measured, atLeast }: Aim): readonly string[] {
  const verdict = Number.isNaN(measured) ? 'void' : measured >= atLeast ? 'met' : 'NOT met';
  return [title, `${readable(measured)} x`, `>= ${atLeast} x`, verdict];
}
