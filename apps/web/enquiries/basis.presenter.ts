import { isOwnWork, mayDo } from '#access-policy';
import type { Actor, Case } from '#domain';
import { type BasisOfCase, type EnquiryOverride, type FamilyAgreement, isInForce } from '#enquiries';
import type { Words } from '../words/words.ts';

/** What the family said, with who wrote it down. */
interface AgreementLine {
  readonly text: string;
  readonly details: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Why the family was not asked, and how that stands. */
interface OverrideLine {
  readonly stateText: string;
  readonly tone: 'green' | 'yellow' | 'red' | 'grey';
  readonly reason: string;
  readonly ground: string;
  readonly statement: string;
  readonly by: string;
  readonly registration: string;
  readonly at: Date;
  /** Who signed or refused it, and why; `null` while nobody has. */
  readonly answer: { readonly text: string; readonly at: Date; readonly reason: string | null } | null;
  /** For a manager who did not make it. */
  readonly signHref: string | null;
}

export function basisPage(basis: BasisOfCase, found: Case, { actor, words }: { actor: Actor; words: Words }) {
  const { enquiries: text } = words;
  const base = `/cases/${found.id}/enquiries`;
  const may = (action: 'enquiry.send' | 'enquiry.override') => mayDo(actor, action, found) === 'allowed';
  return {
    standing: text.basis[basis.standing?.kind ?? 'none'],
    isAllowed: basis.standing !== null,
    inReferral: text.inReferral[basis.inReferral ?? 'unknown'],
    agreements: basis.agreements.map((made) => agreementLine(made, words)),
    overrides: basis.overrides.map((made) => overrideLine(made, words, signHref(made, found, actor))),
    agreementHref: may('enquiry.send') ? `${base}/agreement` : null,
    overrideHref: may('enquiry.override') ? `${base}/override` : null,
  };
}

function agreementLine(
  { given, saidBy, how, note, recordedByName, recordedAt }: FamilyAgreement,
  words: Words,
): AgreementLine {
  const { codes } = words;
  const speakers = saidBy.map((speaker) => codes.agreementSpeakers[speaker]).join(', ');
  return {
    text: codes.agreementAnswers[given],
    details: `${speakers} · ${codes.agreementWays[how]}`,
    note,
    ...{ by: words.enquiries.by(recordedByName), at: recordedAt },
  };
}

function overrideLine(made: EnquiryOverride, words: Words, href: string | null): OverrideLine {
  const { enquiries: text, codes } = words;
  return {
    ...stateOf(made, words),
    reason: codes.overrideReasons[made.reason],
    ground: codes.lawfulGrounds[made.basis],
    statement: made.statement,
    ...{ by: text.by(made.madeByName), registration: made.registration, at: made.madeAt },
    answer: answerOf(made, words),
    signHref: href,
  };
}

function stateOf(
  made: EnquiryOverride,
  { enquiries: { overrideStates: text } }: Words,
): Pick<OverrideLine, 'stateText' | 'tone'> {
  if (isInForce(made)) return { stateText: text.inForce, tone: 'green' };
  if (made.outcome === 'refused') return { stateText: text.refused, tone: 'red' };
  return { stateText: text.waits, tone: 'yellow' };
}

function answerOf(
  { outcome, signedByName, signedAt, refusal }: EnquiryOverride,
  { enquiries: text }: Words,
): OverrideLine['answer'] {
  if (outcome === null || signedByName === null || signedAt === null) return null;
  const told = outcome === 'signed' ? text.signedBy(signedByName) : text.refusedBy(signedByName);
  return { text: told, at: signedAt, reason: refusal };
}

function signHref({ id, outcome, needsSignature, madeBy }: EnquiryOverride, found: Case, actor: Actor): string | null {
  if (outcome !== null || !needsSignature || isOwnWork(actor, 'enquiry.authorise', [madeBy])) return null;
  if (mayDo(actor, 'enquiry.authorise', found) !== 'allowed') return null;
  return `/cases/${found.id}/enquiries/overrides/${id}/signature`;
}
