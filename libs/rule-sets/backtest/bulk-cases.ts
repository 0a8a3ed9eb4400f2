import {
  type BulkRuleSet,
  compileBulk,
  type CompiledRuleSet,
  compileChecked,
  evaluateBulk,
  type FactLayout,
  readColumns,
  type RuleSet,
} from '#rules';
import { HEADER_BYTES } from '../history/case-header.ts';
import { type CaseColumns, headerColumns, type OutcomeColumns } from './case-columns.ts';

/** A rule set ready for many cases at once. */
export interface BulkReady {
  readonly ruleSet: RuleSet;
  readonly compiled: CompiledRuleSet;
  readonly bulk: BulkRuleSet;
}

/** A rule set that was checked when it came in, ready for columns. */
export function bulkReady(ruleSet: RuleSet): BulkReady {
  const compiled = compileChecked(ruleSet);
  return { ruleSet, compiled, bulk: compileBulk(compiled) };
}

/** Records of one layout with their headers read. */
export interface CaseBatch {
  readonly columns: CaseColumns;
  readonly layout: FactLayout;
  readonly records: Buffer;
  readonly stride: number;
}

export function caseBatch(layout: FactLayout, records: Buffer): CaseBatch {
  const stride = HEADER_BYTES + layout.bytes;
  if (records.length % stride !== 0) throw new RangeError('Records of this layout have another length.');
  return { columns: headerColumns(records, stride), layout, records, stride };
}

/** What a rule set says of each case on the days given, in the area each case came from. */
export function outcomesOf(
  ready: BulkReady,
  batch: CaseBatch,
  days: Int32Array,
  areas: readonly string[],
): OutcomeColumns {
  const { layout, records, stride, columns } = batch;
  const facts = readColumns(layout, ready.compiled, records, { offset: HEADER_BYTES, stride, count: columns.count });
  return evaluateBulk(ready.bulk, facts, { days, areaCodes: columns.areaCodes, areas });
}
