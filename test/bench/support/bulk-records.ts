import type { Facts } from '#domain';
import { type CompiledRuleSet, encodeFacts, type FactColumns, type FactLayout, factLayout, readColumns } from '#rules';

/** Cases as a backtest finds them stored: one fixed-width record after the other. */
export interface BulkRecords {
  readonly layout: FactLayout;
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** The cases again and again until there are so many. */
export function recordsOf({ ruleSet }: CompiledRuleSet, cases: readonly Facts[], count: number): BulkRecords {
  const layout = factLayout(ruleSet.catalogue);
  const bytes = new Uint8Array(layout.bytes * count);
  for (const [place, facts] of cases.entries()) bytes.set(encodeFacts(layout, facts), place * layout.bytes);
  const once = layout.bytes * cases.length;
  for (let end = once; end < bytes.length; end += once) {
    bytes.copyWithin(end, 0, Math.min(once, bytes.length - end));
  }
  return { layout, bytes, count };
}

/** The columns of the first so many records. */
export function columnsOf(compiled: CompiledRuleSet, records: BulkRecords, count = records.count): FactColumns {
  const { layout, bytes } = records;
  return readColumns(layout, compiled, bytes, { offset: 0, stride: layout.bytes, count });
}
