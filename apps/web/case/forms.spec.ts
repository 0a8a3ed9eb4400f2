import { describe, expect, it } from '@jest/globals';
import { aTelling } from '../../../test/support/case-page.ts';
import { readMove } from './steps.presenter.ts';
import { readSignature } from './sign.presenter.ts';
import { type CaseForm, refusalOf } from './refusals.ts';
import { DomainError, type ErrorCode } from '#domain';
import { readDecision } from './decide.form.ts';
import { readInformation } from './information.form.ts';

const telling = aTelling();
const words = telling.words.casePage.act.decide;
const ACCEPT = { proposed: 'yes', choice: 'accept', reason: 'I agree.\r\nThe school does too.' };
const DIFFER = {
  ...{ proposed: 'yes', choice: 'differ', reason: 'Settled.' },
  ...{ outcome: 'early_help', urgency: 'green', differs: 'We know more.' },
};

describe('the form that decides', () => {
  it('takes the proposal with one reason, and nothing else', () => {
    expect(readDecision(ACCEPT, telling)).toEqual({
      decision: {
        choice: { kind: 'confirm', rationale: 'I agree.\nThe school does too.', legalBasis: null },
        unreadReason: null,
      },
    });
  });

  it('asks whoever differs for outcome, urgency and why', () => {
    expect(readDecision(DIFFER, telling)).toEqual({
      decision: {
        choice: {
          ...{ kind: 'differ', rationale: 'Settled.', legalBasis: null },
          ...{ outcome: 'early_help', urgency: 'green', overrideReason: 'We know more.' },
        },
        unreadReason: null,
      },
    });
    expect(readDecision({ proposed: 'yes', choice: 'differ' }, telling)).toEqual({
      faults: {
        outcome: words.missingOutcome,
        urgency: words.missingUrgency,
        differs: words.missingDiffers,
        reason: words.missingReason,
      },
    });
  });

  it('never takes silence for a yes', () => {
    expect(readDecision({ proposed: 'yes' }, telling)).toEqual({
      faults: { choice: words.missingChoice, reason: words.missingReason },
    });
  });

  it('keeps no outcome that was filled in before somebody turned to the proposal after all', () => {
    expect(readDecision({ ...DIFFER, choice: 'accept' }, telling)).toMatchObject({
      decision: { choice: { kind: 'confirm' } },
    });
  });

  it('takes the reasons for why, where nothing was proposed', () => {
    const { proposed: _, choice: __, differs: ___, ...fields } = DIFFER;
    expect(readDecision(fields, telling)).toMatchObject({
      decision: { choice: { kind: 'differ', overrideReason: 'Settled.' } },
    });
  });

  it('refuses codes that it did not offer', () => {
    expect(readDecision({ ...DIFFER, outcome: 'nothing', urgency: 'purple' }, telling)).toEqual({
      faults: { outcome: words.missingOutcome, urgency: words.missingUrgency },
    });
    expect(readDecision({ ...ACCEPT, basis: 'My own law' }, telling)).toMatchObject({
      decision: { choice: { legalBasis: null } },
    });
  });
});

const { add } = telling.words.casePage.act;

describe('the form that adds what was learned', () => {
  it('takes a note, from whom, and today where no day is given', () => {
    expect(readInformation({ note: 'Seen at school.', source: 'referrer' }, telling)).toEqual({
      information: { facts: {}, note: 'Seen at school.', source: 'referrer', learnedOn: '2026-11-23' },
    });
  });

  it('takes answers to open questions, by their kind, and leaves alone what is still not known', () => {
    const typed = {
      ...{ source: 'visit', 'learnedOn-day': '20', 'learnedOn-month': '11', 'learnedOn-year': '2026' },
      ...{ 'fact.child.injuryReported': 'no', 'fact.missing.episodesIn90Days': '3', 'fact.indicator.B17': '' },
    };
    expect(readInformation(typed, telling)).toEqual({
      information: {
        ...{ facts: { 'child.injuryReported': false, 'missing.episodesIn90Days': 3 }, note: null },
        ...{ source: 'visit', learnedOn: '2026-11-20' },
      },
    });
  });

  it('says everything that is wrong at once', () => {
    const typed = {
      ...{ 'learnedOn-day': '24', 'learnedOn-month': '11', 'learnedOn-year': '2026' },
      'fact.missing.episodesIn90Days': 'many',
    };
    expect(readInformation(typed, telling)).toMatchObject({
      faults: {
        source: add.missingSource,
        'learnedOn-day': expect.any(String),
        'fact.missing.episodesIn90Days': expect.stringContaining('whole number'),
      },
    });
    expect(readInformation({ source: 'visit' }, telling)).toEqual({ faults: { note: add.nothing } });
  });

  it('knows no facts but those of the rules', () => {
    const typed = { note: 'x', source: 'visit', 'fact.made.up': 'yes' };
    expect(readInformation(typed, telling)).toMatchObject({ information: { facts: {} } });
  });
});

describe('the form that moves a case on', () => {
  const { steps } = telling.words.casePage.act;

  it('needs a step and a reason', () => {
    expect(readMove({ move: 'escalate', moveReason: 'Too much for me.' }, telling)).toEqual({
      step: { move: 'escalate', reason: 'Too much for me.' },
    });
    expect(readMove({ move: 'claim' }, telling)).toEqual({
      faults: { move: steps.missingMove, moveReason: steps.missingReason },
    });
  });
});

describe('the form of the second person', () => {
  const { sign } = telling.words.casePage.act;

  it('signs by its button alone', () => {
    expect(readSignature({ signature: 'signed' }, telling)).toEqual({
      signature: { outcome: 'signed', reason: null, unreadReason: null },
    });
  });

  it('sends back with a reason, and takes nothing else for a signature', () => {
    expect(readSignature({ signature: 'returned' }, telling)).toEqual({ faults: { returnReason: sign.missingReason } });
    expect(readSignature({ returnReason: 'Read the replies.' }, telling)).toEqual({
      signature: { outcome: 'returned', reason: 'Read the replies.', unreadReason: null },
    });
  });
});

describe('a refusal', () => {
  const { decide, steps } = telling.words.casePage.act;
  const refused = (code: ErrorCode, form: CaseForm, pointer = '') =>
    refusalOf(new DomainError(code, 'No.', [{ pointer, message: 'No.' }]), form, telling.words);

  it.each<[ErrorCode, CaseForm, string, object]>([
    ['record_changed', 'hold', '', { status: 412, faults: {}, isChanged: true }],
    ['action_not_available', 'move', '', { status: 409, faults: { move: steps.changed }, isChanged: true }],
    ['replies_unread', 'decide', '', { status: 409, faults: { unreadReason: decide.missingUnread }, isChanged: false }],
    ['siblings_not_considered', 'sign', '', { status: 409, faults: { sign: decide.siblingsFirst }, isChanged: false }],
    ['validation_failed', 'decide', '/kind', { faults: { outcome: decide.sameAsProposed } }],
    [
      'validation_failed',
      'information',
      '/facts/indicator.B17',
      { faults: { 'fact.indicator.B17': expect.any(String) } },
    ],
  ])('%s of the form %s shows where something can be done about it', (code, form, pointer, shown) => {
    expect(refused(code, form, pointer)).toMatchObject(shown);
  });

  it('that the page can do nothing about is left to the pages of errors', () => {
    expect(refused('not_allowed', 'sign')).toBeNull();
    expect(refused('unavailable', 'decide')).toBeNull();
  });
});
