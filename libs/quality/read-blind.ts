import { Injectable } from '@nestjs/common';
import { AccessLog } from '#case-access';
import { DecisionBases } from '#decisions';
import {
  type Actor,
  asId,
  type AuthorityId,
  type Case,
  type CaseId,
  type DecisionId,
  DomainError,
  type Language,
} from '#domain';
import type { Information } from '#history';
import { CaseRepository, type StoredReferral } from '#intake';
import type { Tx } from '#platform';
import type { FactsInWords } from '#rules';
import { QualityDesk } from './quality-desk.ts';
import type { HeldItem } from './store/item.repository.ts';

/** What was known when it was decided, and not a word of what was proposed or decided. */
export interface BlindView {
  readonly item: Pick<HeldItem, 'id' | 'sampleId' | 'position' | 'reference'>;
  /** The case as it came in. */
  readonly found: Case;
  readonly referral: StoredReferral;
  /** The day to put oneself back to. */
  readonly decidedAt: Date;
  /** `null` where it was decided before the rules had looked at it. */
  readonly facts: FactsInWords | null;
  readonly learned: readonly Information[];
}

/**
 * Shows the rater what the decider had before them: the referral, what had been learned by then, the facts known and not.
 * @throws DomainError `not_found`, or `action_not_available` unless they have taken it and not rated it.
 */
@Injectable()
export class ReadBlind {
  constructor(
    private readonly desk: QualityDesk,
    private readonly cases: CaseRepository,
    private readonly bases: DecisionBases,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, itemId: string, language: Language): Promise<BlindView> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.itemToRate(tx, actor, itemId);
      const found = await this.caseOf(tx, actor, item);
      const decision = await this.bases.records.decisions.get(tx, found, asId<DecisionId>(item.decisionId));
      const basis = await this.bases.of(tx, actor, decision, language);
      const referral = await this.bases.records.referrals.get(tx, found.referralId);
      const look = { event: 'quality.item_viewed', by: 'quality.rate', purpose: null } as const;
      await this.log.viewed(tx, actor, found, { ...look, document: referral.document });
      return {
        item,
        found: asItCame(found),
        referral,
        decidedAt: decision.decidedAt,
        facts: basis?.facts ?? null,
        learned: await this.bases.learnedBy(tx, found, decision.decidedAt),
      };
    });
  }

  private async caseOf(tx: Tx, { authorityId }: Actor, item: HeldItem): Promise<Case> {
    const found = await this.cases.find(tx, authorityId satisfies AuthorityId, asId<CaseId>(item.caseId));
    if (found !== null) return found;
    throw new DomainError('not_found', 'There is no case like this for you.');
  }
}

/** Without anything that tells what was proposed, decided or done since. */
function asItCame(found: Case): Case {
  const proposed = {
    urgency: null,
    proposedLevel: null,
    proposedUrgency: null,
    needsInformation: false,
    currentRunId: null,
  };
  const decided = { currentDecisionId: null, decidedPathway: null, nextDueAt: null, handoverWaiting: false };
  return { ...found, ...proposed, ...decided, state: 'received', queue: '' };
}
