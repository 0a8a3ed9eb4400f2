import type { Challenge } from '#challenges';
import type { SenderExplanation } from '#decisions';
import type { Flag } from '#domain';
import { nameOf } from '#facts';
import type { Promised, SentCase } from '#intake';
import { momentIn } from '../pages/moments.ts';
import type { SentRecord } from './sent-record.ts';
import type { Frame, Tone } from './sent-list.presenter.ts';

interface Stage {
  readonly text: string;
  readonly state: string;
  readonly isNow: boolean;
}

/** A sentence about a promise; late ones are marked. */
interface Said {
  readonly text: string;
  readonly isLate: boolean;
}

/** One child of a referral as its sender sees it. */
interface ChildStatus {
  readonly name: string;
  readonly sentence: string;
  readonly stages: readonly Stage[];
  readonly promises: readonly Said[];
  /** `null` until a person has decided and signed. */
  readonly outcome: string | null;
  readonly summary: readonly string[];
  readonly reasons: readonly { readonly title: string; readonly because: string }[];
  readonly isUntranslated: boolean;
}

interface ListedChallenge {
  readonly href: string;
  readonly text: string;
  readonly state: string;
  readonly tone: Tone;
  readonly dueAt: Date | null;
}

/** A referral as the page of its sender shows it. */
export interface SentStatus {
  readonly reference: string;
  readonly about: string;
  readonly sentAt: Date;
  readonly yours: string | null;
  readonly children: readonly ChildStatus[];
  readonly isWithheld: boolean;
  /** Something is decided that no open challenge is about. */
  readonly canChallenge: boolean;
  /** Something is not decided, so more can be told. */
  readonly canTellMore: boolean;
  readonly questions: readonly string[];
  readonly challenges: readonly ListedChallenge[];
  readonly files: readonly { readonly name: string; readonly addedAt: Date; readonly state: string }[];
}

/** The stage it stands at, counted from 0; once the sender is told, it stands behind the last. */
const STAGE: Readonly<Record<SentCase['status'], number>> = {
  received: 0,
  being_considered: 1,
  decided: 3,
  withheld: 1,
};
const BEHIND_LAST = 4;

export function sentStatus({ followed, told, attachments, challenges }: SentRecord, frame: Frame): SentStatus {
  const { referral, cases, withheld, promises } = followed;
  const { document } = referral;
  const names = document.children.map((child) => nameOf(child) ?? frame.words.partner.list.noName);
  const isDecided = cases.filter(({ status }) => status === 'decided');
  const challenged = new Set(challenges.filter(({ state }) => state === 'open').map((each) => each.caseReference));
  return {
    reference: referral.reference,
    about: names.join(', '),
    sentAt: referral.receivedAt,
    yours: document.senderReference ?? null,
    children: cases.map((found) => {
      const own = promises.filter(({ caseReference }) => caseReference === found.reference);
      const explained = told.find(({ caseReference }) => caseReference === found.reference) ?? null;
      return childStatus(found, { name: names[found.childIndex] ?? '', own, explained }, frame);
    }),
    isWithheld: withheld !== null,
    canChallenge: isDecided.some(({ reference }) => !challenged.has(reference)),
    canTellMore: cases.some(({ status }) => status !== 'decided'),
    questions: openQuestions(referral.receipt.questions, names, frame),
    challenges: challenges.map((each) => listedChallenge(each, frame)),
    files: attachments.map(({ name, receivedAt, state }) => ({
      ...{ name, addedAt: receivedAt },
      state: frame.words.codes.attachmentStates[state],
    })),
  };
}

/** What the sender left open, in the words of the pages; what has none is not for the sender to mend. */
function openQuestions(flags: readonly Flag[], names: readonly string[], { words }: Frame): string[] {
  const { about, ...asked } = words.partner.questions;
  return flags.flatMap(({ pointer }) => {
    const parts = pointer.split('/');
    const key = parts.includes('identifiers') ? 'identifiers' : (parts.at(-1) ?? '');
    const question = Object.hasOwn(asked, key) ? asked[key as keyof typeof asked] : null;
    if (question === null) return [];
    const name = parts[1] === 'children' && names.length > 1 ? names[Number(parts[2])] : undefined;
    return [name === undefined ? question : about(name, question)];
  });
}

interface About {
  readonly name: string;
  readonly own: readonly Promised[];
  readonly explained: SenderExplanation | null;
}

function childStatus({ status, pathway }: SentCase, { name, own, explained }: About, frame: Frame): ChildStatus {
  const { partner } = frame.words;
  const isTold = status === 'decided' && own.some(({ what, doneAt }) => what === 'answer' && doneAt !== null);
  return {
    name,
    sentence: partner.status[status === 'being_considered' ? 'considered' : status],
    stages: status === 'withheld' ? [] : stagesAt(isTold ? BEHIND_LAST : STAGE[status], frame),
    promises: own.filter((each) => counts(each, status)).map((each) => said(each, frame)),
    outcome: pathway === null ? null : partner.status.outcomes[pathway],
    ...reasonsIn(explained),
  };
}

function reasonsIn(explained: SenderExplanation | null): Pick<ChildStatus, 'summary' | 'reasons' | 'isUntranslated'> {
  if (explained === null) return { summary: [], reasons: [], isUntranslated: false };
  const { summary, lines, untranslated = [] } = explained.explanation;
  // What is open is no reason: it might not be so.
  const held = lines.filter(({ result }) => result === 'true');
  const reasons = held.map(({ title, because }) => ({ title, because }));
  return { summary, reasons, isUntranslated: untranslated.length > 0 };
}

/** A case that was decided and comes back has an old promise to tell of it. */
function counts({ what }: Promised, status: SentCase['status']): boolean {
  return what === 'decision' || status === 'decided';
}

function stagesAt(current: number, { words }: Frame): Stage[] {
  const { stages, stageDone, stageNow, stageLater } = words.partner.status;
  return stages.map((text, place) => ({
    text,
    state: place < current ? stageDone : place === current ? stageNow : stageLater,
    isNow: place === current,
  }));
}

function said({ what, by, doneAt, isLate }: Promised, { words, language }: Frame): Said {
  const text = words.partner.status;
  const [due, done] = [momentIn(language, by), doneAt === null ? null : momentIn(language, doneAt)];
  const is = what === 'decision';
  if (done === null) return { isLate, text: openPromise(is, isLate, text)(due) };
  if (isLate) return { isLate, text: (is ? text.decidedLate : text.answeredLate)(done, due) };
  return { isLate, text: (is ? text.decidedInTime : text.answered)(done) };
}

function openPromise(isDecision: boolean, isLate: boolean, text: Frame['words']['partner']['status']) {
  if (isDecision) return isLate ? text.decideLate : text.decideBy;
  return isLate ? text.answerLate : text.answerBy;
}

function listedChallenge(challenge: Challenge, { words, now }: Frame): ListedChallenge {
  const { id, caseReference, state, dueAt } = challenge;
  const { challenging, list } = words.partner;
  const isLate = state === 'open' && dueAt !== null && dueAt < now;
  return {
    href: `/referrals/${caseReference.replace(/-\d+$/, '')}/challenges/${id}`,
    text: list.challenge(caseReference),
    state: isLate ? words.partner.replying.list.late : challenging.states[state],
    tone: isLate ? 'red' : state === 'open' ? 'blue' : 'grey',
    dueAt: state === 'open' ? dueAt : null,
  };
}
