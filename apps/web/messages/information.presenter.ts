import { mayDo } from '#access-policy';
import type { PassedContact } from '#decisions';
import type { Actor, Case, Language } from '#domain';
import { agencyName, profileOf } from '#nation-packs';
import type { Words } from '../words/words.ts';

interface Frame {
  readonly actor: Actor;
  readonly found: Case;
  readonly words: Words;
  readonly language: Language;
  readonly now: Date;
  readonly base: string;
}

/** New contacts that were passed on: those nobody has read first. */
export function informationPage(contacts: readonly PassedContact[], frame: Frame) {
  const mayRead = mayDo(frame.actor, 'information.read', frame.found) === 'allowed';
  const lines = contacts.map((contact) => contactLine(contact, frame, mayRead));
  return {
    contacts: [...lines.filter(({ readAt }) => readAt === null), ...lines.filter(({ readAt }) => readAt !== null)],
  };
}

function contactLine({ passed, from, document, dueAt }: PassedContact, frame: Frame, mayRead: boolean) {
  const { found, words } = frame;
  return {
    agency: agencyName(found.authorityId, from.agencyId),
    ...{ reference: from.reference, receivedAt: from.receivedAt, sentAt: passed.sentAt, dueAt, readAt: passed.readAt },
    urgency: words.codes.urgencies[from.urgency ?? 'not_triaged'],
    worries: document.worries.summary,
    indicators: presentIn(document.indicators ?? [], frame),
    ...standing({ passed, dueAt }, frame),
    readHref: mayRead && passed.readAt === null ? `${frame.base}/information-passed/${passed.id}/read` : null,
  };
}

function standing({ passed, dueAt }: Pick<PassedContact, 'passed' | 'dueAt'>, { words, now }: Frame) {
  const { information: text } = words.messages;
  if (passed.readAt !== null) return { stateText: text.read(passed.readByName ?? ''), tone: 'green' };
  const isLate = dueAt !== null && dueAt < now;
  return isLate ? { stateText: text.overdue, tone: 'red' } : { stateText: text.unread, tone: 'orange' };
}

function presentIn(
  reported: NonNullable<PassedContact['document']['indicators']>,
  { found, language }: Frame,
): string[] {
  const known = profileOf(found.authorityId).nationPack.indicators;
  return reported
    .filter(({ answer }) => answer === 'present')
    .map(({ id }) => {
      const indicator = known.find((each) => each.id === id);
      return (language === 'cy' ? indicator?.titleCy : indicator?.title) ?? indicator?.title ?? id;
    });
}
