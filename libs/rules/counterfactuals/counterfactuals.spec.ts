import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '#domain';
import type { Condition } from '../condition.ts';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import type { CatalogueEntry, Rule } from '../rule-set.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, facts, firesOn, holds, SEVERITY } from '../testing/builders.ts';
import type { Counterfactual, CounterfactualOptions } from './counterfactual.ts';
import { counterfactuals } from './counterfactuals.ts';

const CONTEXT = { onDate: '2026-06-01', area: null };
const ABSENT = { missing: { absent: false } } as const;

const CATALOGUE = [
  anEntry('attendance', BOOLEAN, {
    label: 'Attendance below 90 per cent',
    labelCy: 'Presenoldeb dan 90 y cant',
    ...ABSENT,
  }),
  anEntry('contacts', { kind: 'integer', min: 0, max: 50 }, { label: 'Contacts', missing: { absent: 0 } }),
  anEntry('damp', BOOLEAN, { label: 'Damp', ...ABSENT }),
  anEntry('danger', BOOLEAN, { label: 'Danger', labelCy: 'Perygl' }),
  anEntry('grief', BOOLEAN, { label: 'Grief', ...ABSENT }),
  anEntry('severity', SEVERITY, { label: 'Severity', missing: { absent: 'none' } }),
];

const RULES = [
  aRule('ATTENDANCE', holds('attendance'), {
    ...firesOn({ attendance: true }),
    then: { minLevel: 'early_help', minUrgency: 'green' },
  }),
  aRule(
    'CONTACTS',
    { fact: 'contacts', between: [3, 50] },
    {
      ...firesOn({ contacts: 3 }),
      then: { minLevel: 'statutory_need', minUrgency: 'amber' },
    },
  ),
  aRule('DANGER', holds('danger'), {
    ...firesOn({ danger: true }),
    then: { minLevel: 'statutory_protection', minUrgency: 'red' },
  }),
  aRule(
    'HOME',
    { all: [holds('damp'), { fact: 'severity', in: ['some', 'severe'] }] },
    {
      ...firesOn({ damp: true, severity: 'some' }),
      then: { minLevel: 'statutory_need' },
    },
  ),
  aRule('GRIEF', holds('grief'), {
    ...firesOn({ grief: true }),
    then: { minLevel: 'early_help', minUrgency: 'green' },
  }),
];

function found(
  values: Readonly<Record<string, FactValue>>,
  options: CounterfactualOptions = {},
  rules: readonly Rule[] = RULES,
  catalogue: readonly CatalogueEntry[] = CATALOGUE,
): readonly Counterfactual[] {
  return counterfactuals(compileRuleSet(aRuleSet(rules, catalogue)), facts(values), CONTEXT, options);
}

const sentences = (all: readonly Counterfactual[]): string[] => all.map(({ sentence }) => sentence);
const SAFE = { danger: false };

describe('counterfactuals', () => {
  it('say without which worry the rules would propose less', () => {
    const [first, ...others] = found({ ...SAFE, attendance: true });

    expect(first).toEqual({
      changes: [{ factId: 'attendance', label: 'Attendance below 90 per cent', from: 'yes', to: 'no' }],
      facts: facts({ ...SAFE, attendance: false }),
      becomes: { level: 'universal', pathway: 'universal', urgency: 'blue' },
      sentence: 'Without "Attendance below 90 per cent" the rules would propose universal, urgency blue.',
    });
    expect(others).toEqual([]);
  });

  it('change several facts where one is not enough, and no more', () => {
    expect(sentences(found({ ...SAFE, attendance: true, grief: true }))).toEqual([
      'Without "Attendance below 90 per cent" and without "Grief" the rules would propose universal, urgency blue.',
    ]);
  });

  it('see that one change may do for two rules', () => {
    const rule = (id: string, a: string, b: string): Rule =>
      aRule(id, { all: [holds(a), holds(b)] }, { ...firesOn({ [a]: true, [b]: true }) });
    const all = found({ attendance: true, damp: true, grief: true }, {}, [
      rule('ONE', 'attendance', 'grief'),
      rule('TWO', 'damp', 'grief'),
    ]);

    expect(sentences(all)).toEqual([
      'Without "Grief" the rules would propose universal, urgency blue.',
      'Without "Attendance below 90 per cent" and without "Damp" the rules would propose universal, urgency blue.',
    ]);
  });

  it('take the nearest of the values that would do', () => {
    const splitting = { all: [holds('damp'), { fact: 'severity', in: ['some', 'severe'] }] };
    const all = found({ severity: 'severe' }, {}, [
      aRule('SEVERE', { fact: 'severity', is: 'severe' }, firesOn({ severity: 'severe' })),
      aRule('SPLITTING', splitting, firesOn({ damp: true, severity: 'some' })),
    ]);

    expect(all.map(({ changes }) => changes.map(({ to }) => to))).toEqual([['some']]);
  });

  it('raise an open rule by answers alone, not by other worries besides', () => {
    const either = { any: [holds('danger'), { all: [{ fact: 'danger', is: false }, holds('damp')] }] };
    const all = found({}, {}, [aRule('EITHER', either, firesOn({ danger: true }))]);

    expect(all.map(({ changes }) => changes.map(({ factId }) => factId))).toEqual([['danger']]);
  });

  it('give each way down its own line: to a lower urgency, to a lower pathway', () => {
    expect(sentences(found({ ...SAFE, contacts: 5, attendance: true }))).toEqual([
      'With the answer to "Contacts" changed from "5" to "2" the rules would propose early help, urgency green.',
      'Without "Attendance below 90 per cent" and with the answer to "Contacts" changed from "5" to "2" the rules would propose universal, urgency blue.',
    ]);
  });

  it('say which answers and which one condition would raise the proposal', () => {
    expect(sentences(found({ damp: true }))).toEqual([
      'With "Danger" answered "yes" the rules would propose statutory protection, urgency red.',
      'With the answer to "Severity" changed from "none (nothing reported)" to "some" the rules would propose statutory need, urgency blue. It could still become statutory protection, urgency red.',
    ]);
  });

  it('name no worry that nobody has and nothing points to', () => {
    expect(found(SAFE)).toEqual([]);
  });

  it('leave alone what only the service supplies and what the caller says nobody can change', () => {
    const ofSystem = CATALOGUE.map((entry): CatalogueEntry => ({ ...entry, suppliedBy: ['system'] }));
    const values = { ...SAFE, attendance: true };

    expect(found(values, {}, RULES, ofSystem)).toEqual([]);
    expect(found(values, { isChangeable: ({ id }) => id !== 'attendance' })).toEqual([]);
    expect(found(values, { isChangeable: ({ id }) => id === 'attendance' })).toHaveLength(1);
  });

  it('keep within the number of changes and of results', () => {
    const values = { attendance: true, grief: true, contacts: 5, damp: true };

    expect(found({ ...values, ...SAFE }, { maxChanges: 2 }).map(({ changes }) => changes.length)).toEqual([1]);
    expect(found({ ...values, ...SAFE }, { maxChanges: 3 }).map(({ changes }) => changes.length)).toEqual([1, 3]);
    expect(found(values, { maxFound: 1 })).toHaveLength(1);
    for (const options of [{ maxChanges: 0 }, { maxChanges: 7 }, { maxChanges: 1.5 }, { maxFound: 0 }]) {
      expect(() => found(values, options)).toThrow(RangeError);
    }
  });

  it('do not let many ways up hide the way down', () => {
    const worries = Array.from({ length: 9 }, (_, place) => `worry${place}`);
    const rule = (fact: string): Rule =>
      aRule(`RULE-${fact}`, holds(fact), { ...firesOn({ [fact]: true }), then: { minLevel: 'statutory_protection' } });
    const catalogue = [...CATALOGUE, ...worries.map((id) => anEntry(id))];
    const all = found({ attendance: true }, {}, [...RULES, ...worries.map(rule)], catalogue);

    expect(all.map(({ becomes }) => becomes.pathway)).toEqual(['universal', ...Array<string>(5).fill('statutory')]);
  });

  it('answer a fact that a rule holds against because it is not known', () => {
    const notKnown: Condition = { not: { known: 'danger' } };
    const gate = aRule('GATE', notKnown, { ...firesOn({}), then: { minLevel: 'early_help' } });

    expect(sentences(found({}, {}, [gate]))).toEqual([
      'With "Danger" answered "no" the rules would propose universal, urgency blue.',
    ]);
  });
});

describe('counterfactuals in Welsh', () => {
  it('are the same ones, with Welsh words and what could not be said in Welsh', () => {
    const values = { attendance: true, damp: true, contacts: 5 };
    const welsh = found(values, { language: 'cy' });

    expect(welsh.map(({ facts: changed, becomes }) => [changed, becomes])).toEqual(
      found(values).map(({ facts: changed, becomes }) => [changed, becomes]),
    );
    expect(sentences(welsh)).toEqual([
      'Pe bai\'r ateb i "Contacts" yn newid o "5" i "2", byddai\'r rheolau\'n cynnig y lefel "help cynnar" a\'r brys "gwyrdd". Byddai\'n bosibl o hyd i hyn godi i\'r lefel "amddiffyn statudol" a\'r brys "coch".',
      'Pe bai\'r ateb i "Perygl" yn "ie", byddai\'r rheolau\'n cynnig y lefel "amddiffyn statudol" a\'r brys "coch".',
      'Heb "Presenoldeb dan 90 y cant" a hefyd pe bai\'r ateb i "Contacts" yn newid o "5" i "2", byddai\'r rheolau\'n cynnig y lefel "cyffredinol" a\'r brys "glas". Byddai\'n bosibl o hyd i hyn godi i\'r lefel "amddiffyn statudol" a\'r brys "coch".',
    ]);
    expect(welsh.map(({ untranslated }) => untranslated)).toEqual([['Contacts'], [], ['Contacts']]);
  });
});
