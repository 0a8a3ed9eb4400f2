import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '#deadlines';
import type { RetentionRule, RetentionSchedule, RetentionStart } from '#nation-packs';
import type { RetentionCase, RetentionFacts } from './retention-facts.ts';

/** Rules that no schedule names, because they hold in all of them. */
const RE_REFERRAL_WINDOW = 're_referral_window';
const UNKNOWN_DATE_OF_BIRTH = 'unknown_date_of_birth';

export interface DisposalDue {
  /** The first day on which the record may go. */
  readonly dueOn: IsoDate;
  /** Id of the rule that keeps it longest. */
  readonly ruleId: string;
}

/**
 * When a referral may be disposed of: the longest that any rule of any of its cases keeps it, counted from the last
 * contact about any of its children. `null`: not while something is open, or an outcome is not known.
 */
export function disposalDueOn(schedule: RetentionSchedule, facts: RetentionFacts): DisposalDue | null {
  const { cases, linked } = facts;
  if (cases.length === 0 || cases.some((each) => each.isOpen || each.outcome === null)) return null;
  if (linked.some((each) => each.isOpen)) return null;
  const lastContact = lastContactOn(facts);
  const months = schedule.reReferralWindowMonths + schedule.monthsAfterWindow;
  const least = { dueOn: dayAfter(lastContact, { months }), ruleId: RE_REFERRAL_WINDOW };
  const all = cases.flatMap((each) =>
    rulesFor(schedule, each).map((rule) => dueBy(rule, each, { schedule, lastContact })),
  );
  return all.reduce((longest, due) => (due.dueOn > longest.dueOn ? due : longest), least);
}

/** The last day on which somebody told or decided something about one of the children. */
export function lastContactOn({ receivedOn, cases, linked }: RetentionFacts): IsoDate {
  const decided = cases.map((each) => each.decidedOn ?? receivedOn);
  return [receivedOn, ...decided, ...linked.map((each) => each.receivedOn)].reduce(later);
}

function rulesFor({ rules }: RetentionSchedule, { outcome, flags }: RetentionCase): readonly RetentionRule[] {
  return rules.filter(({ appliesTo }) =>
    'outcome' in appliesTo ? appliesTo.outcome === outcome : flags.includes(appliesTo.flag),
  );
}

interface Counting {
  readonly schedule: RetentionSchedule;
  readonly lastContact: IsoDate;
}

function dueBy(rule: RetentionRule, each: RetentionCase, { schedule, lastContact }: Counting): DisposalDue {
  const start = startOf(rule.from, each, lastContact);
  if (start !== null) return { dueOn: dayAfter(start, { years: rule.years }), ruleId: rule.id };
  // Kept to the longest, from the latest day on which a child who was spoken of can have been born.
  const longest = Math.max(...schedule.rules.map(({ years }) => years));
  return { dueOn: dayAfter(lastContact, { years: longest + 1 }), ruleId: UNKNOWN_DATE_OF_BIRTH };
}

function startOf(from: RetentionStart, each: RetentionCase, lastContact: IsoDate): IsoDate | null {
  switch (from) {
    case 'last_contact':
      return lastContact;
    case 'date_of_birth':
      return each.dateOfBirth;
    case 'decision':
      return each.decidedOn ?? lastContact;
  }
}

/** The day after the last day that is kept. Of 29 February the anniversary in a common year is the 28th. */
function dayAfter(start: IsoDate, keep: { readonly years?: number; readonly months?: number }): IsoDate {
  return Temporal.PlainDate.from(start).add(keep).add({ days: 1 }).toString();
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
