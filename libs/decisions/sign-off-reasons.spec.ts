import { describe, expect, it } from '@jest/globals';
import { LEVELS, pathwayOf, URGENCIES } from '#domain';
import { signOffReasonsFor, type Standing } from './sign-off-reasons.ts';

const proposedEarlyHelp: Standing = {
  proposedLevel: 'early_help',
  proposedUrgency: 'green',
  urgency: 'green',
  hasPriorContacts: false,
  mustBeReviewed: false,
};

describe('who else must sign', () => {
  it('nobody, when early help is confirmed', () => {
    const outcome = { level: 'early_help', pathway: 'early_help', urgency: 'green' } as const;

    expect(signOffReasonsFor(outcome, proposedEarlyHelp)).toEqual([]);
  });

  it('a second person for every statutory outcome, whatever was proposed', () => {
    for (const proposedLevel of [null, ...LEVELS]) {
      for (const level of ['statutory_need', 'statutory_protection'] as const) {
        const outcome = { level, pathway: 'statutory', urgency: 'red' } as const;

        expect(signOffReasonsFor(outcome, { ...proposedEarlyHelp, proposedLevel })).toContain('statutory_outcome');
      }
    }
  });

  it('a second person for every lowering of level or urgency, and for none that is not', () => {
    for (const [p, proposedLevel] of LEVELS.entries()) {
      for (const [d, level] of LEVELS.entries()) {
        for (const [pu, proposedUrgency] of URGENCIES.entries()) {
          for (const [du, urgency] of URGENCIES.entries()) {
            const standing = {
              proposedLevel,
              proposedUrgency,
              urgency: proposedUrgency,
              hasPriorContacts: false,
              mustBeReviewed: false,
            };
            const reasons = signOffReasonsFor({ level, pathway: pathwayOf(level), urgency }, standing);

            expect(reasons.includes('lower_than_proposed')).toBe(d < p || du < pu);
          }
        }
      }
    }
  });

  it('a second person for no further action on a child with earlier contacts, or against a proposal of help', () => {
    const nothing = { level: null, pathway: 'no_further_action', urgency: 'green' } as const;
    const universal: Standing = { ...proposedEarlyHelp, proposedLevel: 'universal' };

    expect(signOffReasonsFor(nothing, universal)).toEqual([]);
    expect(signOffReasonsFor(nothing, { ...universal, hasPriorContacts: true })).toEqual([
      'no_further_action_with_history',
    ]);
    expect(signOffReasonsFor(nothing, proposedEarlyHelp)).toEqual(['lower_than_proposed']);
  });

  it('a second person when the urgency a person had set is lowered', () => {
    const raised: Standing = { ...proposedEarlyHelp, urgency: 'red' };
    const outcome = { level: 'early_help', pathway: 'early_help', urgency: 'green' } as const;

    expect(signOffReasonsFor(outcome, raised)).toEqual(['lower_than_proposed']);
  });

  it('a second person for every end without help where a rule asks for a review, and for no help', () => {
    const standing: Standing = { ...proposedEarlyHelp, proposedLevel: 'universal', mustBeReviewed: true };
    const nothing = { level: null, pathway: 'no_further_action', urgency: 'green' } as const;
    const universal = { level: 'universal', pathway: 'universal', urgency: 'green' } as const;
    const help = { level: 'early_help', pathway: 'early_help', urgency: 'green' } as const;

    expect(signOffReasonsFor(nothing, standing)).toEqual(['accumulation_without_help']);
    expect(signOffReasonsFor(universal, standing)).toEqual(['accumulation_without_help']);
    expect(signOffReasonsFor(help, standing)).toEqual([]);
  });
});
