import { type Level, LEVELS, type Urgency, URGENCIES } from '#domain';
import type { CaseColumns, OutcomeColumns } from './case-columns.ts';

/** A child whom the draft would place lower: in level, in urgency, or in both. */
export interface LowerCase {
  /** The case's number in history. */
  readonly seq: bigint;
  readonly from: { readonly level: Level; readonly urgency: Urgency };
  readonly to: { readonly level: Level; readonly urgency: Urgency };
}

/** A level that rises never makes up for an urgency that falls, nor the other way about. */
export function isLower(level: number, urgency: number, toLevel: number, toUrgency: number): boolean {
  return toLevel < level || toUrgency < urgency;
}

/** Every case of a batch that would go lower, in the order of the batch. */
export function lowerCases({ count, live }: CaseColumns, after: OutcomeColumns, seqs: Buffer): LowerCase[] {
  const found: LowerCase[] = [];
  for (let place = 0; place < count; place += 1) {
    const [level, urgency] = [live.definiteLevel[place] ?? 0, live.definiteUrgency[place] ?? 0];
    const [toLevel, toUrgency] = [after.definiteLevel[place] ?? 0, after.definiteUrgency[place] ?? 0];
    if (!isLower(level, urgency, toLevel, toUrgency)) continue;
    found.push({
      seq: seqs.readBigInt64BE(place * 8),
      from: placed(level, urgency),
      to: placed(toLevel, toUrgency),
    });
  }
  return found;
}

function placed(level: number, urgency: number): LowerCase['from'] {
  return { level: LEVELS[level] ?? 'universal', urgency: URGENCIES[urgency] ?? 'blue' };
}
