import type { ReferralDocument } from '#domain';

/** A referral that a careful teacher would send. Everybody in it is invented. */
export function aReferral(changes: Partial<ReferralDocument> = {}): ReferralDocument {
  return {
    schemaVersion: '1',
    safety: { immediateDanger: 'no', needsMedicalAttention: 'no' },
    referrer: { capacity: 'professional', name: 'Tess Example', role: 'Teacher', phone: '01632 960010', source: '2A' },
    children: [
      {
        ref: 'c1',
        givenName: 'Robin',
        familyName: 'Example',
        dateOfBirth: '2017-05-04',
        address: { lines: ['1 Mill Lane'], postcode: 'LK1 1AA' },
        mobility: 'mobile',
        seenBySender: 'yes',
        voice: { said: 'I would like help with the mornings.' },
      },
    ],
    household: { people: [{ name: 'Pat Example', relationship: 'mother', livesInHousehold: 'yes' }] },
    worries: { summary: 'Often late and tired since the autumn.', firstHand: 'yes', injury: 'no' },
    strengths: 'Mum talks to us and wants help.',
    whatNeedsToHappen: { referrer: 'Support for the family.' },
    indicators: [{ id: 'B03', answer: 'present', evidence: 'Mum asked for parenting advice.' }],
    agreement: { told: ['parent_a'], given: 'yes' },
    ...changes,
  };
}

/** A referral with a red line: a child says an adult hits them with an object. */
export function aRedReferral(changes: Partial<ReferralDocument> = {}): ReferralDocument {
  return aReferral({
    worries: { summary: 'Says he was hit with a belt.', firstHand: 'yes', injury: 'yes' },
    indicators: [{ id: 'B17', answer: 'present' }],
    ...changes,
  });
}
