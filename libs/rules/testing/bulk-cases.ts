import fc from 'fast-check';
import { type Facts, levelRank, urgencyRank } from '#domain';
import type { CaseContexts } from '../bulk/case-contexts.ts';
import { readColumns } from '../bulk/columns/read-columns.ts';
import { compileBulk } from '../bulk/compile-bulk.ts';
import { evaluateBulk } from '../bulk/evaluate-bulk.ts';
import { factLayout } from '../bulk/layout/fact-layout.ts';
import { decodeFacts, encodeFacts } from '../bulk/layout/records.ts';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { CatalogueEntry, Rule, RuleSet } from '../rule-set.ts';

/** A case as `evaluate` takes it. */
export interface BulkCase {
  readonly facts: Facts;
  readonly onDate: string;
  readonly area: string | null;
}

const AREAS = ['north', 'south', 'west'] as const;
const DAYS = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'] as const;

/** Records with something before and between them, so that offset and stride count. */
const HEADER = 3;

export function bulkContexts(cases: readonly BulkCase[]): CaseContexts {
  return {
    days: Int32Array.from(cases, ({ onDate }) => Date.parse(onDate) / 86_400_000),
    areaCodes: Uint16Array.from(cases, ({ area }) => (area === null ? 65_535 : AREAS.findIndex((one) => one === area))),
    areas: AREAS,
  };
}

/** Rows of definite level and urgency, possible level and urgency and red line, by way of records of a catalogue. */
export function bulkRows(
  compiled: CompiledRuleSet,
  cases: readonly BulkCase[],
  stored: readonly CatalogueEntry[] = compiled.ruleSet.catalogue,
): number[][] {
  const layout = factLayout(stored);
  const stride = HEADER + layout.bytes;
  const bytes = new Uint8Array(stride * cases.length).fill(0xff);
  for (const [place, { facts }] of cases.entries()) bytes.set(encodeFacts(layout, facts), place * stride + HEADER);
  const columns = readColumns(layout, compiled, bytes, { offset: HEADER, stride, count: cases.length });
  const found = evaluateBulk(compileBulk(compiled), columns, bulkContexts(cases));
  const planes = [
    found.definiteLevel,
    found.definiteUrgency,
    found.possibleLevel,
    found.possibleUrgency,
    found.redLine,
  ];
  return cases.map((_one, place) => planes.map((bytesOf) => bytesOf[place] ?? -1));
}

/** The same rows, one case after the other, from the facts that a record of the catalogue keeps. */
export function rowsOneByOne(
  compiled: CompiledRuleSet,
  cases: readonly BulkCase[],
  stored: readonly CatalogueEntry[] = compiled.ruleSet.catalogue,
): number[][] {
  const layout = factLayout(stored);
  return cases.map(({ facts, onDate, area }) => {
    const kept = decodeFacts(layout, encodeFacts(layout, facts));
    const { definite, possible } = evaluate(compiled, kept, { onDate, area });
    const ranks = [definite, possible].flatMap(({ level, urgency }) => [levelRank(level), urgencyRank(urgency)]);
    return [...ranks, definite.redLine ? 1 : 0];
  });
}

/** Puts rules in force at other times and in other places, and draws red lines. */
export function withScopes(ruleSet: RuleSet): fc.Arbitrary<RuleSet> {
  const scope: fc.Arbitrary<Partial<Rule>> = fc.record(
    {
      effectiveFrom: fc.constantFrom('2025-12-31', '2026-04-01'),
      effectiveTo: fc.constantFrom('2026-04-01', '2026-12-30'),
      areas: fc.constantFrom(['*'], ['north'], ['south', 'west']),
    },
    { requiredKeys: ['effectiveFrom', 'areas'] },
  );
  const changes = ruleSet.rules.map(() => fc.tuple(scope, fc.boolean()));
  return fc.tuple(...changes).map((drawn) => ({
    ...ruleSet,
    rules: ruleSet.rules.map((rule, place) => {
      const [inForce = {}, redLine = false] = drawn[place] ?? [];
      return { ...rule, ...inForce, then: { ...rule.then, redLine } };
    }),
  }));
}

export function arbitraryCases(facts: fc.Arbitrary<Facts>, atMost: number): fc.Arbitrary<BulkCase[]> {
  const one = fc.record({ facts, onDate: fc.constantFrom(...DAYS), area: fc.constantFrom(null, ...AREAS) });
  return fc.array(one, { maxLength: atMost });
}
