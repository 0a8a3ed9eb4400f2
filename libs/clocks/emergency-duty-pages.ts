import { isOpenAt } from '#deadlines';
import type { NewNotice } from '#messages';
import { profileOf } from '#nation-packs';

/** A referral that cannot wait until the office opens. */
interface CannotWait {
  readonly authorityId: string;
  readonly referralId: string;
  readonly at: Date;
}

/**
 * The page to the emergency duty team; none while the front door is open. The same for a referral whose answers say that it
 * cannot wait and for one of which the rules find it out, so that it goes out once. Source: domain pack 2.7.
 */
export function emergencyDutyPages({ authorityId, referralId, at }: CannotWait): readonly NewNotice[] {
  if (isOpenAt(profileOf(authorityId).calendar, at.getTime())) return [];
  return [
    {
      authorityId,
      template: 'emergency_duty_page',
      to: { kind: 'emergency_duty_team' },
      referralId,
      caseId: null,
      subjectId: null,
      urgent: true,
      dedupeKey: `emergency_duty_page:${referralId}`,
      at,
    },
  ];
}
