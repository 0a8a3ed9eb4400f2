import { mayDo } from '#access-policy';
import type { Actor, Case, Language } from '#domain';
import { agencyName, authorityPack } from '#nation-packs';
import { type CaseMessage, titleOf } from '#notifications';
import type { Words } from '../words/words.ts';

type Tone = 'blue' | 'green' | 'red' | 'orange' | 'grey';

const TONES: Readonly<Record<CaseMessage['state'], Tone>> = {
  queued: 'blue',
  sending: 'blue',
  sent: 'blue',
  delivered: 'green',
  failed: 'red',
  withheld: 'orange',
  digested: 'grey',
};

interface Frame {
  readonly actor: Actor;
  readonly found: Case;
  readonly words: Words;
  readonly language: Language;
}

export function messagesPage(messages: readonly CaseMessage[], frame: Frame) {
  const maySee = mayDo(frame.actor, 'case.move', frame.found) === 'allowed';
  return { messages: messages.map((message) => messageLine(message, frame, maySee)) };
}

function messageLine(message: CaseMessage, frame: Frame, maySee: boolean) {
  const { found, words } = frame;
  const { messages: text } = words;
  const { id, state, kind, attempts, queuedAt, sentAt, nextAttemptAt, contactedAt, contactedHow } = message;
  return {
    ...{ title: messageTitle(message, frame), to: toWhom(message, frame) },
    channel: text.channels[kind ?? 'unknown'],
    ...{ stateText: text.states[state], tone: TONES[state] },
    why: state === 'withheld' || state === 'failed' ? whyHeld(message, words) : null,
    attempts: attempts === 0 ? null : text.attempts(attempts),
    ...{ queuedAt, sentAt, nextAttemptAt, contactedAt },
    contacted: contactedHow === null ? null : text.toldInstead(text.ways[contactedHow]),
    href: maySee && isHeld(message) ? `/cases/${found.id}/messages/${id}` : null,
  };
}

/** Waits for somebody to see to it. */
export function isHeld({ state, contactedAt }: CaseMessage): boolean {
  return (state === 'withheld' || state === 'failed') && contactedAt === null;
}

export function messageTitle({ template }: CaseMessage, { found, language }: Omit<Frame, 'actor' | 'words'>): string {
  const authority = authorityPack(found.authorityId);
  return titleOf(template, language, { references: [found.reference], link: null, dueAt: null, authority });
}

function whyHeld({ result }: CaseMessage, { messages: { results } }: Words): string {
  const known: Readonly<Record<string, string>> = results;
  return known[result ?? ''] ?? results.other;
}

function toWhom({ recipient, to }: CaseMessage, { found, words }: Frame): string {
  const { messages: text, codes } = words;
  const roles: Readonly<Record<string, string>> = codes.roles;
  if (recipient === 'agency' && to !== null) return agencyName(found.authorityId, to);
  const role = to === null ? undefined : roles[to];
  return role === undefined ? text.recipients[recipient] : text.peopleWith(role);
}
