import { describe, expect, it } from '@jest/globals';
import type { CheckedThresholds } from '#triage';
import { WORDS } from '../words/words.ts';
import { readCheck } from './check.form.ts';
import { checkResult } from './check.presenter.ts';

const CHOICES = { areas: ['vale'], indicators: ['A01', 'B17'] };

describe('the answers of a check', () => {
  it('are read as far as they are given, and everything else is not answered', () => {
    const typed = {
      danger: 'no',
      age: 'years',
      years: '7',
      indicators: ['B17', 'X01'],
      area: 'elsewhere',
      abuse: 'yes',
    };

    expect(readCheck(typed, CHOICES, WORDS.en)).toEqual({
      value: {
        ...{ immediateDanger: 'no', needsMedicalAttention: null, age: 7, seen: null, injury: null, disabled: false },
        ...{ domesticAbuse: 'yes', abuseGrade: null, abuseSigns: [], adults: [], missingEpisodes: null },
        ...{ earlyHelp: null, protectionPlan: null, agreement: null, indicators: ['B17'], area: null },
      },
    });
  });

  it('need an age and a count that are numbers', () => {
    expect(readCheck({ age: 'years', years: '7½', missing: 'often' }, CHOICES, WORDS.en)).toEqual({
      faults: { years: WORDS.en.thresholdCheck.faults.years, missing: WORDS.en.thresholdCheck.faults.missing },
    });
    expect(readCheck({ age: 'unborn', years: '' }, CHOICES, WORDS.en)).toMatchObject({ value: { age: 'unborn' } });
  });
});

describe('what the thresholds suggest', () => {
  const CHECKED = {
    proposal: {
      ...{ level: 'early_help', urgency: 'green', redLine: false },
      couldBecome: { level: 'statutory_need', pathway: 'statutory', urgency: 'amber' },
    },
    explanation: {
      lines: [
        { title: 'Debt', because: 'Money is short.', result: 'true' },
        { title: 'Open', because: 'Nobody knows.', result: 'unknown' },
      ],
      openQuestions: [{ factId: 'x', question: 'Is there enough to eat?' }],
      untranslated: ['Debt'],
    },
  } as unknown as CheckedThresholds;

  it('is said in the words of the published document, with what holds and what is open', () => {
    const result = checkResult(CHECKED, 'larkshire', WORDS.en, 'en');

    expect(result.level).toMatch(/early help/i);
    expect(result.could).toMatch(/^Some answers are open\. With them it could become: .*need/i);
    expect(result.reasons).toEqual([{ title: 'Debt', because: 'Money is short.' }]);
    expect(result.questions).toEqual(['Is there enough to eat?']);
  });

  it('is in Welsh for who reads Welsh', () => {
    const result = checkResult(CHECKED, 'larkshire', WORDS.cy, 'cy');

    expect(result.level).toMatch(/help cynnar/i);
    expect(result.isUntranslated).toBe(true);
  });
});
