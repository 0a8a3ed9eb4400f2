import { known, unknown } from '#domain';
import { type CatalogueEntry, type RuleTest, type SaidFact, saidFacts } from '#rules';
import type { Words } from '../../words/words.ts';
import { type Choice, choice, labelIn } from './choices.ts';
import type { ConditionsGiven } from './conditions.presenter.ts';
import type { ExampleDraft, ExampleFact, RuleDraft, StoredRule } from './rule-draft.ts';
import { exampleField } from './rule-form.ts';
import { keptField } from './rule-write.ts';

/** An example that stays as it is. */
export interface KeptExample {
  readonly place: number;
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly said: readonly SaidFact[];
  readonly fault: string | null;
}

interface ExampleFactView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly fault: string | null;
  /** Of a number: its own field. */
  readonly number: { readonly name: string; readonly value: string; readonly carried: string } | null;
}

/** An example that is open for changes. */
export interface OpenExample {
  readonly place: number;
  readonly title: { readonly name: string; readonly value: string; readonly fault: string | null };
  readonly expect: { readonly name: string; readonly options: readonly Choice[]; readonly fault: string | null };
  readonly facts: readonly ExampleFactView[];
  readonly pick: string;
}

/** A rule with more examples than this shows their names alone until one is opened. */
const MOST_TOLD = 20;

export function presentKept(draft: RuleDraft, stored: StoredRule, given: ConditionsGiven): KeptExample[] {
  const { catalogue, language, words, faults } = given;
  return draft.kept.flatMap((place) => {
    const test = stored?.tests[place];
    if (test === undefined) return [];
    const said = draft.kept.length > MOST_TOLD ? [] : saidFacts(factsOf(test), catalogue, language);
    const expected = words.rules.editor.expected[test.expect];
    const id = keptField(place);
    return [{ place, id, title: test.title, expected, said, fault: faults[id] ?? null }];
  });
}

function factsOf({ facts }: RuleTest): Parameters<typeof saidFacts>[0] {
  const entries = Object.entries(facts);
  return Object.fromEntries(
    entries.map(([id, value]) => [id, value === 'unknown' ? unknown('not_known') : known(value)]),
  );
}

export function presentExamples(examples: readonly ExampleDraft[], given: ConditionsGiven): OpenExample[] {
  const { editor } = given.words.rules;
  return examples.map(({ title, expect, facts }, place) => {
    const name = (field: 'title' | 'expect' | 'pick') => exampleField(place, field);
    const fault = (field: 'title' | 'expect'): string | null => given.faults[name(field)] ?? null;
    const expected = (['true', 'false', 'unknown'] as const).map((one) => choice(one, editor.expected[one], expect));
    return {
      place,
      title: { name: name('title'), value: title, fault: fault('title') },
      expect: {
        name: name('expect'),
        options: [choice('', editor.choose, expect), ...expected],
        fault: fault('expect') ?? given.faults[name('pick')] ?? null,
      },
      facts: facts.map((fact, at) => factView(fact, [place, at], given)),
      pick: name('pick'),
    };
  });
}

function factView(
  { fact, value }: ExampleFact,
  [place, at]: readonly [number, number],
  given: ConditionsGiven,
): ExampleFactView {
  const { catalogue, language, words, faults } = given;
  const entry = catalogue.find(({ id }) => id === fact);
  const name = exampleField(place, 'fact', at);
  const isNumber = entry?.type.kind === 'integer';
  const chosen = `${fact}|${value}`;
  return {
    name,
    label: entry === undefined ? fact : labelIn(language, entry),
    options: isNumber ? [] : valuesOf(entry, words).map(([one, text]) => choice(`${fact}|${one}`, text, chosen)),
    fault: faults[name] ?? null,
    number: isNumber
      ? { name: exampleField(place, 'number', at), value: value === 'unknown' ? '' : value, carried: `${fact}|` }
      : null,
  };
}

function valuesOf(entry: CatalogueEntry | undefined, { rules }: Words): (readonly [string, string])[] {
  const own =
    entry?.type.kind === 'enum'
      ? entry.type.values.map((value) => [value, value.replaceAll('_', ' ')] as const)
      : ([
          ['yes', rules.yes],
          ['no', rules.no],
        ] as const);
  return [...own, ['unknown', rules.proof.notKnown]];
}
