import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, CaseId } from '#domain';
import { findCandidatesOf, type FoundCandidate, Mentions, type OpenMention, type Verdict, Verdicts } from '#people';
import { Database, type Tx } from '#platform';
import type { FamilyCase } from './store/family-case.ts';
import { findFamilyCases } from './store/family-cases.query.ts';

/** Two mentions side by side: how alike the engine found them, and what people said of them. */
export interface CandidatePair {
  /** Of the case's own referral. */
  readonly mention: OpenMention;
  readonly other: OpenMention;
  /** Cases of the referral of `other` that show to the reader. */
  readonly otherCases: readonly FamilyCase[];
  /** `null` where people spoke of two whom the engine had not found alike. */
  readonly candidate: FoundCandidate | null;
  /** Oldest first; those that were undone stay. */
  readonly verdicts: readonly Verdict[];
}

export interface Candidates {
  readonly people: readonly OpenMention[];
  readonly pairs: readonly CandidatePair[];
}

/**
 * Who in this referral may be whom. A pair is there for those alone who may see the records of both: by row-level
 * security, and by the access policy.
 */
@Injectable()
export class ListCandidates {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly mentions: Mentions,
    private readonly verdicts: Verdicts,
    private readonly log: AccessLog,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<Candidates> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'family.record');
      const { authorityId, referralId } = found;
      const ids = (await this.mentions.ofReferral(tx, authorityId, referralId)).map(({ id }) => id);
      const candidates = await findCandidatesOf(tx, ids);
      const verdicts = await this.verdicts.about(tx, authorityId, ids);
      const wanted = [...candidates, ...verdicts].flatMap(({ mentionId, otherId }) => [mentionId, otherId]);
      const open = await this.mentions.open(tx, authorityId, [...new Set([...ids, ...wanted])]);
      const cases = await this.casesOf(tx, actor, open);
      const shown = new Set(cases.map((each) => each.referralId as string));
      const pairs = pairsOf(ids, [...candidates, ...verdicts]).flatMap(([id, otherId]) => {
        const [mention, other] = [open.get(id), open.get(otherId)];
        if (mention === undefined || other === undefined || !shown.has(other.referralId)) return [];
        const otherCases = cases.filter((each) => each.referralId === other.referralId);
        return [{ mention, other, otherCases, ...said(id, otherId, candidates, verdicts) }];
      });
      const others = cases.filter(({ id }) => pairs.some(({ otherCases }) => otherCases.some((one) => one.id === id)));
      const look = { event: 'case.candidates_viewed', by: 'family.record', purpose } as const;
      await this.log.viewedWith(
        tx,
        actor,
        found,
        others.filter(({ id }) => id !== found.id),
        look,
      );
      return { people: ids.flatMap((id) => open.get(id) ?? []), pairs };
    });
  }

  private casesOf(tx: Tx, actor: Actor, open: ReadonlyMap<string, OpenMention>): Promise<FamilyCase[]> {
    return findFamilyCases(tx, actor, [...new Set([...open.values()].map(({ referralId }) => referralId))]);
  }
}

type Ends = { readonly mentionId: string; readonly otherId: string };

/** Each pair once, the one of the own referral first. */
function pairsOf(ownIds: readonly string[], ends: readonly Ends[]): (readonly [string, string])[] {
  const pairs = ends.map(({ mentionId, otherId }) =>
    ownIds.includes(mentionId) ? ([mentionId, otherId] as const) : ([otherId, mentionId] as const),
  );
  return [...new Map(pairs.map((pair) => [[...pair].sort().join(), pair])).values()];
}

function said(id: string, otherId: string, candidates: readonly FoundCandidate[], verdicts: readonly Verdict[]) {
  const isPair = (ends: Ends) => [ends.mentionId, ends.otherId].every((end) => end === id || end === otherId);
  return { candidate: candidates.find(isPair) ?? null, verdicts: verdicts.filter(isPair) };
}
