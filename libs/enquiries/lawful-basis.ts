import type { Agreement, Level } from '#domain';
import type { AgreementAnswer } from './enquiry.ts';

/** An override as much as tells whether it is in force. */
export interface OverrideStanding {
  readonly id: string;
  readonly needsSignature: boolean;
  readonly outcome: 'signed' | 'refused' | null;
}

export interface BasisOnRecord {
  /** What the referral said of agreement. */
  readonly inReferral: NonNullable<Agreement['given']> | null;
  /** What the family said later, oldest first. */
  readonly recorded: readonly AgreementAnswer[];
  /** Oldest first. */
  readonly overrides: readonly OverrideStanding[];
}

export type LawfulBasis = { readonly kind: 'agreement' } | { readonly kind: 'override'; readonly overrideId: string };

/**
 * What allows asking other agencies about a child: the family's agreement, by their last word, or an override that is
 * in force; `null` where there is neither. Source: AB & CD v Haringey [2013] EWHC 416 (Admin); domain pack 3.6.
 */
export function basisOf({ inReferral, recorded, overrides }: BasisOnRecord): LawfulBasis | null {
  const lastWord = recorded.at(-1) ?? inReferral;
  if (lastWord === 'yes') return { kind: 'agreement' };
  const standing = overrides.findLast(isInForce);
  return standing === undefined ? null : { kind: 'override', overrideId: standing.id };
}

export function isInForce({ needsSignature, outcome }: OverrideStanding): boolean {
  return outcome === 'signed' || (outcome === null && !needsSignature);
}

/** At statutory protection a registered person's own signature is enough; below, or where nothing is proposed, it is not. */
export function needsManager(level: Level | null): boolean {
  return level !== 'statutory_protection';
}
