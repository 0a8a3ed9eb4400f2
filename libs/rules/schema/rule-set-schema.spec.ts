import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { checkRuleSet } from '../check/check-rule-set.ts';
import { arbitraryRuleSet } from '../testing/arbitrary-rule-set.ts';
import { FULL_RULE_SET } from './testing/full-rule-set.ts';
import { ruleSetSchema } from './rule-set-schema.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
(addFormats as unknown as (target: Ajv2020, formats: string[]) => void)(ajv, ['date']);
const accepts = ajv.compile(ruleSetSchema);

/** Every place in a JSON value. */
function placesIn(value: unknown): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [[], ...keys.flatMap((key) => placesIn(Reflect.get(value, key)).map((rest) => [key, ...rest]))];
}

/** The full set with the value at one place replaced; taken out for `undefined`. */
function withAt(path: readonly (string | number)[], value: unknown): unknown {
  const copy = { root: structuredClone(FULL_RULE_SET) as unknown };
  const [last = 'root', ...front] = ['root', ...path].reverse();
  const parent = front.reverse().reduce<object>((at, key) => Reflect.get(at, key) as object, copy);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return JSON.parse(JSON.stringify(copy.root ?? null));
}

const PLACES = placesIn(FULL_RULE_SET);
const garbage = fc.constantFrom<unknown>(
  ...[undefined, null, true, 0, -1, 1.5, 1e20, '', ' ', 'x', 'unknown', '__proto__', '2026-13-01', [], {}, ['x', 'x']],
  ...[{ surprise: 1 }, { fact: 'a', is: true }, { kind: 'boolean' }, [{}], 'red', 'true', 99, { absent: null }],
);

describe('the published schema of a rule set', () => {
  it('is sound by the meta-schema of draft 2020-12', () => {
    expect(ajv.validateSchema(ruleSetSchema)).toBe(true);
  });

  it('accepts a set with every field and operator', () => {
    expect(checkRuleSet(FULL_RULE_SET)).toEqual([]);
    expect([accepts(FULL_RULE_SET), accepts.errors]).toEqual([true, null]);
  });

  it('accepts every rule set that may load', () => {
    fc.assert(
      fc.property(arbitraryRuleSet({ withKnown: true }), (ruleSet) => accepts(ruleSet)),
      { numRuns: 40 },
    );
  });

  it('refuses nothing that may load', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), garbage, (place, value) => {
        const candidate = withAt(place, value);
        if (accepts(candidate)) return;
        refused += 1;
        expect(checkRuleSet(candidate)).not.toEqual([]);
      }),
      { numRuns: 800 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['a strange key', ['rules', 0, 'surprise'], 'x'],
    ['a key with a slip', ['rules', 0, 'when', 'all', 0], { fact: 'a', iss: true }],
    ['a red line that is not red', ['rules', 0, 'then', 'minUrgency'], 'amber'],
    ['a rule that adds nothing', ['rules', 1, 'then'], { routes: [] }],
    ['a rule without an example that fires', ['rules', 0, 'tests', 0, 'expect'], 'unknown'],
    ['a rule without its reason', ['rules', 0, 'because'], undefined],
    ['an area listed twice', ['rules', 0, 'areas'], ['north', 'north']],
  ])('refuses %s', (_name, path, value) => {
    expect(accepts(withAt(path, value))).toBe(false);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['an id used twice', ['rules', 1, 'id'], 'FULL-01'],
    ['a fact that is not in the catalogue', ['rules', 0, 'when', 'all', 0, 'fact'], 'stranger'],
    ['a value that the fact cannot have', ['rules', 0, 'when', 'all', 0, 'is'], 'yes'],
    ['a range the wrong way round', ['rules', 0, 'when', 'all', 1, 'any', 0, 'between'], [4, 0]],
    ['a day that the calendar lacks', ['rules', 0, 'effectiveTo'], '2030-02-29'],
    ['a last day before the first', ['rules', 0, 'effectiveTo'], '2020-01-01'],
    ['more needed than there are parts', ['rules', 0, 'when', 'all', 2, 'atLeast'], 4],
    ["no legal basis in the set's own nation", ['rules', 0, 'legalBasis'], { wales: 'x' }],
    ['a rule that rests on the absence of harm', ['rules', 1, 'when', 'is'], false],
    ['a code without words', ['rules', 0, 'then', 'routes'], ['mash', 'elsewhere']],
    ['an example that comes out otherwise', ['rules', 0, 'tests', 1, 'expect'], 'true'],
    ['an example of the whole set that comes out otherwise', ['tests', 1, 'expect', 'urgency'], 'red'],
  ])('leaves %s to the check', (_name, path, value) => {
    const plain = new Ajv2020({ validateFormats: false, strict: false }).compile(ruleSetSchema);
    const candidate = withAt(path, value);

    expect([plain(candidate), checkRuleSet(candidate).length > 0]).toEqual([true, true]);
  });
});
