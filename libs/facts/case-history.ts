/** What the service itself holds about the same child and household before this referral. */
export interface CaseHistory {
  readonly contactsIn365Days: number;
  readonly householdContactsIn365Days: number;
  readonly domesticAbuseNoticesIn365Days: number;
  readonly referredIn12Months: boolean;
  readonly assessedIn12Months: boolean;
}

export const NO_HISTORY: CaseHistory = {
  contactsIn365Days: 0,
  householdContactsIn365Days: 0,
  domesticAbuseNoticesIn365Days: 0,
  referredIn12Months: false,
  assessedIn12Months: false,
};
