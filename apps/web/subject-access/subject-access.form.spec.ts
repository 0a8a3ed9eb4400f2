import { describe, expect, it } from '@jest/globals';
import { readAnswers } from '../records/read-answers.ts';
import { WORDS } from '../words/words.ts';
import { requestOf, subjectAccessForm } from './subject-access.form.ts';

const words = WORDS.en;
const visit = { words, language: 'en', base: '/cases/1' } as never;

describe('what somebody is to be told of their record', () => {
  it('is asked for with the words to take out and the parts to hold back', () => {
    const typed = {
      ...{ forWhom: 'parent', language: 'cy', redact: ' Nan Bet \r\n---\r\n\r\nBiff', hideReferrer: 'yes' },
      ...{ 'withhold-report': 'crime', 'withhold-child': '', 'withhold-law': 'crime' },
    };
    const { answers, faults } = readAnswers(subjectAccessForm(visit).fields, typed, { words, now: new Date() });

    expect(faults).toEqual({});
    expect(requestOf(answers)).toEqual({
      ...{ forWhom: 'parent', language: 'cy', redact: ['Nan Bet', 'Biff'], hideReferrer: true },
      withhold: [{ section: 'report', exemption: 'crime' }],
      ...{ requestedOn: null, stoppedOn: null, restartedOn: null },
    });
  });
});
