import type { ReferralDocument } from '#domain';
import type { RetentionFlag, RetentionSchedule } from '#nation-packs';

/** Flags that the sender's answers set: of any child, for the whole referral. */
export function flagsOf(schedule: RetentionSchedule, { indicators = [] }: ReferralDocument): RetentionFlag[] {
  const present = new Set(indicators.filter((report) => report.answer === 'present').map((report) => report.id));
  const flags = Object.entries(schedule.flags) as [RetentionFlag, readonly string[]][];
  return flags.filter(([, ids]) => ids.some((id) => present.has(id))).map(([flag]) => flag);
}

/** Inquiry practice: whether a legal hold should be considered. */
export function suggestsHold(schedule: RetentionSchedule, flags: readonly RetentionFlag[]): boolean {
  return schedule.suggestHold.some((flag) => flags.includes(flag));
}
