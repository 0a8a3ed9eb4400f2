import { describe, expect, it } from '@jest/globals';
import type { ChildInReferral, ReferralDocument } from '#domain';
import { buildFacts } from './build-facts.ts';
import { NO_HISTORY } from './case-history.ts';

const onDate = '2026-11-21';

function facts(child: Partial<ChildInReferral>, more: Partial<ReferralDocument> = {}): Record<string, unknown> {
  const referral: ReferralDocument = {
    schemaVersion: '1',
    referrer: { capacity: 'professional', name: 'Ada Example', phone: '01632 960001' },
    children: [{ ref: 'c1', givenName: 'Robin', ...child }],
    worries: { summary: 'Worried.' },
    ...more,
  };
  const built = buildFacts({ referral, childIndex: 0, history: NO_HISTORY, onDate, phrases: ['tied up'] });
  return Object.fromEntries(Object.entries(built).map(([id, fact]) => [id, fact.known ? fact.value : fact.reason]));
}

describe('facts of a child', () => {
  it('counts age in days and years on the day of receipt', () => {
    expect(facts({ dateOfBirth: '2024-11-21' })).toMatchObject({ 'child.ageDays': 730, 'child.ageYears': 2 });
  });

  it('ends the first 1001 days on the second birthday', () => {
    expect(facts({ dateOfBirth: '2024-11-22' })['child.first1001Days']).toBe(true);
    expect(facts({ dateOfBirth: '2024-11-21' })['child.first1001Days']).toBe(false);
  });

  it('puts an unborn child in the first 1001 days with a negative age', () => {
    expect(facts({ expectedDeliveryDate: '2027-02-01', sex: 'U' })).toMatchObject({
      'child.unborn': true,
      'child.ageDays': -72,
      'child.ageYears': -1,
      'child.first1001Days': true,
    });
  });

  it('leaves the age out, not zero, when no date is given', () => {
    expect(facts({})).not.toHaveProperty(['child.ageDays']);
  });

  it('keeps a baby of unknown mobility unknown, and knows it of a newborn and of a schoolchild', () => {
    expect(facts({ dateOfBirth: '2026-03-01' })['child.nonMobile']).toBe('not_reported');
    expect(facts({ dateOfBirth: '2026-10-01' })['child.nonMobile']).toBe(true);
    expect(facts({ dateOfBirth: '2018-10-01' })['child.nonMobile']).toBe(false);
    expect(facts({ dateOfBirth: '2018-10-01', disabilities: ['MOB'] })['child.nonMobile']).toBe('not_reported');
  });

  it('takes a described injury as an injury', () => {
    const worries = { summary: 'Worried.', injuryDescription: 'A mark on the arm.' };

    expect(facts({}, { worries })['child.injuryReported']).toBe(true);
  });
});

describe('facts of a referral', () => {
  it('tells an indicator that was not asked from one that nobody named', () => {
    const built = facts({}, { indicators: [{ id: 'B16', answer: 'not_asked' }] });

    expect(built['indicator.B16']).toBe('not_asked');
    expect(built).not.toHaveProperty(['indicator.B17']);
  });

  it('keeps an indicator about a sibling off this child', () => {
    const built = facts({}, { indicators: [{ id: 'B16', answer: 'present', children: ['c2'] }] });

    expect(built).not.toHaveProperty(['indicator.B16']);
  });

  it('lets the worse of two answers about one indicator stand', () => {
    const indicators = [
      { id: 'B16', answer: 'present' },
      { id: 'B16', answer: 'absent' },
    ] as const;

    expect(facts({}, { indicators })['indicator.B16']).toBe(true);
  });

  it('takes the higher count of what is told and what is held', () => {
    expect(facts({}, { history: { contactsIn12Months: 3 } })['history.contactsIn365Days']).toBe(3);
  });

  it('keeps "not known" on the safety gate unknown', () => {
    expect(facts({}, { safety: { immediateDanger: 'not_known' } })['safety.immediateDanger']).toBe('not_known');
  });

  it('tells an answered safety gate from one that nobody answered', () => {
    expect(facts({}, { safety: { immediateDanger: 'no' } })['safety.gateAnswered']).toBe(true);
    expect(facts({}, { safety: { immediateDanger: 'not_known' } })['safety.gateAnswered']).toBe(false);
    expect(facts({})['safety.gateAnswered']).toBe(false);
  });

  it('finds a phrase whatever its case and punctuation, and not inside another word', () => {
    expect(facts({}, { worries: { summary: 'He was TIED-UP, she said.' } })['worries.phraseHit']).toBe(true);
    expect(facts({}, { worries: { summary: 'The dog was untied upstairs.' } })['worries.phraseHit']).toBe(false);
  });
});
