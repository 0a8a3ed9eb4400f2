import type { Case, ReferralDocument } from '#domain';
import { spanInWords } from '../timing/clock-summary.presenter.ts';
import { type UrgencyView, urgencyView } from '../worklist/row.presenter.ts';
import { ageWhenReferred } from './age-words.ts';
import { moment, type Said, said, type Telling } from './telling.ts';

type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey' | 'purple';

export interface Tag {
  readonly text: string;
  readonly tone: Tone;
}

/** What stays on top of the page while somebody reads: whose case, how urgent, how long, in whose hands. */
export interface Headline {
  readonly name: string;
  readonly reference: string;
  readonly age: string;
  readonly urgency: UrgencyView;
  readonly due: { readonly text: string; readonly at: string | null; readonly isOverdue: boolean };
  readonly holder: string;
  readonly state: string;
  readonly queue: Said;
  readonly received: string;
  readonly isRestricted: boolean;
  readonly tags: readonly Tag[];
}

export function presentHeadline(found: Case, document: ReferralDocument, telling: Telling): Headline {
  const { words } = telling;
  return {
    name: childName(found, telling),
    reference: found.reference,
    age: ageWhenReferred(document.children[found.childIndex] ?? { ref: '' }, found.receivedAt, words),
    urgency: urgencyView(telling.words, found.urgency),
    due: dueWords(found.nextDueAt, telling),
    holder: holderWords(found, telling),
    state: words.codes.caseStates[found.state],
    queue: queueWords(found.queue, telling),
    received: moment(telling, found.receivedAt),
    isRestricted: found.restricted,
    tags: tagsOf(found, telling),
  };
}

export function childName({ childName: name }: Pick<Case, 'childName'>, { words }: Telling): string {
  return name ?? words.casePage.noName;
}

/** "Due in 3 hours", "Overdue by 2 days", with the moment. */
export function dueWords(dueAt: Date | null, telling: Telling): Headline['due'] {
  const { due } = telling.words.casePage;
  if (dueAt === null) return { text: due.nothing, at: null, isOverdue: false };
  const left = dueAt.getTime() - telling.now.getTime();
  const span = spanInWords(Math.abs(left), telling.words);
  const isOverdue = left <= 0;
  return { text: isOverdue ? due.overdue(span) : due.in(span), at: due.at(moment(telling, dueAt)), isOverdue };
}

function holderWords({ claimedBy, claimedByName, claimedAt }: Case, telling: Telling): string {
  const { strip } = telling.words.casePage;
  if (claimedBy === null || claimedAt === null) return strip.nobody;
  const since = moment(telling, claimedAt);
  return claimedBy === telling.actor.id ? strip.me(since) : strip.other(claimedByName ?? claimedBy, since);
}

function queueWords(id: string, telling: Telling): Said {
  const queue = telling.authority.authority.queues.find((each) => each.id === id);
  return said(telling, queue?.title ?? id);
}

function tagsOf(found: Case, { words }: Telling): Tag[] {
  const { strip } = words.casePage;
  return [
    ...(found.triageFailure === null ? [] : [{ text: strip.failed, tone: 'red' as const }]),
    ...(found.handoverWaiting ? [{ text: strip.handover, tone: 'orange' as const }] : []),
    ...(found.needsInformation ? [{ text: strip.needsInformation, tone: 'yellow' as const }] : []),
    ...(found.first1001Days ? [{ text: strip.first1001Days, tone: 'purple' as const }] : []),
  ];
}
