import { LEVELS, type Nation, NATIONS, URGENCIES } from '#domain';
import { CODE_LISTS, type Outcome, type Rule } from '../rule-set.ts';
import { conditionOver } from './condition-shape.ts';
import { flag, identifier, isoDate, noRepeats, oneOf, text, versionNumber } from './plain-shapes.ts';
import { below } from './rule-set-fault.ts';
import { runTests } from './run-tests.ts';
import { also, type Check, itemsAt, listOf, may, must, objectOf, type Shape, valueAt } from './shape.ts';
import { testOver } from './test-shape.ts';
import type { Vocabulary } from './vocabulary.ts';

const codes = also(listOf(text), noRepeats);

const redLineIsHighest: Check = (then, path, report) => {
  if (valueAt(then, 'redLine') !== true) return;
  if (valueAt(then, 'minLevel') !== 'statutory_protection') {
    report(below(path, 'minLevel'), 'A red line must propose "statutory_protection".');
  }
  if (valueAt(then, 'minUrgency') !== 'red') report(below(path, 'minUrgency'), 'A red line must propose "red".');
};

const addsSomething: Check = (then, path, report) => {
  const adds = (key: string): boolean => valueAt(then, key) !== undefined;
  const lists = CODE_LISTS.some((key) => itemsAt(then, key).length > 0);
  if (!adds('minLevel') && !adds('minUrgency') && !lists) report(path, 'The rule adds nothing when it holds.');
};

const outcome: Shape<Outcome> = also(
  objectOf<Outcome>({
    minLevel: may(oneOf(LEVELS)),
    minUrgency: may(oneOf(URGENCIES)),
    redLine: may(flag),
    routes: may(codes),
    actions: may(codes),
    services: may(codes),
    questions: may(codes),
  }),
  redLineIsHighest,
  addsSomething,
);

/** Rules need a legal basis in each nation they apply to, and a rule applies at least in its set's own. */
function legalBasisIn(nation: unknown): Shape<Rule['legalBasis']> {
  const texts = objectOf<Partial<Record<Nation, string>>>({
    england: may(text),
    wales: may(text),
    scotland: may(text),
    northern_ireland: may(text),
  });
  const own = NATIONS.find((one) => one === nation);
  return also(texts, (value, path, report) => {
    if (own !== undefined && valueAt(value, own) === undefined) {
      report(below(path, own), `The legal basis in the rule set's own nation, "${own}", is missing.`);
    }
  });
}

const datesAreOrdered: Check = (rule, path, report) => {
  const from = valueAt(rule, 'effectiveFrom');
  const to = valueAt(rule, 'effectiveTo');
  if (typeof from === 'string' && typeof to === 'string' && to < from) {
    report(below(path, 'effectiveTo'), 'The last day must not be before "effectiveFrom".');
  }
};

const someTestFires: Check = (tests, path, report) => {
  const fires = Array.isArray(tests) && tests.some((test: unknown) => valueAt(test, 'expect') === 'true');
  if (!fires) report(path, 'At least one test must make the rule fire: one that expects "true".');
};

/** A rule that may load (rules.md, semantics 6). */
export function ruleOver(vocabulary: Vocabulary, nation: unknown): Shape<Rule> {
  const fields = objectOf<Rule>({
    id: must(identifier),
    version: must(versionNumber),
    title: must(text),
    titleCy: may(text),
    because: must(text),
    becauseCy: may(text),
    owner: must(text),
    legalBasis: must(legalBasisIn(nation)),
    source: must(text),
    effectiveFrom: must(isoDate),
    effectiveTo: may(isoDate),
    areas: must(also(listOf(text, 1), noRepeats)),
    when: must(conditionOver(vocabulary)),
    then: must(outcome),
    tests: must(also(listOf(testOver(vocabulary)), someTestFires)),
  });
  return also(fields, datesAreOrdered, runTests(vocabulary));
}
