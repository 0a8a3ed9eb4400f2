import { describe, expect, it } from '@jest/globals';
import type { WorklistCase } from '#decisions';
import { type Actor, asId } from '#domain';
import { profileOf } from '#nation-packs';
import { WORDS } from '../words/words.ts';
import { presentRow, type Reader } from './row.presenter.ts';

const ACTOR: Actor = {
  ...{ id: 'social-worker', kind: 'person', name: 'Wren Whitethroat', roles: ['social_worker'], teams: ['screening'] },
  ...{ authorityId: asId('larkshire'), agencyId: null, homePostcode: null, registration: null },
};
const READER: Reader = {
  actor: ACTOR,
  words: WORDS.en,
  language: 'en',
  now: new Date('2026-03-02T13:50:00Z'),
  profile: profileOf('larkshire'),
  mayTake: true,
};
const CASE: WorklistCase = {
  ...{ id: asId('0b8f6c1e-3b1f-4c55-9a53-2f4a1d5b7c90'), authorityId: asId('larkshire'), referralId: asId('r') },
  ...{ agencyId: asId('larkbridge-primary'), reference: 'FD-7KQ2-M9XA-1', childIndex: 0, version: 3, inputVersion: 1 },
  ...{ childName: 'Robin Example', childDateOfBirth: '2018-05-04', area: 'harbour', queue: 'early_help_hub' },
  ...{ state: 'auto_triaged', receivedAt: new Date('2026-03-02T12:00:00Z'), nextDueAt: null, overdue: false },
  ...{ first1001Days: false, urgency: 'amber', proposedLevel: 'statutory_need', proposedUrgency: 'amber' },
  ...{ restricted: false, handoverWaiting: false, needsInformation: false, triageFailure: null },
  ...{ claimedBy: null, claimedByName: null, claimedAt: null, currentRunId: asId('run'), currentDecisionId: null },
  ...{ decidedPathway: null, decidedOn: null, indicators: [] },
};
const row = (change: Partial<WorklistCase> = {}, reader: Partial<Reader> = {}) =>
  presentRow({ ...CASE, ...change }, { ...READER, ...reader });

describe('a row of the worklist', () => {
  it('says who, what about, how urgent in a word, where, and in whose hands', () => {
    expect(row({ indicators: ['A02', 'A04', 'A03'] })).toMatchObject({
      name: 'Robin Example',
      age: '7 years',
      urgency: { word: 'Amber' },
      about: 'Serious illness or injury left without care, and 2 more',
      proposal: 'Proposed: Statutory: child in need',
      team: 'Early help hub',
      area: 'Harbour',
      due: 'No clock runs',
      holder: 'Nobody',
      mayTake: true,
      flags: [],
    });
  });

  it('treats what the rules have not seen as something of its own', () => {
    expect(row({ currentRunId: null, urgency: null, proposedLevel: null, childName: null })).toMatchObject({
      name: 'Child not named',
      urgency: { code: 'not_triaged', word: 'Not rated yet' },
      about: 'The rules have not looked at it yet',
      proposal: null,
    });
  });

  it('names what is special about a case, handed over first', () => {
    const flags = row({
      handoverWaiting: true,
      needsInformation: true,
      restricted: true,
      first1001Days: true,
      triageFailure: 'rules_failed',
      childDateOfBirth: '2025-12-01',
    }).flags;

    expect(flags).toEqual([
      'Handed over by emergency duty',
      'Rules could not finish',
      'Needs information',
      'Under 1',
      'Restricted',
    ]);
    expect(row({ first1001Days: true, childDateOfBirth: '2024-12-01' }).flags).toEqual(['First 1001 days']);
  });

  it.each<[string, WorklistCase['decidedOn'], boolean]>([
    ['nothing is decided', null, false],
    ['it was decided on the same', { level: 'statutory_need', urgency: 'amber' }, false],
    ['the level is higher now', { level: 'early_help', urgency: 'amber' }, true],
    ['it is more urgent now', { level: 'statutory_need', urgency: 'green' }, true],
    ['it was decided before there was a proposal', { level: null, urgency: null }, false],
  ])('says that a case was raised since the decision, or not: %s', (_, decidedOn, isRaised) => {
    expect(row({ decidedOn }).flags).toEqual(isRaised ? ['Raised since decided'] : []);
  });

  it('offers a case to be taken only by those who may, while nobody has it', () => {
    const held = { claimedBy: 'social-worker', claimedByName: 'Wren', claimedAt: new Date('2026-03-01T09:05:00Z') };

    expect(row(held)).toMatchObject({
      holder: 'You',
      isMine: true,
      mayTake: false,
      heldSince: 'since yesterday 09:05',
    });
    expect(row({ ...held, claimedBy: 'screener', claimedByName: 'Sam Sparrow' }).holder).toBe('Sam Sparrow');
    expect(row({}, { mayTake: false }).mayTake).toBe(false);
  });

  it('speaks Welsh', () => {
    const reader = { words: WORDS.cy, language: 'cy' } as const;
    expect(row({ indicators: ['A04'] }, reader)).toMatchObject({ age: '7 oed', urgency: { word: 'Oren' } });
    expect(row({ indicators: ['A04'] }, reader).about).not.toContain('Serious');
  });
});
