import { describe, expect, it } from '@jest/globals';
import type { Facts, ReferralDocument } from '#domain';
import { buildFacts, type FamilyContact, historyOf } from '#facts';
import { profileOf } from '#nation-packs';
import { compileRuleSet, evaluate, type Evaluation } from '#rules';
import type { TriageRun } from '#triage';
import { mustBeReviewed } from './prior-contacts.ts';
import { signOffReasonsFor } from './sign-off-reasons.ts';

interface Contact {
  readonly child: 'Ash' | 'Bryn' | 'Cleo';
  readonly agencyId: string;
  readonly indicator: string;
}

/** Five small worries of five agencies about three siblings: none of them more than early help by itself. */
const CONTACTS: readonly Contact[] = [
  { child: 'Ash', agencyId: 'school', indicator: 'A27' },
  { child: 'Bryn', agencyId: 'health-visitor', indicator: 'A02' },
  { child: 'Ash', agencyId: 'housing', indicator: 'C06' },
  { child: 'Cleo', agencyId: 'police', indicator: 'B03' },
  { child: 'Bryn', agencyId: 'gp', indicator: 'A13' },
];
const DAYS = ['2026-02-02', '2026-04-13', '2026-06-24', '2026-09-07', '2026-11-20'];
const REVIEW = 'manager_review_before_no_further_action';
const { ruleSet } = profileOf('larkshire');
const compiled = compileRuleSet(ruleSet);

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

/** The contact that came at `at` as the rules see it once `there` contacts have come, in this order. */
function seen(order: readonly Contact[], at: number, there: number): { facts: Facts; evaluation: Evaluation } {
  const own = order[at];
  const onDate = DAYS[at];
  if (own === undefined || onDate === undefined) throw new Error('No such contact.');
  const family = order.slice(0, there).flatMap((other, place): FamilyContact[] => {
    const outcome = { domesticAbuse: false, helped: false, statutory: false, withWorker: false };
    const tie = other.child === own.child ? 'child' : 'sibling';
    const when = { referralId: `r${place}`, agencyId: other.agencyId, on: DAYS[place] ?? '' };
    return place === at ? [] : [{ ...when, ...outcome, tie }];
  });
  const history = historyOf({ referralId: `r${at}`, agencyId: own.agencyId, on: onDate }, family);
  const referral: ReferralDocument = {
    schemaVersion: '1',
    safety: { immediateDanger: 'no' },
    referrer: { capacity: 'professional', name: 'Tess Example' },
    children: [{ ref: 'c1', givenName: own.child, dateOfBirth: '2017-05-04', seenBySender: 'yes' }],
    worries: { summary: 'A small worry.', injury: 'no' },
    indicators: [{ id: own.indicator, answer: 'present' }],
  };
  const facts = buildFacts({ referral, childIndex: 0, history, onDate, phrases: [] });
  return { facts, evaluation: evaluate(compiled, facts, { onDate, area: null }) };
}

function reviewed({ evaluation }: { evaluation: Evaluation }): boolean {
  return evaluation.definite.actions.includes(REVIEW);
}

describe('five low-level contacts of five agencies about three siblings', () => {
  const orders = permutations(CONTACTS);

  it('lead to the mandatory review with the fifth, whatever their order', () => {
    expect(orders).toHaveLength(120);
    const last = orders.map((order) => seen(order, 4, 5));

    expect(last.filter((each) => !reviewed(each))).toEqual([]);
    expect(new Set(last.map(({ evaluation }) => evaluation.definite.level))).toEqual(new Set(['targeted_early_help']));
  });

  it('lead to it for every one of them that is still open, not only for the one that came last', () => {
    const open = orders.flatMap((order) => [0, 1, 2, 3].map((at) => seen(order, at, 5)));
    expect(open.filter((each) => !reviewed(each))).toEqual([]);
  });

  it('do not with the first two: the rule is about what adds up', () => {
    const early = orders.flatMap((order) => [seen(order, 0, 1), seen(order, 1, 2)]);
    expect(early.filter(reviewed)).toEqual([]);
  });

  it('never propose less when one more has come', () => {
    const levels = ['universal', 'early_help', 'targeted_early_help', 'statutory_need', 'statutory_protection'];
    for (const order of orders) {
      for (const at of [0, 1, 2, 3]) {
        const ranks = [1, 2, 3, 4, 5]
          .filter((there) => there > at)
          .map((there) => levels.indexOf(seen(order, at, there).evaluation.definite.level));
        expect(ranks).toEqual([...ranks].sort());
      }
    }
  });

  it('cannot end without help unless a second person signs', () => {
    for (const order of orders) {
      const run = seen(order, 4, 5) as unknown as TriageRun;
      const standing = {
        ...{ proposedLevel: null, proposedUrgency: null, urgency: null, hasPriorContacts: false },
        mustBeReviewed: mustBeReviewed(run),
      };
      for (const pathway of ['no_further_action', 'universal'] as const) {
        const level = pathway === 'universal' ? pathway : null;
        expect(signOffReasonsFor({ level, pathway, urgency: 'green' }, standing)).toEqual([
          'accumulation_without_help',
        ]);
      }
    }
  });
});
