import { type ClockRule, type EpochMs, isOpenAt, type WorkingCalendar, workingCalendar } from '#deadlines';
import { type Level, URGENCIES, type Urgency } from '#domain';
import type { SafetyInvariant } from '#rules';
import type { CaseClockTable } from '../case-clocks/case-clock-definition.ts';
import { ruleOf, withOwnLimits } from '../case-clocks/case-clocks-of.ts';
import type { NationPack } from '../nation-pack.ts';
import { nationPack as packOf } from '../nation-packs.ts';
import { areaOf, deprivationDecileOf } from './area-of.ts';
import { authorityIds, authorityPack } from './authorities.ts';
import type { AuthorityPack } from './authority-pack.ts';
import { type AuthorityRules, authorityRules } from './authority-rule-set.ts';

/** One authority and its nation together: what a referral needs to know about the place it came to. */
export interface AuthorityProfile extends AuthorityRules {
  readonly authority: AuthorityPack;
  readonly nationPack: NationPack;
  /** What no rule set of this authority may break: its nation's, which no authority can take away. */
  readonly invariants: readonly SafetyInvariant[];
  readonly calendar: WorkingCalendar;
  /** Every clock that its cases can have. */
  readonly caseClocks: CaseClockTable;
  /** Clock E1 and its like: every case, whatever its urgency. */
  readonly decideNextSteps: ClockRule;
  readonly urgencyLimits: Readonly<Record<Urgency, ClockRule>>;
  readonly queues: { readonly untriaged: string; readonly byLevel: Readonly<Record<Level, string>> };
  readonly redLineIndicators: ReadonlySet<string>;
  readonly whatHappensNext: string;
  /** What the sender should do if it cannot wait, as true at the moment of receipt. */
  readonly emergencyAdvice: (receivedAt: EpochMs, looksUrgent: boolean) => string;
  /** The area that a postcode lies in; null when a person has to find out. */
  readonly areaOf: (postcode: string | undefined) => string | null;
  /** From 1, the most deprived tenth, to 10; null where the pack does not hold it. For statistics, never for a rule. */
  readonly deprivationDecileOf: (postcode: string | undefined) => number | null;
}

const profiles = new Map<string, AuthorityProfile>();

/** The profile of an authority; throws `PackDataError` for one that has no pack. */
export function profileOf(authorityId: string): AuthorityProfile {
  const ready = profiles.get(authorityId) ?? buildProfile(authorityPack(authorityId));
  profiles.set(authorityId, ready);
  return ready;
}

/** The profiles of every authority that this installation serves. */
export function authorityProfiles(): readonly AuthorityProfile[] {
  return authorityIds().map(profileOf);
}

function buildProfile(authority: AuthorityPack): AuthorityProfile {
  const nationPack = packOf(authority.nation);
  const caseClocks = withOwnLimits(nationPack.caseClocks, authority.caseClocks);
  const { receiptAdvice } = authority;
  // A referral is taken whatever the date: where holidays are not held yet, clocks end sooner.
  const calendar = workingCalendar(nationPack.division, { ...authority.calendar, beyondHolidays: 'weekends_only' });
  return {
    authority,
    nationPack,
    ...authorityRules(authority, nationPack),
    invariants: nationPack.invariants,
    calendar,
    caseClocks,
    ...decisionLimits(caseClocks),
    queues: { untriaged: authority.untriagedQueue, byLevel: authority.routing },
    redLineIndicators: new Set(nationPack.indicators.filter((each) => each.redLine).map((each) => each.id)),
    whatHappensNext: receiptAdvice.always,
    emergencyAdvice: (receivedAt, looksUrgent) =>
      [
        receiptAdvice.immediateDanger,
        ...(looksUrgent ? [receiptAdvice.red] : []),
        ...(isOpenAt(calendar, receivedAt) ? [] : [receiptAdvice.outOfHours]),
      ].join(' '),
    areaOf: (postcode) => areaOf(authority, postcode),
    deprivationDecileOf: (postcode) => deprivationDecileOf(authority, postcode),
  };
}

/** The two clocks that every case has until it is decided. */
function decisionLimits(table: CaseClockTable): Pick<AuthorityProfile, 'decideNextSteps' | 'urgencyLimits'> {
  const [nextSteps, urgency] = [table.get('decide_next_steps'), table.get('urgency')];
  if (nextSteps === undefined || urgency === undefined) throw new Error('Every nation has the clocks of a decision.');
  const limits = URGENCIES.map((each) => [each, ruleOf(urgency, each, null)] as const);
  return {
    decideNextSteps: ruleOf(nextSteps, null, null),
    urgencyLimits: Object.fromEntries(limits) as Record<Urgency, ClockRule>,
  };
}
