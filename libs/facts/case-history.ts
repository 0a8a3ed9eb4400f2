/** What the service itself holds about the same child and family; counts include the contact in hand. */
export interface CaseHistory {
  readonly contactsIn365Days: number;
  readonly contactsIn24Months: number;
  readonly siblingContactsIn365Days: number;
  readonly householdContactsIn365Days: number;
  readonly addressContactsIn365Days: number;
  readonly adultContactsIn365Days: number;
  /** About the child, siblings or household, without a signed decision to help. */
  readonly lowLevelContactsIn365Days: number;
  /** Different agencies among those who wrote about the child, siblings or household. */
  readonly agenciesIn365Days: number;
  /** Without the contact in hand, of which the referral tells. */
  readonly domesticAbuseNoticesIn365Days: number;
  readonly referredIn12Months: boolean;
  readonly assessedIn12Months: boolean;
  /** Another case of the child is in a worker's hands. */
  readonly openCaseElsewhere: boolean;
}

/** Nothing is held, the contact in hand not counted either. */
export const NO_HISTORY: CaseHistory = {
  contactsIn365Days: 0,
  contactsIn24Months: 0,
  siblingContactsIn365Days: 0,
  householdContactsIn365Days: 0,
  addressContactsIn365Days: 0,
  adultContactsIn365Days: 0,
  lowLevelContactsIn365Days: 0,
  agenciesIn365Days: 0,
  domesticAbuseNoticesIn365Days: 0,
  referredIn12Months: false,
  assessedIn12Months: false,
  openCaseElsewhere: false,
};
