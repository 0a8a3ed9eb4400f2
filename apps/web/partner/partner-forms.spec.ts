import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import { readOpening } from './challenge.form.ts';
import { readReply } from './reply.form.ts';

const WORDS_EN = WORDS.en;
const INDICATORS = ['A01', 'B17'];

describe('an agency’s answer to a question', () => {
  it('tells what is known, with the signs that were ticked and that the nation has', () => {
    const fields = { kind: 'known', whatWeKnow: ' We know Robin.\r\nSince May. ', indicators: ['B17', 'Z99'] };

    expect(readReply(fields, INDICATORS, WORDS_EN)).toEqual({
      value: {
        ...{ kind: 'known', whatWeKnow: 'We know Robin.\nSince May.', worries: null, strengths: null },
        ...{ indicators: [{ id: 'B17', answer: 'present' }], declineReason: null },
      },
    });
  });

  it.each([
    [{}, { kind: WORDS_EN.partner.replying.one.faults.kind }],
    [{ kind: 'known' }, { whatWeKnow: WORDS_EN.partner.replying.one.faults.empty }],
    [{ kind: 'declined' }, { reason: WORDS_EN.partner.replying.one.faults.reason }],
    [{ kind: 'known', whatWeKnow: 'x'.repeat(10_001) }, { whatWeKnow: WORDS_EN.partner.replying.one.faults.long }],
  ])('says what %j lacks', (fields, faults) => {
    expect(readReply(fields, INDICATORS, WORDS_EN)).toEqual({ faults });
  });

  it.each([{ whatWeKnow: 'We know them.' }, { worries: 'Yes.' }, { indicators: 'A01' }])(
    'comes back when somebody who knows nothing says %j, so that it is not lost',
    (typed) => {
      const fault = { faults: { kind: WORDS_EN.partner.replying.one.faults.contradiction } };

      expect(readReply({ kind: 'nothing_known', ...typed }, INDICATORS, WORDS_EN)).toEqual(fault);
      expect(readReply({ kind: 'declined', reason: 'other', ...typed }, INDICATORS, WORDS_EN)).toEqual(fault);
    },
  );

  it('declines with a reason and a note', () => {
    expect(readReply({ kind: 'declined', reason: 'other', reasonNote: 'Ask B.' }, INDICATORS, WORDS_EN)).toMatchObject({
      value: { kind: 'declined', declineReason: 'other', whatWeKnow: 'Ask B.' },
    });
  });
});

describe('a challenge as it is typed', () => {
  const TYPED = { grounds: 'delay', text: 'It took a week.' };

  it('is about the only child there is, from the first stage', () => {
    expect(readOpening(TYPED, ['FD-1-1'], WORDS_EN)).toEqual({
      value: { caseReference: 'FD-1-1', ...TYPED, immediateRisk: false, toStage: null },
    });
  });

  it('asks which child, why, and in which words', () => {
    const { child, grounds, empty } = WORDS_EN.partner.challenging.faults;

    expect(readOpening({}, ['FD-1-1', 'FD-1-2'], WORDS_EN)).toEqual({ faults: { child, grounds, text: empty } });
  });

  it('leaves stages out only at immediate risk', () => {
    expect(readOpening({ ...TYPED, stage: '3' }, ['FD-1-1'], WORDS_EN)).toEqual({
      faults: { stage: WORDS_EN.partner.challenging.faults.stage },
    });
    expect(readOpening({ ...TYPED, stage: '3', risk: 'yes' }, ['FD-1-1'], WORDS_EN)).toMatchObject({
      value: { immediateRisk: true, toStage: 3 },
    });
  });
});
