import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecidedPathway } from '#domain';
import { knownAuthorityIds, type RetentionFlag, type RetentionSchedule, retentionScheduleOf } from '#nation-packs';
import { disposalDueOn, lastContactOn } from './disposal-due-on.ts';
import type { RetentionCase, RetentionFacts } from './retention-facts.ts';

const SCHEDULE = retentionScheduleOf('shropshire');

function aCase(changes: Partial<RetentionCase> = {}): RetentionCase {
  return {
    isOpen: false,
    outcome: 'no_further_action',
    decidedOn: '2020-03-02',
    dateOfBirth: '2015-06-01',
    flags: [],
    ...changes,
  };
}

function facts(...cases: readonly RetentionCase[]): RetentionFacts {
  return { receivedOn: '2020-03-01', cases, linked: [] };
}

const due = (given: RetentionFacts, schedule: RetentionSchedule = SCHEDULE) => disposalDueOn(schedule, given);

describe('when a record may be disposed of', () => {
  it.each<[DecidedPathway, RetentionFlag[], string, string]>([
    ['no_further_action', [], '2023-03-03', 're_referral_window'],
    ['universal', [], '2026-03-03', 'universal'],
    ['early_help', [], '2040-06-02', 'early_help_birth'],
    ['statutory', [], '2040-06-02', 'statutory_birth'],
    ['statutory', ['child_protection'], '2055-03-03', 'child_protection'],
    ['statutory', ['child_protection', 'care'], '2090-06-02', 'care'],
    ['no_further_action', ['sexual_abuse'], '2090-06-02', 'sexual_abuse'],
  ])('%s with %p on %s, by %s', (outcome, flags, dueOn, ruleId) => {
    expect(due(facts(aCase({ outcome, flags })))).toEqual({ dueOn, ruleId });
  });

  it('is never while a case is open, has no outcome, or is not there', () => {
    expect(due(facts(aCase(), aCase({ isOpen: true })))).toBeNull();
    expect(due(facts(aCase(), aCase({ outcome: null, decidedOn: null })))).toBeNull();
    expect(due(facts())).toBeNull();
  });

  it('is the longest of several cases of one referral', () => {
    const given = facts(aCase(), aCase({ outcome: 'early_help', dateOfBirth: '2019-01-01' }), aCase());

    expect(due(given)).toEqual({ dueOn: '2044-01-02', ruleId: 'early_help_birth' });
  });

  it('starts again from a later contact about the same child, and waits while that one is open', () => {
    const later = { ...facts(aCase()), linked: [{ receivedOn: '2022-08-31', isOpen: false }] };

    expect(due(later)?.dueOn).toBe('2025-09-01');
    expect(due({ ...later, linked: [{ receivedOn: '2022-08-31', isOpen: true }] })).toBeNull();
  });

  it('counts from a decision where a rule says so', () => {
    const rule = { id: 'own', appliesTo: { outcome: 'universal' as const }, years: 10, from: 'decision' as const };
    const schedule = { ...SCHEDULE, rules: [{ ...rule, source: 'Test.', evidence: 'unverified' as const }] };
    const given = { ...facts(aCase({ outcome: 'universal' })), linked: [{ receivedOn: '2024-01-01', isOpen: false }] };

    expect(due(given, schedule)).toEqual({ dueOn: '2030-03-03', ruleId: 'own' });
  });

  it('keeps a child born on 29 February to the end of the 28th in a common year, and to the 29th in a leap year', () => {
    const born = aCase({ outcome: 'early_help', dateOfBirth: '2016-02-29' });
    const rules = SCHEDULE.rules.map((rule) => (rule.id === 'early_help_birth' ? { ...rule, years: 24 } : rule));

    expect(due(facts(born))?.dueOn).toBe('2041-03-01');
    expect(due(facts(born), { ...SCHEDULE, rules })?.dueOn).toBe('2040-03-01');
  });

  it('keeps a child of unknown date of birth to the longest of the schedule', () => {
    const given = facts(aCase({ outcome: 'early_help', dateOfBirth: null }));

    expect(due(given)).toEqual({ dueOn: '2096-03-03', ruleId: 'unknown_date_of_birth' });
    expect(due(facts(aCase({ dateOfBirth: null })))?.dueOn).toBe('2023-03-03');
  });
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyCase = fc.record<RetentionCase>({
  isOpen: fc.constant(false),
  outcome: fc.constantFrom<DecidedPathway>('no_further_action', 'universal', 'early_help', 'statutory'),
  decidedOn: fc.option(day),
  dateOfBirth: fc.option(day),
  flags: fc.subarray<RetentionFlag>(['sexual_abuse', 'child_protection', 'care']),
});
const anyFacts = fc.record<RetentionFacts>({
  receivedOn: day,
  cases: fc.array(anyCase, { minLength: 1, maxLength: 4 }),
  linked: fc.array(fc.record({ receivedOn: day, isOpen: fc.constant(false) }), { maxLength: 3 }),
});
const anySchedule = fc.constantFrom(...knownAuthorityIds()).map(retentionScheduleOf);

describe('whatever the case, the schedule', () => {
  function dueDay(schedule: RetentionSchedule, given: RetentionFacts): string {
    const found = disposalDueOn(schedule, given);
    if (found === null) throw new Error('Nothing is open, so it is due one day.');
    return found.dueOn;
  }

  function holds(check: (schedule: RetentionSchedule, given: RetentionFacts) => boolean): void {
    fc.assert(fc.property(anySchedule, anyFacts, check), { numRuns: 500, seed: 20261122 });
  }

  it('never lets a record go within the re-referral window and 24 months of the last contact', () => {
    holds((schedule, given) => {
      const months = (Date.parse(dueDay(schedule, given)) - Date.parse(lastContactOn(given))) / 86_400_000;
      return months >= 3 * 365;
    });
  });

  it('never shortens for one more case, flag or contact', () => {
    holds((schedule, given) => {
      const before = dueDay(schedule, given);
      const flagged = given.cases.map((each) => ({ ...each, flags: [...each.flags, 'care' as const] }));
      const more = [
        { ...given, cases: [...given.cases, aCase({ outcome: 'early_help' })] },
        { ...given, cases: flagged },
        { ...given, linked: [...given.linked, { receivedOn: '2031-01-01', isOpen: false }] },
      ];
      return more.every((each) => dueDay(schedule, each) >= before);
    });
  });

  it('never lets a child of unknown date of birth go sooner than one whose date of birth is known', () => {
    holds((schedule, given) => {
      const last = lastContactOn(given);
      const born = given.cases.map((each) => ({ ...each, dateOfBirth: last }));
      const unknown = given.cases.map((each) => ({ ...each, dateOfBirth: null }));
      return dueDay(schedule, { ...given, cases: unknown }) >= dueDay(schedule, { ...given, cases: born });
    });
  });

  it('never gives a day while anything is open', () => {
    holds((schedule, given) => {
      const open = given.cases.map((each, index) => ({ ...each, isOpen: index === 0 }));
      return disposalDueOn(schedule, { ...given, cases: open }) === null;
    });
  });
});
