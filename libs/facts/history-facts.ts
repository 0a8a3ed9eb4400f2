import { type Fact, known } from '#domain';
import { factOfAnswer } from './answer-fact.ts';
import type { CaseHistory } from './case-history.ts';
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
    ...countFacts(own),
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

/** What only the service can count. */
function countFacts(own: CaseHistory): PartialFacts {
  return {
    'history.contactsIn24Months': more(own.contactsIn24Months, undefined),
    'history.siblingContactsIn365Days': more(own.siblingContactsIn365Days, undefined),
    'history.addressContactsIn365Days': more(own.addressContactsIn365Days, undefined),
    'history.adultContactsIn365Days': more(own.adultContactsIn365Days, undefined),
    'history.lowLevelContactsIn365Days': more(own.lowLevelContactsIn365Days, undefined),
    'history.agenciesIn365Days': more(own.agenciesIn365Days, undefined),
    'history.openCaseElsewhere': known(own.openCaseElsewhere),
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
