import type { Answer, Case, ReferralDocument } from '#domain';
import type { Words } from '../words/words.ts';
import { day, moment, type Row, rowsOf, type Telling } from './telling.ts';

/** What the sender reported about one child of the referral, danger first. */
export interface Reported {
  readonly danger: Danger;
  readonly worries: { readonly summary: string; readonly rows: readonly Row[] };
  readonly voice: { readonly rows: readonly Row[]; readonly nothing: string | null };
  readonly abuse: readonly Row[];
  readonly strengths: string | null;
  readonly wanted: readonly Row[];
  readonly agreement: readonly Row[];
}

interface Danger {
  /** Somebody said that there is immediate danger. */
  readonly isNow: boolean;
  readonly text: string;
  readonly rows: readonly Row[];
  /** Those that ask somebody to act, or to take care, before anything else. */
  readonly grave: readonly Row[];
}

export function presentReported(found: Case, document: ReferralDocument, telling: Telling): Reported {
  const { words } = telling;
  return {
    danger: dangerOf(document, telling),
    worries: { summary: document.worries.summary, rows: worriesOf(found, document, telling) },
    voice: voiceOf(found, document, words),
    abuse: abuseOf(document, words),
    strengths: document.strengths ?? null,
    wanted: wantedOf(document, words),
    agreement: agreementOf(document, words),
  };
}

export function answerWords(answer: Answer | undefined, { codes }: Words): string | null {
  return answer === undefined ? null : codes.answers[answer];
}

/** Unknown is not no: where nobody said, the page says that nobody said. */
function dangerOf({ safety, household }: ReferralDocument, telling: Telling): Danger {
  const { words } = telling;
  const { reported, glance } = words.casePage;
  const danger = safety?.immediateDanger;
  const event = safety?.timeCriticalEvent;
  const eventWords = event === undefined ? null : `${moment(telling, new Date(event.at))} ${event.what ?? ''}`.trim();
  const medical = safety?.needsMedicalAttention;
  const medicalRow = rowsOf([[reported.medical, answerWords(medical, words)]]);
  const others = rowsOf([
    [reported.timeCritical, eventWords],
    [reported.visitSafety, household?.visitSafety],
  ]);
  return {
    isNow: danger === 'yes',
    text: danger === 'yes' ? glance.danger : danger === 'no' ? glance.noDanger : glance.dangerUnknown,
    rows: [...medicalRow, ...others],
    grave: [...(medical === 'yes' ? medicalRow : []), ...others],
  };
}

function worriesOf(
  { childIndex }: Case,
  { worries, children, ...document }: ReferralDocument,
  telling: Telling,
): Row[] {
  const { words } = telling;
  const { reported } = words.casePage;
  const source = worries.allegedSourceOfHarm;
  const child = children[childIndex];
  const missing = document.missingEpisodesIn90Days;
  return rowsOf([
    [reported.happenedOn, dayOrText(worries.happenedOn, telling)],
    [reported.frequency, worries.frequency],
    [reported.firstHand, answerWords(worries.firstHand, words)],
    [reported.injury, answerWords(worries.injury, words)],
    [reported.injuryDescription, worries.injuryDescription],
    [reported.source, [source?.name, source?.relationship].filter((part) => part !== undefined).join(', ')],
    [reported.sourceContact, answerWords(source?.contactWithChild, words)],
    [reported.whereabouts, child?.currentWhereabouts],
    [reported.seen, answerWords(child?.seenBySender, words)],
    [reported.missing, missing === undefined ? null : String(missing)],
    [reported.senderHistory, document.history?.note],
  ]);
}

function dayOrText(text: string | undefined, telling: Telling): string | null {
  if (text === undefined) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(telling, text) : text;
}

function voiceOf({ childIndex }: Case, { children, worries }: ReferralDocument, words: Words): Reported['voice'] {
  const { reported } = words.casePage;
  const voice = children[childIndex]?.voice;
  const rows = rowsOf([
    [reported.said, voice?.said],
    [reported.childsWords, worries.childsWords],
    [reported.behaviour, voice?.observedBehaviour],
    [reported.howObtained, voice?.howObtained],
  ]);
  if (rows.length > 0) return { rows, nothing: null };
  const why = voice?.whyNotObtained;
  return { rows, nothing: why === undefined ? reported.noVoice : `${reported.noVoice} ${reported.whyNot[why]}` };
}

function abuseOf({ domesticAbuse }: ReferralDocument, words: Words): Row[] {
  if (domesticAbuse === undefined) return [];
  const { reported } = words.casePage;
  const { dashScore, grade, ...answers } = domesticAbuse;
  return rowsOf([
    [reported.grade, grade === undefined ? null : reported.grades[grade]],
    [reported.dashScore, dashScore === undefined ? null : String(dashScore)],
    [reported.childPresent, answerWords(answers.childPresent, words)],
    [reported.strangulation, answerWords(answers.strangulation, words)],
    [reported.weapon, answerWords(answers.weapon, words)],
    [reported.pregnancy, answerWords(answers.pregnancy, words)],
    [reported.threatToKill, answerWords(answers.threatToKill, words)],
    [reported.safeContact, answers.safeContact],
  ]);
}

function wantedOf({ whatNeedsToHappen: wanted }: ReferralDocument, { casePage: { reported } }: Words): Row[] {
  return rowsOf([
    [reported.wantedByChild, wanted?.child],
    [reported.wantedByFamily, wanted?.family],
    [reported.wantedBySender, wanted?.referrer],
  ]);
}

function agreementOf({ agreement }: ReferralDocument, { casePage: { reported }, codes }: Words): Row[] {
  const why = agreement?.reasonNotAsked;
  return rowsOf([
    [reported.told, agreement?.told?.map((who) => reported.toldWho[who]).join(', ')],
    [reported.given, agreement?.given === undefined ? null : reported.givenAnswers[agreement.given]],
    [reported.why, why === undefined ? null : codes.overrideReasons[why]],
    [reported.note, agreement?.note],
  ]);
}
