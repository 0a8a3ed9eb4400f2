import { type DomainError, ERROR_CATALOGUE, type ErrorCode } from '#domain';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

export type CaseForm = 'decide' | 'sign' | 'move' | 'information' | 'askSender' | 'hold';

/** What a refused change says on the page that it came from. */
export interface Refusal {
  readonly status: number;
  readonly faults: Faults;
  /** Somebody, or the rules, changed the case meanwhile: the page says what. */
  readonly isChanged: boolean;
}

/** `null` for what the page can do nothing about. */
export function refusalOf(error: DomainError, form: CaseForm, words: Words): Refusal | null {
  const { status } = ERROR_CATALOGUE[error.code];
  if (form === 'askSender') return refusedQuestion(error, words);
  if (error.code === 'record_changed') return { status, faults: {}, isChanged: true };
  if (error.code === 'action_not_available') return { status, faults: notOpen(form, words), isChanged: true };
  const faults = FAULTS[form](error, words);
  return faults === null ? null : { status, faults, isChanged: false };
}

/** What keeps the sender from being asked is no change of the case. */
function refusedQuestion({ code }: DomainError, { casePage }: Words): Refusal | null {
  const { askSender } = casePage.act;
  const { status } = ERROR_CATALOGUE[code];
  if (code === 'no_lawful_basis') return { status, faults: { senderQuestion: askSender.noBasis }, isChanged: false };
  if (code !== 'action_not_available' && code !== 'validation_failed') return null;
  return { status, faults: { senderQuestion: askSender.refused }, isChanged: false };
}

function notOpen(form: CaseForm, { casePage }: Words): Faults {
  return form === 'move' ? { move: casePage.act.steps.changed } : {};
}

type FaultsOf = (error: DomainError, words: Words) => Faults | null;

const FAULTS: Readonly<Record<Exclude<CaseForm, 'askSender'>, FaultsOf>> = {
  decide: (error, words) => standingInTheWay(error.code, 'choice', words) ?? unfitDecision(error, words),
  sign: ({ code }, words) => standingInTheWay(code, 'sign', words),
  move: () => null,
  hold: () => null,
  information: ({ code, faults }, { casePage }) => {
    if (code !== 'validation_failed') return null;
    const { add } = casePage.act;
    return Object.fromEntries(
      faults.map(({ pointer }) =>
        pointer === '/learnedOn' ? ['learnedOn-day', add.badDay] : [`fact.${pointer.split('/')[2] ?? ''}`, add.refused],
      ),
    );
  },
};

/** What must be done before a decision takes effect. */
function standingInTheWay(code: ErrorCode, at: string, { casePage }: Words): Faults | null {
  const { decide } = casePage.act;
  if (code === 'replies_unread') return { unreadReason: decide.missingUnread };
  if (code === 'siblings_not_considered') return { [at]: decide.siblingsFirst };
  return code === 'raised_since_decided' ? { [at]: decide.raised } : null;
}

function unfitDecision({ code, faults }: DomainError, { casePage }: Words): Faults | null {
  const isSame = code === 'validation_failed' && faults.some(({ pointer }) => pointer === '/kind');
  return isSame ? { outcome: casePage.act.decide.sameAsProposed } : null;
}
