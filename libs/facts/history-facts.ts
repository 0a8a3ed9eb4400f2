import { type Fact, known } from '#domain';
import { factOfAnswer } from './answer-fact.ts';
import type { Moment, PartialFacts } from './moment.ts';

/**
 * History from the service and from the sender together. Each may know what the other does not, so the higher count
 * and the worse answer count: history never lowers.
 */
export function historyFacts(moment: Moment): PartialFacts {
  const own = moment.history;
  const told = moment.referral.history ?? {};
  const notices = own.domesticAbuseNoticesIn365Days + (isDomesticAbuseNotice(moment) ? 1 : 0);
  return {
    'history.contactsIn365Days': more(own.contactsIn365Days, told.contactsIn12Months),
    'history.householdContactsIn365Days': more(own.householdContactsIn365Days, told.householdContactsIn12Months),
    'history.domesticAbuseNoticesIn365Days': more(notices, told.domesticAbuseNoticesIn12Months),
    'history.referredIn12Months': own.referredIn12Months ? known(true) : factOfAnswer(told.referredInLast12Months),
    'history.assessedIn12Months': own.assessedIn12Months ? known(true) : factOfAnswer(told.assessedInLast12Months),
    'history.earlyHelpDeclined':
      told.earlyHelp === undefined ? undefined : known(['declined', 'disengaged'].includes(told.earlyHelp)),
    'history.childProtectionPlan': factOfAnswer(told.childProtectionPlan),
  };
}

/** Indicators B12 to B14 of domain pack 5.1, or the sub-form. */
function isDomesticAbuseNotice({ referral }: Moment): boolean {
  const present = (referral.indicators ?? []).filter((report) => report.answer === 'present');
  return referral.domesticAbuse !== undefined || present.some((report) => ['B12', 'B13', 'B14'].includes(report.id));
}

function more(own: number, told: number | undefined): Fact {
  return known(Math.min(999, Math.max(own, told ?? 0)));
}
