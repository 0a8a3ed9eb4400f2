import { describe, expect, it } from '@jest/globals';
import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import fc from 'fast-check';
import { evaluate as feel, unaryTest } from 'feelin';
import { type Facts, LEVELS, URGENCIES } from '#domain';
import { compileRuleSet, evaluate, type RuleSet } from '#rules';
import { FULL_RULE_SET } from '../../../rules/schema/testing/full-rule-set.ts';
import { arbitraryRuleSet } from '../../../rules/testing/arbitrary-rule-set.ts';
import { aRule, aRuleSet, facts, firesOn, holds } from '../../../rules/testing/builders.ts';
import { writeRuleSet } from '../write-rule-set.ts';

const list = (element: ModdleElement, name: string): readonly ModdleElement[] => element.get(name) as ModdleElement[];
const one = (element: ModdleElement, name: string): ModdleElement => element.get(name) as ModdleElement;
const text = (element: ModdleElement): string => String(element.get('text'));

interface Written {
  readonly definitions: ModdleElement;
  readonly table: ModdleElement;
  readonly expressions: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** The table as another program finds it in the file. */
async function written(ruleSet: RuleSet): Promise<Written> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(await writeRuleSet(ruleSet, 'dmn'));
  expect(warnings).toEqual([]);
  const [decision] = list(rootElement, 'drgElement');
  if (decision === undefined) throw new Error('The file has no decision.');
  const table = one(decision, 'decisionLogic');
  const inputs = list(table, 'input');
  const names = inputs.flatMap((input) => {
    const id = /^Fact (\S+)\. /.exec(String(input.get('description')))?.[1];
    return id === undefined ? [] : [[id, text(one(input, 'inputExpression'))] as const];
  });
  return {
    definitions: rootElement,
    table,
    expressions: inputs.map((input) => text(one(input, 'inputExpression'))),
    names: new Map(names),
  };
}

/** What a FEEL engine makes of the table: the join of all matching rows. */
function decided(
  { table, expressions, names }: Written,
  ruleSet: RuleSet,
  given: Facts,
  onDate: string,
  area: string | null,
) {
  const context: Record<string, unknown> = { onDate: feel(`date("${onDate}")`).value, area };
  for (const { id, missing } of ruleSet.catalogue) {
    const fact = given[id];
    const absent = missing === 'unknown' ? null : missing.absent;
    const name = names.get(id);
    if (name !== undefined) context[name] = fact === undefined ? absent : fact.known ? fact.value : null;
  }
  const inputs = expressions.map((expression) => feel(expression, context).value);
  const matching = list(table, 'rule').filter((row) =>
    list(row, 'inputEntry').every((entry, place) => {
      return text(entry) === '-' || unaryTest(text(entry), { ...context, '?': inputs[place] }).value === true;
    }),
  );
  const outputs = matching.map((row) => list(row, 'outputEntry').map((entry) => feel(text(entry)).value));
  const column = (place: number): unknown[] => outputs.map((output) => output[place]);
  return {
    rules: [...new Set(column(0))].sort(),
    level: LEVELS[Math.max(0, ...column(1).map((level) => LEVELS.findIndex((name) => name === level)))],
    urgency: URGENCIES[Math.max(0, ...column(2).map((urgency) => URGENCIES.findIndex((name) => name === urgency)))],
    redLine: column(3).includes(true),
    ...Object.fromEntries(
      ['routes', 'actions', 'services', 'questions'].map((key, place) => [
        key,
        [...new Set(column(4 + place).flat())].sort(),
      ]),
    ),
  };
}

function expected(ruleSet: RuleSet, given: Facts, onDate: string, area: string | null) {
  const { definite, trace } = evaluate(compileRuleSet(ruleSet), given, { onDate, area });
  return { rules: trace.filter(({ result }) => result === 'true').map(({ ruleId }) => ruleId), ...definite };
}

describe('a rule set written as DMN', () => {
  it('decides as the rules do, also with facts that are not known', async () => {
    const unknownOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | 'unknown'> =>
      fc.oneof({ arbitrary: value, weight: 4 }, fc.constant<'unknown'>('unknown'));
    const values = fc.record({
      b1: unknownOr(fc.boolean()),
      b2: unknownOr(fc.boolean()),
      n1: unknownOr(fc.integer({ min: 0, max: 3 })),
      n2: unknownOr(fc.integer({ min: 0, max: 3 })),
      e1: unknownOr(fc.constantFrom('none', 'some', 'severe')),
      e2: unknownOr(fc.constantFrom('none', 'some', 'severe')),
    });
    await fc.assert(
      fc.asyncProperty(
        arbitraryRuleSet({ withKnown: true }),
        fc.array(values, { minLength: 3, maxLength: 3 }),
        async (ruleSet, cases) => {
          const table = await written(ruleSet);
          for (const given of cases.map(facts)) {
            expect(decided(table, ruleSet, given, '2026-05-01', null)).toEqual(
              expected(ruleSet, given, '2026-05-01', null),
            );
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('decides as the rules do with awkward texts, on each day and in each area', async () => {
    const table = await written(FULL_RULE_SET);
    const fires = facts(FULL_RULE_SET.rules[0]?.tests[0]?.facts ?? {});
    const results = ['2025-12-31', '2026-01-01', '2031-12-31', '2032-01-01'].flatMap((day) =>
      [null, 'Oswestry', 'North; "upper" Shrewsbury', 'South'].flatMap((area) =>
        [fires, facts({ toString: true }), {}].map((given) => {
          const result = decided(table, FULL_RULE_SET, given, day, area);
          expect(result).toEqual(expected(FULL_RULE_SET, given, day, area));
          return result.rules.length;
        }),
      ),
    );

    expect(new Set(results)).toEqual(new Set([0, 1]));
  });

  it('puts a rule that would take too many rows into one column of its own', async () => {
    const pair = (a: string, b: string) => ({ any: [holds(a), { not: holds(b) }] });
    const of = [
      pair('a', 'b'),
      pair('b', 'c'),
      pair('c', 'd'),
      pair('d', 'e'),
      pair('e', 'seen'),
      pair('a', 'seen'),
      pair('a', 'd'),
    ];
    const large = aRuleSet([
      aRule('LARGE', { atLeast: 4, of }, firesOn({ a: true, b: true, c: true, d: true, e: true })),
      aRule('SMALL', { fact: 'age', between: [0, 4] }, firesOn({ age: 1 })),
    ]);
    const table = await written(large);

    expect(list(table.table, 'rule')).toHaveLength(2);
    for (let bits = 0; bits < 96; bits += 3) {
      const flags = ['a', 'b', 'c', 'd', 'e'].map(
        (id, place) => [id, bits % 2 === 0 && place === 1 ? 'unknown' : (bits >> place) % 2 === 1] as const,
      );
      const given = facts({ ...Object.fromEntries(flags), age: bits % 9 });
      expect(decided(table, large, given, '2026-05-01', null)).toEqual(expected(large, given, '2026-05-01', null));
    }
  });

  it('says what DMN cannot carry, names the law and the reason, and asks for all matching rows', async () => {
    const { definitions, table } = await written(FULL_RULE_SET);
    const annotations = list(table, 'rule').map((row) => list(row, 'annotationEntry').map(text));

    expect(String(definitions.get('description'))).toContain('DMN has no third truth value');
    expect(table.get('hitPolicy')).toBe('COLLECT');
    expect(annotations.flat()).toContain('Children Act 1989 s47');
    expect(annotations.flat()).toContain(FULL_RULE_SET.rules[0]?.because);
  });
});
