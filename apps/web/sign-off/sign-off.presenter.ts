import type { AwaitedSignOff, SignOffQueuePage } from '#decisions';
import { type UrgencyView, urgencyView } from '../worklist/row.presenter.ts';
import { childName, dueWords, type Headline, type Tag } from '../case/headline.presenter.ts';
import { moment, outcomeWords, type Telling } from '../case/telling.ts';

/** One decision that waits, in a line. */
interface AwaitedLine {
  readonly child: string;
  readonly reference: string;
  readonly href: string;
  readonly due: Headline['due'];
  readonly urgency: UrgencyView;
  readonly outcome: string;
  readonly decidedUrgency: string;
  readonly by: string;
  readonly agrees: Tag;
  readonly proposed: string | null;
  readonly why: readonly string[];
  readonly obstacles: readonly string[];
  /** Made by the reader: somebody else signs. */
  readonly isOwn: boolean;
}

export interface AwaitedLines {
  readonly waiting: string;
  readonly lines: readonly AwaitedLine[];
  readonly next: string | null;
}

export function presentSignOffs({ waiting, total, next }: SignOffQueuePage, telling: Telling): AwaitedLines {
  const words = telling.words.signOffQueue;
  return {
    waiting: words.waiting(total),
    lines: waiting.map((each) => awaitedLine(each, telling)),
    next: next === null ? null : `/sign-off?after=${next}`,
  };
}

function awaitedLine({ found, decision, maySign, obstacles }: AwaitedSignOff, telling: Telling): AwaitedLine {
  const { words } = telling;
  const text = words.signOffQueue;
  return {
    child: childName(found, telling),
    reference: found.reference,
    // What the manager looks for is said with the look.
    href: `/cases/${found.id}?for=review#decide`,
    due: dueWords(found.nextDueAt, telling),
    urgency: urgencyView(telling.words, found.urgency),
    outcome: outcomeWords(telling, decision.level),
    decidedUrgency: words.codes.urgencies[decision.urgency],
    by: text.by(decision.decidedByName, moment(telling, decision.decidedAt)),
    ...agreement(decision, telling),
    why: decision.signOffReasons.map((reason) => words.codes.signOffReasons[reason]),
    obstacles: obstacles.map((obstacle) => obstacleText(obstacle, text)),
    isOwn: !maySign,
  };
}

function agreement(decision: AwaitedSignOff['decision'], telling: Telling): Pick<AwaitedLine, 'agrees' | 'proposed'> {
  const text = telling.words.signOffQueue;
  const { proposedLevel, proposedUrgency, overrideReason } = decision;
  if (proposedLevel === null || proposedUrgency === null) {
    return { agrees: { text: text.noProposal, tone: 'purple' }, proposed: null };
  }
  if (overrideReason === null) return { agrees: { text: text.asProposed, tone: 'green' }, proposed: null };
  const urgency = telling.words.codes.urgencies[proposedUrgency];
  return {
    agrees: { text: text.differs, tone: 'orange' },
    proposed: text.proposed(outcomeWords(telling, proposedLevel), urgency),
  };
}

function obstacleText(
  { code, count }: AwaitedSignOff['obstacles'][number],
  words: Telling['words']['signOffQueue'],
): string {
  switch (code) {
    case 'siblings_not_considered':
      return words.siblings(count);
    case 'replies_unread':
      return words.replies(count);
    case 'raised_since_decided':
      return words.raised;
  }
}
