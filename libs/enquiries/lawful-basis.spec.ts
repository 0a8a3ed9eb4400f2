import { describe, expect, it } from '@jest/globals';
import { LEVELS } from '#domain';
import { type BasisOnRecord, basisOf, needsManager, type OverrideStanding } from './lawful-basis.ts';

const NOTHING: BasisOnRecord = { inReferral: null, recorded: [], overrides: [] };
const SIGNED: OverrideStanding = { id: 'signed', needsSignature: true, outcome: 'signed' };
const WAITING: OverrideStanding = { id: 'waiting', needsSignature: true, outcome: null };
const REFUSED: OverrideStanding = { id: 'refused', needsSignature: true, outcome: 'refused' };
const ALONE: OverrideStanding = { id: 'alone', needsSignature: false, outcome: null };

describe('the lawful basis of an enquiry', () => {
  it.each([null, 'no', 'not_asked', 'cannot_be_asked'] as const)('is missing where the referral says %s', (said) => {
    expect(basisOf({ ...NOTHING, inReferral: said })).toBeNull();
  });

  it('is the family’s agreement where the referral says yes', () => {
    expect(basisOf({ ...NOTHING, inReferral: 'yes' })).toEqual({ kind: 'agreement' });
  });

  it('follows the family’s last word', () => {
    expect(basisOf({ ...NOTHING, inReferral: 'no', recorded: ['yes'] })).toEqual({ kind: 'agreement' });
    expect(basisOf({ ...NOTHING, inReferral: 'yes', recorded: ['withdrawn'] })).toBeNull();
    expect(basisOf({ ...NOTHING, inReferral: 'yes', recorded: ['no', 'yes', 'no'] })).toBeNull();
  });

  it('is an override once it is signed, and not while it waits or after it was refused', () => {
    expect(basisOf({ ...NOTHING, overrides: [WAITING] })).toBeNull();
    expect(basisOf({ ...NOTHING, overrides: [REFUSED] })).toBeNull();
    expect(basisOf({ ...NOTHING, overrides: [SIGNED, WAITING] })).toEqual({ kind: 'override', overrideId: 'signed' });
    expect(basisOf({ ...NOTHING, overrides: [ALONE] })).toEqual({ kind: 'override', overrideId: 'alone' });
  });

  it('is agreement before override where both are there', () => {
    expect(basisOf({ inReferral: 'no', recorded: ['yes'], overrides: [SIGNED] })).toEqual({ kind: 'agreement' });
  });

  it('asks a manager for a second signature everywhere below statutory protection', () => {
    expect(LEVELS.filter((level) => !needsManager(level))).toEqual(['statutory_protection']);
    expect(needsManager(null)).toBe(true);
  });
});
