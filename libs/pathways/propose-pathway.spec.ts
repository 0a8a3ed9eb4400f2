import { describe, expect, it } from '@jest/globals';
import { type CombinedOutcome, LEVELS } from '#domain';
import type { QueueByLevel } from './proposal.ts';
import { proposePathway } from './propose-pathway.ts';

const queues = Object.fromEntries(LEVELS.map((level) => [level, `queue_${level}`])) as QueueByLevel;
const nothing = { redLine: false, routes: [], actions: [], services: [], questions: [] };
const early: CombinedOutcome = { ...nothing, level: 'early_help', urgency: 'green' };
const protection: CombinedOutcome = { ...nothing, level: 'statutory_protection', urgency: 'red', redLine: true };

describe('proposing a pathway', () => {
  it('proposes the definite outcome and its queue', () => {
    const proposal = proposePathway(
      { definite: protection, possible: protection, needsInformation: false, openFacts: [] },
      queues,
    );

    expect(proposal).toMatchObject({
      level: 'statutory_protection',
      pathway: 'statutory',
      urgency: 'red',
      redLine: true,
      queue: 'queue_statutory_protection',
      couldBecome: null,
    });
  });

  it('says what the case could still become while facts are missing', () => {
    const proposal = proposePathway(
      { definite: early, possible: protection, needsInformation: true, openFacts: ['child.nonMobile'] },
      queues,
    );

    expect(proposal).toMatchObject({
      pathway: 'early_help',
      needsInformation: true,
      couldBecome: { level: 'statutory_protection', pathway: 'statutory', urgency: 'red' },
      openFacts: ['child.nonMobile'],
    });
  });
});
