import { describe, expect, it } from '@jest/globals';
import { type FamilyContact, type FamilyTie, historyOf } from './count-contacts.ts';

const OWN = { referralId: 'own', agencyId: 'school', on: '2026-11-21' };

function contact(on: string, changes: Partial<FamilyContact> = {}): FamilyContact {
  return {
    ...{ referralId: `of ${on}`, agencyId: 'school', tie: 'child', on },
    ...{ domesticAbuse: false, helped: false, statutory: false, withWorker: false },
    ...changes,
  };
}

describe('what came before, counted', () => {
  it('counts the contact in hand itself, and nothing else of its referral', () => {
    const siblings = contact(OWN.on, { referralId: 'own', tie: 'sibling', domesticAbuse: true, withWorker: true });

    expect(historyOf(OWN, [siblings])).toEqual(historyOf(OWN, []));
    expect(historyOf(OWN, [])).toMatchObject({
      ...{ contactsIn365Days: 1, householdContactsIn365Days: 1, lowLevelContactsIn365Days: 1, agenciesIn365Days: 1 },
      ...{ domesticAbuseNoticesIn365Days: 0, referredIn12Months: false, openCaseElsewhere: false },
    });
  });

  it('counts a referral once, however many children of the family it names', () => {
    const twice = [
      contact('2026-10-01', { tie: 'child' }),
      contact('2026-10-01', { tie: 'sibling' }),
      contact('2026-10-01', { tie: 'household' }),
    ];

    expect(historyOf(OWN, twice)).toMatchObject({
      ...{ contactsIn365Days: 2, siblingContactsIn365Days: 2, householdContactsIn365Days: 2 },
      lowLevelContactsIn365Days: 2,
    });
  });

  it.each<[FamilyTie, string[]]>([
    [
      'child',
      [
        ...['contactsIn365Days', 'contactsIn24Months', 'siblingContactsIn365Days', 'householdContactsIn365Days'],
        'lowLevelContactsIn365Days',
      ],
    ],
    ['sibling', ['siblingContactsIn365Days', 'householdContactsIn365Days', 'lowLevelContactsIn365Days']],
    ['household', ['householdContactsIn365Days', 'addressContactsIn365Days', 'lowLevelContactsIn365Days']],
    ['address', ['addressContactsIn365Days']],
    ['adult', ['adultContactsIn365Days']],
  ])('counts a contact about the %s where it belongs', (tie, expected) => {
    const counts = Object.entries(historyOf(OWN, [contact('2026-10-01', { tie })]));
    expect(
      counts
        .filter(([, value]) => value === 2)
        .map(([name]) => name)
        .sort(),
    ).toEqual([...expected].sort());
  });

  it('counts to the day: 365 days in, 366 days out of the year but within the two years', () => {
    expect(historyOf(OWN, [contact('2025-11-21')]).contactsIn365Days).toBe(2);
    expect(historyOf(OWN, [contact('2025-11-20')])).toMatchObject({ contactsIn365Days: 1, contactsIn24Months: 2 });
    expect(historyOf(OWN, [contact('2024-11-20')]).contactsIn24Months).toBe(1);
  });

  it('sees a case that is still open with the contacts that came after it', () => {
    const later = ['2026-12-01', '2026-12-05', '2026-12-09'].map((on) => contact(on));
    expect(historyOf(OWN, later).contactsIn365Days).toBe(4);
  });

  it('never counts contacts together that are more than a year apart', () => {
    expect(historyOf(OWN, [contact('2026-01-10'), contact('2027-06-01')]).contactsIn365Days).toBe(2);
  });

  it('leaves contacts that were helped out of the low-level ones', () => {
    const contacts = [contact('2026-10-01', { helped: true }), contact('2026-09-01')];
    expect(historyOf(OWN, contacts)).toMatchObject({ contactsIn365Days: 3, lowLevelContactsIn365Days: 2 });
  });

  it('counts agencies, not their contacts', () => {
    const contacts = ['police', 'police', 'health'].map((agencyId, day) =>
      contact(`2026-10-0${day + 1}`, { agencyId }),
    );
    expect(historyOf(OWN, contacts).agenciesIn365Days).toBe(3);
  });

  it('calls a child referred again by the calendar, for a statutory decision alone', () => {
    const statutory = { statutory: true, helped: true };
    expect(historyOf(OWN, [contact('2025-11-21', statutory)]).referredIn12Months).toBe(true);
    expect(historyOf(OWN, [contact('2025-11-20', statutory)]).referredIn12Months).toBe(false);
    expect(historyOf(OWN, [contact('2026-10-01', { helped: true })]).referredIn12Months).toBe(false);
    expect(historyOf(OWN, [contact('2026-10-01', { ...statutory, tie: 'sibling' })]).referredIn12Months).toBe(false);
  });
});
