import { describe, expect, it } from '@jest/globals';
import type { Static } from 'typebox';
import { DomainError, type Fault, type ReferralDocument } from '#domain';
import type { referralSchema } from './referral.schema.ts';
import { checkReferral } from './referral-validator.ts';

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
type FromSchema = Static<typeof referralSchema>;

const least = {
  schemaVersion: '1',
  referrer: { capacity: 'professional', phone: '01632 960001' },
  children: [{ ref: 'c1', whyUnknown: 'Seen from the street only' }],
  worries: { summary: 'A toddler alone on a balcony.' },
};

function faultsOf(document: unknown): readonly Fault[] {
  try {
    checkReferral(document);
    return [];
  } catch (error: unknown) {
    if (error instanceof DomainError) return error.faults;
    throw error;
  }
}

describe('the referral schema', () => {
  it('says the same as the domain type, in both directions', () => {
    const there = (document: FromSchema): ReferralDocument => document;
    const back = (document: Mutable<ReferralDocument>): FromSchema => document;

    expect([there, back]).toHaveLength(2);
  });

  it('takes a referral with the three needed things and nothing else', () => {
    expect(faultsOf(least)).toEqual([]);
  });

  it('names every fault at once, by place, without repeating a value', () => {
    const faults = faultsOf({
      schemaVersion: '1',
      referrer: { capacity: 'professional' },
      children: [
        { ref: 'c1', nickname: 'Secret Name' },
        { ref: 'c2', givenName: '  ', dateOfBirth: '2015-02-30' },
      ],
      worries: {},
    });

    expect(faults.map((fault) => fault.pointer).sort()).toEqual([
      '/children/0',
      '/children/0/nickname',
      '/children/1/dateOfBirth',
      '/children/1/givenName',
      '/referrer',
      '/worries/summary',
    ]);
    expect(JSON.stringify(faults)).not.toContain('Secret Name');
  });

  it('lets only an anonymous member of the public be unreachable', () => {
    expect(faultsOf({ ...least, referrer: { capacity: 'public', anonymous: true } })).toEqual([]);
    expect(faultsOf({ ...least, referrer: { capacity: 'public', anonymous: false } })).toHaveLength(1);
    expect(faultsOf({ ...least, referrer: { capacity: 'professional', anonymous: true } })).toHaveLength(1);
  });

  it.each([null, 1, 'text', [], {}, [[]]])('refuses %j with faults, not with a crash', (document) => {
    expect(faultsOf(document).length).toBeGreaterThan(0);
  });
});
