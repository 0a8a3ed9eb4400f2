import type { CasePage } from '#decisions';
import type { Decision } from '#domain';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Field } from '../records/field.ts';
import { type Input, inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import { fillingOf, type Typed } from './filling.ts';
import { outcomeWords, type Row, rowsOf, type Telling } from './telling.ts';

const LONGEST_REASON = 4_000;

/** What stands in the way of a signature, with where to do something about it. */
interface Obstacle {
  readonly text: string;
  readonly href: string | null;
}

/** The second person's form. */
export interface SignPanel {
  readonly kind: 'sign';
  readonly decided: string;
  /** What the first person gave as reasons, and what the rules had proposed. */
  readonly said: readonly Row[];
  readonly because: readonly string[];
  readonly obstacles: readonly Obstacle[];
  /** Whether a signature would be refused whatever reason is given. */
  readonly isBarred: boolean;
  readonly inputs: readonly Input[];
}

export function signPanel(page: CasePage, decision: Decision, typed: Typed, telling: Telling): SignPanel {
  const { words } = telling;
  const { sign } = words.casePage.act;
  const { signOffObstacles, found } = page.detail;
  const unread = unreadOf(page);
  return {
    kind: 'sign',
    decided: sign.decided(
      decision.decidedByName,
      outcomeWords(telling, decision.level),
      words.codes.urgencies[decision.urgency],
    ),
    said: saidBy(decision, telling),
    because: decision.signOffReasons.map((reason) => words.codes.signOffReasons[reason]),
    obstacles: signOffObstacles.map((obstacle) => obstacleWords(obstacle, found.id, telling)),
    isBarred: signOffObstacles.some(({ code }) => code !== 'replies_unread'),
    inputs: inputsOf(signFields(unread, telling), fillingOf(typed, words)),
  };
}

function saidBy(decision: Decision, telling: Telling): Row[] {
  const { casePage, codes } = telling.words;
  const { course, changed } = { ...casePage, ...casePage.act };
  const { proposedLevel, proposedUrgency } = decision;
  const hadProposal = proposedLevel !== null && proposedUrgency !== null;
  return rowsOf([
    [
      changed.proposal,
      hadProposal ? `${outcomeWords(telling, proposedLevel)}, ${codes.urgencies[proposedUrgency]}` : null,
    ],
    [course.reasons, decision.rationale],
    [course.whyDiffers, decision.overrideReason],
    [course.basis, decision.legalBasis],
  ]);
}

function obstacleWords(
  { code, count }: CasePage['detail']['signOffObstacles'][number],
  caseId: string,
  { words }: Telling,
): Obstacle {
  const { decide, sign } = words.casePage.act;
  switch (code) {
    case 'siblings_not_considered':
      return { text: decide.siblings(count), href: `/cases/${caseId}/family` };
    case 'replies_unread':
      return { text: decide.unread(count), href: `/cases/${caseId}/enquiries` };
    case 'raised_since_decided':
      return { text: sign.raised, href: null };
  }
}

/** The reason of a return is asked for by whoever returns, and not before. */
function signFields(unread: number, { words }: Telling): Field[] {
  const { decide, sign } = words.casePage.act;
  return [
    ...(unread === 0
      ? []
      : [{ kind: 'prose', name: 'unreadReason', label: decide.unreadReason, longest: LONGEST_REASON } as const]),
    { kind: 'prose', name: 'returnReason', label: sign.returnReason, hint: sign.returnHint, longest: LONGEST_REASON },
  ];
}

function unreadOf({ detail }: CasePage): number {
  return detail.signOffObstacles.find(({ code }) => code === 'replies_unread')?.count ?? 0;
}

export type ReadSignature =
  | {
      readonly signature: {
        readonly outcome: 'signed' | 'returned';
        readonly reason: string | null;
        readonly unreadReason: string | null;
      };
    }
  | { readonly faults: Faults };

export function readSignature(typed: FormFields, telling: Telling): ReadSignature {
  const { answers, faults } = readAnswers(signFields(1, telling), typed, telling);
  if (Object.keys(faults).length > 0) return { faults };
  const outcome = textOf(typed, 'signature') === 'signed' ? 'signed' : 'returned';
  const reason = answers.textOrNull('returnReason');
  if (outcome === 'returned' && reason === null) {
    return { faults: { returnReason: telling.words.casePage.act.sign.missingReason } };
  }
  return { signature: { outcome, reason, unreadReason: answers.textOrNull('unreadReason') } };
}
