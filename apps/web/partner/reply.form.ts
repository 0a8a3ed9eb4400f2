import { DECLINE_REASONS, type Reply, REPLY_KINDS } from '#enquiries';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { MOST_PROSE, proseOf } from './prose.ts';

/** What was typed, whatever the kind of answer. */
interface TypedReply {
  readonly whatWeKnow: string;
  readonly worries: string;
  readonly strengths: string;
  readonly reasonNote: string;
  readonly ticked: readonly string[];
}

/** `indicators`: ids that the nation knows. Nothing that was typed is passed over: a form that says two things comes back. */
export function readReply(
  fields: FormFields,
  indicators: readonly string[],
  words: Words,
): { readonly value: Reply } | { readonly faults: Faults } {
  const kind = REPLY_KINDS.find((each) => each === textOf(fields, 'kind'));
  const reason = DECLINE_REASONS.find((each) => each === textOf(fields, 'reason')) ?? null;
  const typed = typedOf(fields, indicators);
  const { faults: told } = words.partner.replying.one;
  if (kind === undefined) return { faults: { kind: told.kind, ...tooLong(typed, told.long) } };
  const faults: Faults = { ...kindFaults(kind, typed, reason, words), ...tooLong(typed, told.long) };
  return Object.keys(faults).length > 0 ? { faults } : { value: replyOf(kind, typed, reason) };
}

function kindFaults(kind: Reply['kind'], typed: TypedReply, reason: Reply['declineReason'], words: Words): Faults {
  const { faults: told } = words.partner.replying.one;
  const { whatWeKnow, worries, strengths, ticked } = typed;
  const says = ticked.length > 0 || [whatWeKnow, worries, strengths].some((text) => text !== '');
  switch (kind) {
    case 'known':
      return whatWeKnow === '' ? { whatWeKnow: told.empty } : {};
    case 'nothing_known':
      return says ? { kind: told.contradiction } : {};
    case 'declined':
      return { ...(says ? { kind: told.contradiction } : {}), ...(reason === null ? { reason: told.reason } : {}) };
  }
}

function replyOf(kind: Reply['kind'], typed: TypedReply, declineReason: Reply['declineReason']): Reply {
  const nothing = { whatWeKnow: null, worries: null, strengths: null, indicators: [], declineReason: null };
  switch (kind) {
    case 'known':
      return {
        ...nothing,
        kind,
        whatWeKnow: typed.whatWeKnow,
        worries: typed.worries === '' ? null : typed.worries,
        strengths: typed.strengths === '' ? null : typed.strengths,
        indicators: typed.ticked.map((id) => ({ id, answer: 'present' })),
      };
    case 'nothing_known':
      return { ...nothing, kind };
    case 'declined':
      return { ...nothing, kind, declineReason, whatWeKnow: typed.reasonNote === '' ? null : typed.reasonNote };
  }
}

function typedOf(fields: FormFields, indicators: readonly string[]): TypedReply {
  const ticked = [fields['indicators'] ?? []].flat();
  return {
    whatWeKnow: proseOf(textOf(fields, 'whatWeKnow')),
    worries: proseOf(textOf(fields, 'worries')),
    strengths: proseOf(textOf(fields, 'strengths')),
    reasonNote: proseOf(textOf(fields, 'reasonNote')),
    ticked: indicators.filter((id) => ticked.includes(id)),
  };
}

function tooLong(typed: TypedReply, message: string): Faults {
  const texts = Object.entries(typed).filter(([, text]) => typeof text === 'string' && text.length > MOST_PROSE);
  return Object.fromEntries(texts.map(([name]) => [name, message]));
}
