import type { CaseHistory } from './case-history.ts';
import { isWithinMonths } from './within-months.ts';

/** How another case belongs to the family of the child in hand. */
export type FamilyTie = 'child' | 'sibling' | 'household' | 'address' | 'adult';

/** Another case of the family, as far as it counts. One for each tie. */
export interface FamilyContact {
  readonly referralId: string;
  readonly agencyId: string;
  readonly tie: FamilyTie;
  /** Local day of receipt, ISO. */
  readonly on: string;
  readonly domesticAbuse: boolean;
  /** A signed decision gave early help or more. */
  readonly helped: boolean;
  /** A signed decision took it for statutory help: it is a referral, not only a contact. */
  readonly statutory: boolean;
  /** It is in a worker's hands: accepted, or open and claimed. */
  readonly withWorker: boolean;
}

/** The contact in hand. */
export interface ContactInHand {
  readonly referralId: string;
  readonly agencyId: string;
  readonly on: string;
}

const MS_PER_DAY = 86_400_000;
const FAMILY: readonly FamilyTie[] = ['child', 'sibling', 'household'];

/**
 * History as counts (domain pack 4.4). A contact is a referral, however many children it names; other children of the
 * referral in hand are no further contact. A count over a year is the greatest of any 365 days that end with the contact
 * in hand or with a later one: a case still open when the next contact comes is seen with it, whichever came first, and
 * what counted once never stops counting by the mere passing of time.
 */
export function historyOf(own: ContactInHand, contacts: readonly FamilyContact[]): CaseHistory {
  const others = contacts.filter(({ referralId }) => referralId !== own.referralId);
  const tied = (...ties: readonly FamilyTie[]): FamilyContact[] => others.filter(({ tie }) => ties.includes(tie));
  const inYear = (chosen: readonly ContactInHand[]): number =>
    most(own, [own, ...chosen], isWithinYear, ({ referralId }) => referralId);
  const family = tied(...FAMILY);
  const child = tied('child');
  const notices = family.filter(({ domesticAbuse }) => domesticAbuse);
  return {
    contactsIn365Days: inYear(child),
    contactsIn24Months: most(own, [own, ...child], isWithinTwoYears, ({ referralId }) => referralId),
    siblingContactsIn365Days: inYear(tied('child', 'sibling')),
    householdContactsIn365Days: inYear(family),
    addressContactsIn365Days: inYear(tied('household', 'address')),
    adultContactsIn365Days: inYear(tied('adult')),
    lowLevelContactsIn365Days: inYear(family.filter(({ helped }) => !helped)),
    agenciesIn365Days: most(own, [own, ...family], isWithinYear, ({ agencyId }) => agencyId),
    domesticAbuseNoticesIn365Days: most(own, notices, isWithinYear, ({ referralId }) => referralId),
    referredIn12Months: child.some(({ statutory, on }) => statutory && isWithinMonths(on, own.on, 12)),
    // The front door does not hold assessments; who reports one is believed (`history-facts.ts`).
    assessedIn12Months: false,
    openCaseElsewhere: child.some(({ withWorker }) => withWorker),
  };
}

/** The most different keys in any window that ends with the contact in hand or a later one. */
function most<T extends ContactInHand>(
  own: ContactInHand,
  contacts: readonly T[],
  isWithin: (earlier: string, end: string) => boolean,
  keyOf: (contact: T) => string,
): number {
  const ends = new Set([own.on, ...contacts.map(({ on }) => on).filter((on) => on > own.on)]);
  const counts = [...ends].map((end) => new Set(contacts.filter(({ on }) => isWithin(on, end)).map(keyOf)).size);
  return Math.max(...counts);
}

function isWithinYear(earlier: string, end: string): boolean {
  const days = (Date.parse(end) - Date.parse(earlier)) / MS_PER_DAY;
  return days >= 0 && days <= 365;
}

function isWithinTwoYears(earlier: string, end: string): boolean {
  return isWithinMonths(earlier, end, 24);
}
