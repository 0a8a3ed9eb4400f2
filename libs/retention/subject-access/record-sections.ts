import { ACCESS_ACTIONS, type RecordedEvent } from '#audit';
import type { Decision, Language, ReferralDocument } from '#domain';
import type { Explanation } from '#rules';
import { Draft, type DraftEntry } from './draft.ts';
import { LAW } from './words.ts';

/** In plain words and whole sentences, as a family would be told; a proposal says nothing about other people. */
export function proposalSection(explanation: Explanation | null, language: Language): DraftEntry[] {
  const draft = new Draft(language);
  if (explanation === null) draft.said('summary', draft.label('nothing'));
  for (const sentence of explanation?.summary ?? []) draft.recorded('summary', sentence);
  for (const line of explanation?.lines ?? []) draft.recorded('rule', `${line.title}. ${line.because}`);
  return draft.entries;
}

export interface DecisionTold {
  readonly decision: Decision;
  readonly signOff: {
    readonly outcome: string;
    readonly reason: string | null;
    readonly signedByName: string;
    readonly signedByRole: string;
    readonly signedAt: Date;
  } | null;
}

/** Staff are named with their role: they decided in it. */
export function decisionsSection(decisions: readonly DecisionTold[], language: Language): DraftEntry[] {
  const draft = new Draft(language);
  for (const { decision, signOff } of decisions) {
    const by = `${decision.decidedByName} (${draft.inWords(decision.decidedByRole)})`;
    const what = draft.inWords(decision.level ?? decision.pathway);
    draft.said('outcome', `${decision.decidedAt.toISOString()}: ${what}, ${decision.urgency}. ${by}`);
    draft.recorded('rationale', decision.rationale);
    draft.recorded('override', decision.overrideReason);
    if (signOff === null) continue;
    const second = `${signOff.signedByName} (${draft.inWords(signOff.signedByRole)})`;
    draft.said('signOff', `${signOff.signedAt.toISOString()}: ${draft.inWords(signOff.outcome)}. ${second}`);
    draft.recorded('signOff', signOff.reason);
  }
  return draft.entries;
}

/** What was done, when, and in which role. */
export function timelineSection(events: readonly RecordedEvent[], language: Language): DraftEntry[] {
  const draft = new Draft(language);
  for (const event of events.filter((each) => !isLook(each))) {
    const role = draft.inWords(event.actorRole ?? event.actorKind);
    const label = event.occurredAt.toISOString();
    draft.said({ label }, `${event.action.replace(/[._]/g, ' ')} (${role})`);
    draft.recorded({ label }, event.reason);
  }
  return draft.entries;
}

/** By day and role: how often somebody looked. Staff who only read are not named. */
export function readersSection(events: readonly RecordedEvent[], language: Language): DraftEntry[] {
  const draft = new Draft(language);
  const looks = new Map<string, number>();
  for (const event of events.filter(isLook).filter(({ action }) => !action.startsWith('subject_access.'))) {
    const key = `${event.occurredAt.toISOString().slice(0, 10)}: ${draft.inWords(event.actorRole ?? event.actorKind)}`;
    looks.set(key, (looks.get(key) ?? 0) + 1);
  }
  for (const [label, times] of looks) draft.said({ label }, times);
  return draft.entries;
}

/** Where the case went, and that the sender was told, if the sender may be known. */
export function recipientsSection(
  told: {
    readonly queue: string;
    readonly sender: string | null;
    readonly messages: readonly Date[];
    readonly asked: readonly { readonly agency: string; readonly at: Date }[];
  },
  language: Language,
): DraftEntry[] {
  const draft = new Draft(language);
  draft.said({ label: '1' }, told.queue);
  for (const { agency, at } of told.asked) draft.said({ label: at.toISOString() }, agency);
  if (told.sender === null) return draft.entries;
  draft.said({ label: '2' }, told.sender);
  for (const at of told.messages) draft.said({ label: at.toISOString() }, told.sender);
  return draft.entries;
}

export function attachmentsSection(
  { attachments = [] }: ReferralDocument,
  uploaded: readonly string[],
  language: Language,
): DraftEntry[] {
  const draft = new Draft(language);
  for (const { fileName } of attachments) draft.recorded('file', fileName);
  for (const name of uploaded) draft.recorded('file', name);
  return draft.entries;
}

export function lawSection(language: Language): DraftEntry[] {
  return LAW.map(({ label, text }) => ({ label: label[language], text: text[language], recorded: false }));
}

function isLook({ action }: RecordedEvent): boolean {
  return (ACCESS_ACTIONS as readonly string[]).includes(action);
}
