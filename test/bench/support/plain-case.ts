import { compileFunction } from 'node:vm';
import type { Facts, FactValue } from '#domain';
import type { RuleSet } from '#rules';

/** A case as other engines take it: plain values by name, an unknown fact left out. */
export type PlainCase = Readonly<Record<string, FactValue>>;

/** A fact id as a name that every engine reads as one variable: to most of them a full stop is a path. */
export function nameOf(factId: string): string {
  return factId.replaceAll(/[^A-Za-z0-9]/g, '_');
}

/** Known facts as plain values; what is unknown is left out. */
export function plainCase(facts: Facts): PlainCase {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, fact]) => (fact.known ? [[nameOf(id), fact.value] as const] : [])),
  );
}

/**
 * A maker of fully known cases as objects of one class, which JavaScript reads fastest: an object filled key by key
 * becomes a hash table, and compiled code that reads it would be measured far slower than it is.
 */
export function plainCaseMaker(ruleSet: RuleSet): (facts: Facts) => PlainCase {
  const ids = ruleSet.catalogue.map(({ id }) => id);
  const fill = ids.map((id, place) => `this.${nameOf(id)} = values[${place}];`).join('\n');
  const source = `class Case { constructor(values) {${fill}} }\nreturn (values) => new Case(values);`;
  const makeMaker = compileFunction(source) as () => (values: readonly FactValue[]) => PlainCase;
  const make = makeMaker();
  return (facts) =>
    make(
      ids.map((id) => {
        const fact = facts[id];
        if (fact?.known !== true) throw new RangeError(`The fact ${id} is not known.`);
        return fact.value;
      }),
    );
}
