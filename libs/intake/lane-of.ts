import type { Lane, ReferralDocument } from '#domain';
import { authorityIds, type AuthorityProfile, profileOf } from '#nation-packs';

/** Cases that say "now" go ahead of the others; which they are is a matter of the answers, not of what rules find. */
export function laneOf(document: ReferralDocument, profile: AuthorityProfile): Lane {
  return saysNow(document, (id) => profile.redLineIndicators.has(id)) ? 'urgent' : 'standard';
}

function saysNow({ safety, indicators }: ReferralDocument, isRedLine: (id: string) => boolean): boolean {
  return (
    safety?.immediateDanger === 'yes' ||
    safety?.needsMedicalAttention === 'yes' ||
    safety?.timeCriticalEvent !== undefined ||
    (indicators ?? []).some((report) => report.answer === 'present' && isRedLine(report.id))
  );
}

/** Whether a body would be in the urgent lane of any authority, before anybody knows whose it is or has checked it. */
export function mayBeUrgent(body: unknown): boolean {
  const profiles = authorityIds().map(profileOf);
  try {
    return saysNow(body as ReferralDocument, (id) => profiles.some((profile) => profile.redLineIndicators.has(id)));
  } catch {
    // Of another shape than a referral: the check will say so.
    return false;
  }
}
