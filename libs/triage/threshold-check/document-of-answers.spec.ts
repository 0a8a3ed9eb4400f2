import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type Case } from '#domain';
import { NO_HISTORY } from '#facts';
import { checkReferral, type StoredReferral } from '#intake';
import { profileOf } from '#nation-packs';
import { compileRuleSet } from '#rules';
import { evaluateCase } from '../evaluate-case.ts';
import { proposeFor } from '../propose-for.ts';
import { ABUSE_SIGNS, ADULT_SIGNS, BABY_AGES, type CheckAnswers, EARLY_HELP_ANSWERS } from './check-answers.ts';
import { documentOfAnswers } from './document-of-answers.ts';

const TODAY = '2026-11-22';
const PROFILE = profileOf('larkshire');
const IN_FORCE = { ruleSet: PROFILE.ruleSet, compiled: compileRuleSet(PROFILE.ruleSet), hash: 'any' };
const INDICATORS = PROFILE.nationPack.indicators.map(({ id }) => id);
const AREAS = PROFILE.authority.areas.map(({ id }) => id);

const answer = fc.constantFrom(null, 'yes', 'no', 'not_known') as fc.Arbitrary<CheckAnswers['seen']>;
const anyAnswers: fc.Arbitrary<CheckAnswers> = fc.record({
  immediateDanger: answer,
  needsMedicalAttention: answer,
  age: fc.oneof(fc.constantFrom(null, ...BABY_AGES), fc.integer({ min: 0, max: 18 })),
  seen: answer,
  injury: answer,
  disabled: fc.boolean(),
  domesticAbuse: answer,
  abuseGrade: fc.constantFrom(null, 'standard', 'medium', 'high'),
  abuseSigns: fc.subarray([...ABUSE_SIGNS]),
  adults: fc.subarray([...ADULT_SIGNS]),
  missingEpisodes: fc.option(fc.integer({ min: 0, max: 30 })),
  earlyHelp: fc.constantFrom(null, ...EARLY_HELP_ANSWERS),
  protectionPlan: answer,
  agreement: fc.constantFrom(null, 'yes', 'no', 'not_asked', 'cannot_be_asked'),
  indicators: fc.subarray(INDICATORS, { maxLength: 4 }),
  area: fc.constantFrom(null, ...AREAS),
});

describe('a check before sending', () => {
  it('says what triage proposes for a referral with the same answers, which any sender could send', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const document = checkReferral(JSON.parse(JSON.stringify(documentOfAnswers(answers, TODAY))));
        const { area } = answers;
        const asked = { document, childIndex: 0, history: NO_HISTORY, learned: [], onDate: TODAY, area };
        const checked = proposeFor({ ...asked, profile: PROFILE, inForce: IN_FORCE });
        const found = {
          id: asId('case'),
          area,
          childIndex: 0,
          inputVersion: 1,
          receivedAt: new Date(`${TODAY}T10:00Z`),
        };
        const run = evaluateCase(
          {
            found: found as unknown as Case,
            referral: { document } as StoredReferral,
            ...{ family: [], history: NO_HISTORY, learned: [], profile: PROFILE, inForce: IN_FORCE },
          },
          new Date(),
        );

        expect(run.proposal).toEqual(checked.proposal);
      }),
      { numRuns: 150 },
    );
  });

  it('asks for what matters: a bruise on a baby who cannot move is child protection', () => {
    const none = { abuseGrade: null, abuseSigns: [], adults: [], missingEpisodes: null, earlyHelp: null, area: null };
    const answers: CheckAnswers = {
      ...{ immediateDanger: 'no', needsMedicalAttention: 'no', age: 'under_6_months', seen: 'yes', injury: 'yes' },
      ...{ disabled: false, domesticAbuse: 'no', protectionPlan: null, agreement: null, indicators: [], ...none },
    };
    const document = documentOfAnswers(answers, TODAY);
    const asked = { document, childIndex: 0, history: NO_HISTORY, learned: [], onDate: TODAY, area: null };

    const { proposal } = proposeFor({ ...asked, profile: PROFILE, inForce: IN_FORCE });

    expect(proposal.level).toBe('statutory_protection');
  });
});
