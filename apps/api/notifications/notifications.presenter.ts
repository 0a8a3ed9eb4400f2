import type { AuthorityId, Language } from '#domain';
import type { ContactPoint } from '#messages';
import { agencyOf, type AuthorityPack, authorityPack } from '#nation-packs';
import { type CaseMessage, type NoticePage, titleOf } from '#notifications';
import type { CaseMessagesResponse, ChoicesResponse, NoticesResponse } from './notifications.response.ts';

export function presentNotices(page: NoticePage, authorityId: AuthorityId, language: Language): NoticesResponse {
  const notices = page.notices.map(({ id, template, urgent, at, readAt, caseId, reference }) => {
    const references = reference === null ? [] : [reference];
    const fields = { references, link: null, dueAt: null, authority: authorityPack(authorityId) };
    return {
      ...{ id, kind: template, title: titleOf(template, language, fields), urgent, caseId, reference },
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    };
  });
  return { notices, unread: page.unread, next: page.next };
}

/** Addresses are masked: whoever looks over somebody's shoulder learns none. */
export function presentChoices({ email, mobile, ...choices }: ContactPoint): ChoicesResponse {
  const { emailFrom, language, digest, dailyAt, quietOwn, version } = choices;
  return {
    email: email === null ? null : `${email.slice(0, 1)}…@${email.slice(email.indexOf('@') + 1)}`,
    mobile: mobile === null ? null : `…${mobile.slice(-3)}`,
    ...{ emailFrom, language, digest, dailyAt, quietOwn, version },
  };
}

export function presentCaseMessages(messages: readonly CaseMessage[], authorityId: AuthorityId): CaseMessagesResponse {
  return {
    messages: messages.map((message) => {
      const { id, template, recipient, kind, state, result, attempts, contactedAt, contactedHow } = message;
      return {
        ...{ id, kind: template, recipient, to: inWords(message, authorityId), channel: kind, state, result, attempts },
        queuedAt: message.queuedAt.toISOString(),
        sentAt: message.sentAt?.toISOString() ?? null,
        nextAttemptAt: message.nextAttemptAt?.toISOString() ?? null,
        contact:
          contactedAt === null || contactedHow === null ? null : { at: contactedAt.toISOString(), how: contactedHow },
      };
    }),
  };
}

function inWords({ recipient, to }: CaseMessage, authorityId: AuthorityId): string {
  return TO_WHOM[recipient](to?.replaceAll('_', ' ') ?? null, authorityPack(authorityId), to);
}

type Words = (role: string | null, pack: AuthorityPack, id: string | null) => string;

const TO_WHOM: Readonly<Record<CaseMessage['recipient'], Words>> = {
  sender: () => 'the sender',
  agency: (_, { id: authorityId }, id) => agencyOf(authorityId, id ?? '')?.name ?? 'an agency',
  person: (role) => (role === null ? 'a member of staff' : `a ${role}`),
  team: (role, { frontDoor }) => (role === null ? frontDoor.name : `the team (for: ${role})`),
  emergency_duty_team: (_, { emergencyDutyTeam }) => emergencyDutyTeam.name,
};
