import { describe, expect, it } from '@jest/globals';
import type { Facts } from '#domain';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, facts, firesOn, holds, YEARS } from '../testing/builders.ts';
import { explain } from './explain.ts';
import type { Explanation, Voice } from './explanation.ts';

const RULE_SET = aRuleSet(
  [
    aRule(
      'BABY',
      { all: [holds('injury'), { fact: 'age', between: [0, 0] }] },
      {
        ...firesOn({ injury: true, age: 0 }),
        title: 'An injury to a baby',
        then: { minLevel: 'statutory_protection', minUrgency: 'red', redLine: true },
      },
    ),
    aRule('HELP', holds('asksForHelp'), {
      ...firesOn({ asksForHelp: true }),
      title: 'The family asks for help',
      then: { minLevel: 'early_help', minUrgency: 'green' },
    }),
    aRule('POLICE', holds('policeNotices'), {
      ...firesOn({ policeNotices: true }),
      title: 'Repeated police notices',
      version: 4,
      then: { minLevel: 'statutory_need', minUrgency: 'amber' },
    }),
    aRule(
      'FATHER',
      { any: [holds('fatherConvicted'), holds('faith')] },
      {
        ...firesOn({ fatherConvicted: true }),
        title: 'A conviction or a belief',
        then: { minLevel: 'targeted_early_help' },
      },
    ),
    aRule(
      'MIXED',
      { all: [holds('policeNotices'), holds('seen')] },
      {
        ...firesOn({ policeNotices: true, seen: true }),
        title: 'Police notices and not seen',
        then: { minLevel: 'statutory_protection' },
      },
    ),
  ],
  [
    anEntry('injury', BOOLEAN, { label: 'Injury' }),
    anEntry('age', YEARS, {
      label: 'Age in years',
      suppliedBy: ['referrer', 'system'],
      question: 'How old is the child?',
    }),
    anEntry('asksForHelp', BOOLEAN, { label: 'Asks for help', missing: { absent: false } }),
    anEntry('policeNotices', BOOLEAN, { label: 'Police notices', suppliedBy: ['system'], missing: { absent: false } }),
    anEntry('fatherConvicted', BOOLEAN, { label: 'Father convicted', aboutOthers: true, missing: { absent: false } }),
    anEntry('faith', BOOLEAN, { label: 'Belief', sensitivity: 'special_category', missing: { absent: false } }),
    anEntry('seen', BOOLEAN, { label: 'Seen today', question: 'Has anybody seen the child today?' }),
  ],
);

function explained(given: Facts, voice: Voice, told = given): Explanation {
  const evaluation = evaluate(compileRuleSet(RULE_SET), given, { onDate: '2026-06-01', area: null });
  return explain(evaluation, RULE_SET, told, voice);
}

const SETTLED = { injury: false, age: 7, seen: false };
const linesOf = (explanation: Explanation): string[] => explanation.lines.map(({ ruleId }) => ruleId);

describe('an explanation for practitioners', () => {
  it('says what the rules propose, why, and what it could still become', () => {
    const { summary } = explained(
      facts({ ...SETTLED, injury: true, age: 'unknown', asksForHelp: true }),
      'practitioner',
    );

    expect(summary).toEqual([
      'The rules propose early help, urgency green, because of the rule "The family asks for help".',
      'It could still become statutory protection, urgency red, if answers not yet known show that the rule "An injury to a baby" holds.',
      'A person decides the level of need and the urgency.',
    ]);
  });

  it('names every rule that could carry the outcome further', () => {
    const { summary } = explained(facts({ policeNotices: true, injury: true }), 'practitioner');

    expect(summary[1]).toBe(
      'It could still become statutory protection, urgency red, if answers not yet known show that one or more of the rules "An injury to a baby" and "Police notices and not seen" hold.',
    );
  });

  it('says when nothing raises the outcome, and when a red line holds', () => {
    const nothing = explained(facts(SETTLED), 'practitioner').summary;
    const red = explained(facts({ ...SETTLED, injury: true, age: 0 }), 'practitioner').summary;

    expect(nothing[0]).toBe('The rules propose universal, urgency blue, because no rule that holds would raise it.');
    expect(red[1]).toBe('A red line holds: the rules cannot propose less than statutory protection, urgency red.');
  });

  it('shows every rule that holds or is open, the highest first, with the facts that decided it', () => {
    const { lines } = explained(facts({ asksForHelp: true, policeNotices: true, injury: true }), 'practitioner');

    expect(lines.map(({ ruleId, result }) => [ruleId, result])).toEqual([
      ['POLICE', 'true'],
      ['HELP', 'true'],
      ['BABY', 'unknown'],
      ['MIXED', 'unknown'],
    ]);
    expect(lines[0]).toEqual({
      ruleId: 'POLICE',
      title: 'Repeated police notices',
      because: 'Because of POLICE.',
      legalBasis: 'Children Act 1989 s.17',
      result: 'true',
      facts: [{ id: 'policeNotices', label: 'Police notices', value: 'yes' }],
    });
    expect(lines[2]?.facts).toEqual([{ id: 'age', label: 'Age in years', value: 'not known: not reported' }]);
  });

  it('asks the questions that would settle the case in the words of the catalogue', () => {
    const { openQuestions } = explained(facts({ policeNotices: true }), 'practitioner');

    expect(openQuestions).toEqual([
      { factId: 'age', question: 'How old is the child?' },
      { factId: 'injury', question: 'What is known about this: Injury?' },
      { factId: 'seen', question: 'Has anybody seen the child today?' },
    ]);
  });

  it('shows near misses, with values that stand only because nobody reported otherwise', () => {
    const { nearMisses } = explained(facts({ ...SETTLED, seen: true }), 'practitioner');

    expect(nearMisses.map(({ ruleId }) => ruleId)).toEqual(['MIXED']);
    expect(nearMisses[0]?.facts).toEqual([
      { id: 'policeNotices', label: 'Police notices', value: 'no (nothing reported)' },
    ]);
  });
});

describe('an explanation for managers', () => {
  it('adds the versions of the rules and is otherwise the same', () => {
    const given = facts({ ...SETTLED, policeNotices: true, asksForHelp: true });
    const practitioner = explained(given, 'practitioner');
    const manager = explained(given, 'manager');
    const versions = Object.fromEntries(manager.lines.map(({ ruleId, ruleVersion }) => [ruleId, ruleVersion]));

    expect(versions).toEqual({ POLICE: 4, HELP: 1 });
    expect(manager.lines).toMatchObject(practitioner.lines);
    expect(manager.summary).toEqual(practitioner.summary);
  });
});

describe('an explanation for referrers', () => {
  const given = facts({ ...SETTLED, policeNotices: true, fatherConvicted: true, asksForHelp: true });

  it('leaves out what other agencies hold and what is about other people, and does not let the level tell', () => {
    const { summary, lines } = explained(given, 'referrer');

    expect(lines.map(({ title, because, result, facts: shown }) => [title, because, result, shown])).toEqual([
      ['The family asks for help', 'Because of HELP.', 'true', []],
    ]);
    expect(summary).toEqual([
      'On what you told us, the rules propose at least early help, urgency green, because of the rule "The family asks for help".',
      'A person decides the level of need and the urgency.',
    ]);
  });

  it('reads the same whether or not there is anything to leave out', () => {
    const without = facts({ ...SETTLED, asksForHelp: true });

    expect(explained(given, 'referrer')).toEqual(explained(without, 'referrer'));
  });

  it('says nothing of an open rule some of whose facts are not theirs', () => {
    const { lines, openQuestions } = explained(facts({ policeNotices: true, injury: true }), 'referrer');

    expect(lines.map(({ ruleId }) => ruleId)).toEqual(['BABY']);
    expect(openQuestions.map(({ factId }) => factId)).toEqual(['age', 'seen']);
  });

  it('shows no value, least of all of a special category', () => {
    const { lines, summary } = explained(facts({ ...SETTLED, faith: true }), 'referrer');

    expect(lines.map(({ ruleId, facts: shown }) => [ruleId, shown])).toEqual([['FATHER', []]]);
    expect(JSON.stringify([lines, summary])).not.toContain('Belief');
  });

  it('leaves out a rule that only the facts of others bear out', () => {
    const all = facts({ injury: true, age: 0, seen: true });
    const said = facts({ injury: true });

    expect(linesOf(explained(all, 'referrer'))).toEqual(['BABY']);
    expect(linesOf(explained(all, 'referrer', said))).toEqual([]);
  });

  it('shows no near misses and no versions', () => {
    const { nearMisses, lines } = explained(facts({ injury: true, age: 7, seen: true, asksForHelp: true }), 'referrer');

    expect(nearMisses).toEqual([]);
    expect(lines.map((line) => 'ruleVersion' in line)).toEqual([false]);
  });

  it('says so when nothing they told leads anywhere', () => {
    expect(explained(facts({ ...SETTLED, policeNotices: true }), 'referrer').summary[0]).toBe(
      'What you told us does not by itself lead the rules to propose more than universal, urgency blue.',
    );
  });
});

it('an explanation is refused with another rule set than the one evaluated', () => {
  const evaluation = evaluate(compileRuleSet(RULE_SET), {}, { onDate: '2026-06-01', area: null });
  const other = { ...RULE_SET, rules: RULE_SET.rules.slice(1) };

  expect(() => explain(evaluation, other, {}, 'manager')).toThrow(RangeError);
});
