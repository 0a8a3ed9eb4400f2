import { describe, expect, it } from '@jest/globals';
import type { ReferralDocument } from './referral-document.ts';
import { reviewReferral } from './review-referral.ts';

const bare: ReferralDocument = {
  schemaVersion: '1',
  referrer: { capacity: 'professional', phone: '01632 960001' },
  children: [{ ref: 'c1', givenName: 'Robin' }],
  worries: { summary: 'Worried.' },
};

function places(referral: ReferralDocument, code: string): string[] {
  return reviewReferral(referral, '2026-11-21')
    .filter((flag) => flag.code === code)
    .map((flag) => flag.pointer);
}

describe('reviewing a referral', () => {
  it('turns everything missing into a question', () => {
    expect(places(bare, 'question')).toEqual([
      '/safety/immediateDanger',
      '/worries/injury',
      '/worries/firstHand',
      '/agreement/given',
      '/household/people',
      '/strengths',
      '/whatNeedsToHappen',
      '/children/0/dateOfBirth',
      '/children/0/address',
      '/children/0/voice',
      '/children/0/seenBySender',
    ]);
  });

  it('flags a birth date in the future, both dates at once, and a professional who asks to be anonymous', () => {
    const referral: ReferralDocument = {
      ...bare,
      referrer: { capacity: 'professional', anonymous: true, phone: '01632 960001' },
      children: [
        { ref: 'c1', givenName: 'Robin', dateOfBirth: '2027-01-01' },
        { ref: 'c1', givenName: 'Wren', dateOfBirth: '2026-01-01', expectedDeliveryDate: '2026-01-01' },
      ],
      indicators: [{ id: 'A01', answer: 'present', children: ['c9'] }],
    };

    expect(places(referral, 'contradiction')).toEqual([
      '/referrer/anonymous',
      '/children/1/ref',
      '/indicators/0/children',
      '/children/0/dateOfBirth',
      '/children/1/expectedDeliveryDate',
    ]);
  });
});
