import { describe, expect, it } from '@jest/globals';
import type { SenderExplanation } from '#decisions';
import type { Promised, SentCase } from '#intake';
import { WORDS } from '../words/words.ts';
import type { SentRecord } from './sent-record.ts';
import { sentStatus } from './sent-status.presenter.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const DUE = new Date('2026-11-23T23:59:00Z');
const DONE = new Date('2026-11-23T15:00:00Z');
const LATE = new Date('2026-11-24T09:00:00Z');
const FRAME = { words: WORDS.en, language: 'en', now: NOW } as const;
const CASE: SentCase = { reference: 'FD-2345-6789-1', childIndex: 0, status: 'being_considered', pathway: null };
const LINES = [
  { title: 'Worry', because: 'You saw it.', result: 'true' },
  { title: 'Injury', because: 'Nobody knows.', result: 'unknown' },
];
const DECIDED: SentCase = { ...CASE, status: 'decided', pathway: 'early_help' };

function promise(what: Promised['what'], doneAt: Date | null, isLate: boolean): Promised {
  return { caseReference: CASE.reference, what, by: DUE, doneAt, isLate };
}

function record(found: SentCase, promises: readonly Promised[], changes: Partial<SentRecord> = {}): SentRecord {
  const document = { children: [{ ref: 'c1', givenName: 'Robin' }], senderReference: 'S-1' };
  const questions = ['/worries/injury', '/children/0/address', '/children/0/ref'].map((pointer) => ({ pointer }));
  const receipt = { questions };
  const referral = { reference: 'FD-2345-6789', receivedAt: DONE, document, receipt };
  const followed = { referral, cases: [found], withheld: null, promises };
  return { followed, told: [], attachments: [], challenges: [], ...changes } as unknown as SentRecord;
}

function childOf(found: SentCase, promises: readonly Promised[], changes: Partial<SentRecord> = {}) {
  const [child] = sentStatus(record(found, promises, changes), FRAME).children;
  if (child === undefined) throw new Error('There is a child.');
  return child;
}

describe('what a sender is told of a referral', () => {
  it('says by when it is decided, and when that is late, that it is', () => {
    expect(childOf(CASE, [promise('decision', null, false)]).promises).toEqual([
      { isLate: false, text: 'We decide what happens next by Mon 23 November 2026, 23:59 GMT.' },
    ]);
    expect(childOf(CASE, [promise('decision', null, true)]).promises).toEqual([
      {
        isLate: true,
        text: 'We should have decided by Mon 23 November 2026, 23:59 GMT, and have not. We are sorry. You can call us and ask why.',
      },
    ]);
  });

  it('owns up to what was done late', () => {
    const promises = [promise('decision', LATE, true), promise('answer', null, true)];

    expect(childOf(DECIDED, promises).promises.map(({ text }) => text)).toEqual([
      'We decided on Tue 24 November 2026, 09:00 GMT. That was late: we had promised Mon 23 November 2026, 23:59 GMT.',
      'We should have written to you by Mon 23 November 2026, 23:59 GMT, and have not. We are sorry. What we decided stands below.',
    ]);
  });

  it('tells of no answer to come while a decision is open again', () => {
    expect(childOf(CASE, [promise('answer', DONE, false)]).promises).toEqual([]);
  });

  it.each([
    [{ ...CASE, status: 'received' } as const, [], ['Now', 'To come', 'To come', 'To come']],
    [CASE, [], ['Done', 'Now', 'To come', 'To come']],
    [DECIDED, [promise('answer', null, false)], ['Done', 'Done', 'Done', 'Now']],
    [DECIDED, [promise('answer', DONE, false)], ['Done', 'Done', 'Done', 'Done']],
  ])('shows the way of %j', (found, promises, states) => {
    expect(childOf(found, promises).stages.map(({ state }) => state)).toEqual(states);
  });

  it('says what was decided and why, in the words for senders, and gives no reason that may not be so', () => {
    const explanation = { summary: ['It is early help.'], lines: LINES };
    const told = [{ caseReference: CASE.reference, explanation }] as unknown as SenderExplanation[];
    const child = childOf(DECIDED, [], { told });

    expect(child.outcome).toBe('The family is offered early help.');
    expect(child.summary).toEqual(['It is early help.']);
    expect(child.reasons).toEqual([{ title: 'Worry', because: 'You saw it.' }]);
  });

  it('offers a challenge for what is decided and not challenged, and more to tell for what is not', () => {
    const open = { id: 'c1', caseReference: CASE.reference, state: 'open', dueAt: DUE };
    const challenged = record(DECIDED, [], { challenges: [open] as unknown as SentRecord['challenges'] });

    expect(sentStatus(record(CASE, []), FRAME)).toMatchObject({ canChallenge: false, canTellMore: true });
    expect(sentStatus(record(DECIDED, []), FRAME)).toMatchObject({ canChallenge: true, canTellMore: false });
    expect(sentStatus(challenged, FRAME)).toMatchObject({ canChallenge: false, challenges: [{ state: 'Late' }] });
  });

  it('asks what was left open in the words of the pages, and nothing that a sender cannot mend', () => {
    expect(sentStatus(record(CASE, []), FRAME).questions).toEqual([
      'Is there an injury?',
      'Where does the child live?',
    ]);
  });

  it('keeps to itself how a case stands where the agency may not be told', () => {
    const withheld = { ...CASE, status: 'withheld' } as const;
    const child = childOf(withheld, []);

    expect(child).toMatchObject({ stages: [], promises: [], outcome: null });
    expect(child.sentence).toContain('no agreement in force');
  });
});
