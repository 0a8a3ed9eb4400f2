import { mayDo } from '#access-policy';
import type { CasePage } from '#decisions';
import { type Decision, SETTLED_STATES, type SignOffReason } from '#domain';
import { textOf } from '../door/visit.ts';
import { type Input, inputsOf } from '../records/inputs.presenter.ts';
import { commonFields, type Decidable, differFields } from './decide.form.ts';
import { fillingOf, type Typed } from './filling.ts';
import { signPanel, type SignPanel } from './sign.presenter.ts';
import { levelWords, type Telling } from './telling.ts';

/** The form that records a decision, with everything that stands in its way told before. */
interface DecideForm {
  readonly kind: 'decide';
  /** What accepting means, in words; `null` while there is nothing to accept. */
  readonly accept: string | null;
  readonly acceptHint: string;
  readonly signOffReasons: readonly string[];
  /** What was chosen before, when the form comes back. */
  readonly chosen: string;
  readonly choiceFault: string | null;
  readonly differ: readonly Input[];
  readonly common: readonly Input[];
  readonly unread: string | null;
  readonly siblings: string | null;
}

/** Why this person does not decide now. */
interface Told {
  readonly kind: 'told';
  readonly text: string;
}

export type DecidePanel = DecideForm | SignPanel | Told;

export function presentDecide(page: CasePage, filling: Typed, telling: Telling): DecidePanel {
  const { availableActions, decisions, found } = page.detail;
  const waiting = decisions.at(-1)?.decision;
  if (found.state === 'threshold_decision' && waiting !== undefined)
    return waitingPanel(page, waiting, filling, telling);
  const isRegistered = telling.actor.registration !== null;
  if (availableActions.includes('decide') && isRegistered) return decideForm(page, filling, telling);
  return { kind: 'told', text: whyNot(page, telling) };
}

function waitingPanel(page: CasePage, decision: Decision, filling: Typed, telling: Telling): DecidePanel {
  const { cannot } = telling.words.casePage.act;
  if (page.detail.availableActions.includes('sign')) return signPanel(page, decision, filling, telling);
  return { kind: 'told', text: decision.decidedBy === telling.actor.id ? cannot.own : cannot.waits };
}

function whyNot({ detail: { found } }: CasePage, telling: Telling): string {
  const { cannot } = telling.words.casePage.act;
  const { actor } = telling;
  if (SETTLED_STATES.includes(found.state)) return cannot.settled;
  if (mayDo(actor, 'case.decide', found) !== 'allowed') return cannot.role;
  if (actor.registration === null) return cannot.registration;
  if (found.claimedBy !== null && found.claimedBy !== actor.id)
    return cannot.held(found.claimedByName ?? found.claimedBy);
  return cannot.state;
}

/** What the form asks about this case. */
function decidableOf({ detail, outlook }: CasePage, { words }: Telling): Decidable {
  const note = words.casePage.act.decide.signOffNote;
  return {
    hasProposal: outlook.ifAccepted !== null,
    unread: detail.enquiries.unread,
    hintOf: (outcome) => (outlook.byOutcome[outcome].length > 0 ? note : null),
  };
}

function decideForm(page: CasePage, typed: Typed, telling: Telling): DecideForm {
  const { words } = telling;
  const { decide } = words.casePage.act;
  const on = decidableOf(page, telling);
  const filling = fillingOf(typed, words);
  const reasons = page.outlook.ifAccepted ?? [];
  const waiting = siblingsWaiting(page);
  const { unread } = page.detail.enquiries;
  return {
    kind: 'decide',
    accept: acceptWords(page, telling),
    acceptHint: reasons.length > 0 ? decide.needsSignOff : decide.noSignOff,
    signOffReasons: reasonWords(reasons, telling),
    chosen: chosenOf(typed),
    choiceFault: typed.faults['choice'] ?? null,
    differ: inputsOf(differFields(on, telling), filling),
    common: inputsOf(commonFields(on, telling), filling),
    unread: unread === 0 ? null : decide.unread(unread),
    siblings: waiting === 0 ? null : decide.siblings(waiting),
  };
}

function chosenOf({ typed }: Typed): string {
  return textOf(typed, 'choice');
}

function acceptWords({ detail: { found } }: CasePage, telling: Telling): string | null {
  const { proposedLevel, proposedUrgency } = found;
  if (proposedLevel === null || proposedUrgency === null) return null;
  const { accept } = telling.words.casePage.act.decide;
  return accept(levelWords(telling, proposedLevel), telling.words.codes.urgencies[proposedUrgency]);
}

function reasonWords(reasons: readonly SignOffReason[], { words }: Telling): string[] {
  return reasons.map((reason) => words.codes.signOffReasons[reason]);
}

function siblingsWaiting({ known: { family } }: CasePage): number {
  return family.members.filter(({ standing }) => standing?.state === 'waiting').length;
}
