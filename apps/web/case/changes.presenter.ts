import type { Case, Level, Urgency } from '#domain';
import { LEVELS, URGENCIES } from '#domain';
import { moment, outcomeWords, type Telling } from './telling.ts';

/** What the page showed of a case, as its forms carry it: codes alone, nothing about the child. */
type Seen = Readonly<Record<(typeof PARTS)[number], string>>;

const PARTS = ['state', 'urgency', 'level', 'proposedUrgency', 'holder', 'due', 'decision', 'restricted'] as const;
const BETWEEN = '~';

export function seenOf(found: Case): string {
  const seen = seenParts(found);
  return PARTS.map((part) => seen[part]).join(BETWEEN);
}

function seenParts(found: Case): Seen {
  return {
    state: found.state,
    urgency: found.urgency ?? '',
    level: found.proposedLevel ?? '',
    proposedUrgency: found.proposedUrgency ?? '',
    holder: found.claimedBy ?? '',
    due: found.nextDueAt?.toISOString() ?? '',
    decision: found.currentDecisionId ?? '',
    restricted: String(found.restricted),
  };
}

/** Whether the rules propose something else by now than was read. */
export function isOtherProposal(seen: string, found: Case): boolean {
  const [before, now] = [partsOf(seen), seenParts(found)];
  return before.level !== now.level || before.proposedUrgency !== now.proposedUrgency;
}

/** What is otherwise by now than it was on the page that was read; never empty. */
export function changesSince(seen: string, found: Case, telling: Telling): string[] {
  const { changed } = telling.words.casePage.act;
  const [before, now] = [partsOf(seen), seenParts(found)];
  const isOther = (...parts: (keyof Seen)[]) => parts.some((part) => before[part] !== now[part]);
  const both = (what: string, tell: (of: Seen) => string) => changed.from(what, tell(before), tell(now));
  const told = [
    ...(isOther('state') ? [both(changed.state, (of) => stateWords(of, telling))] : []),
    ...(isOther('urgency') ? [both(changed.urgency, ({ urgency }) => urgencyWords(urgency, telling))] : []),
    ...(isOther('level', 'proposedUrgency') ? [both(changed.proposal, (of) => proposalWords(of, telling))] : []),
    ...(isOther('holder') ? [both(changed.holder, (of) => holderWords(of, found, telling))] : []),
    ...(isOther('due') ? [both(changed.due, ({ due }) => dueWords(due, telling))] : []),
    ...(isOther('decision') ? [changed.decision] : []),
    ...(isOther('restricted') ? [changed.restriction] : []),
  ];
  return told.length === 0 ? [changed.other] : told;
}

function partsOf(seen: string): Seen {
  const values = seen.split(BETWEEN);
  return Object.fromEntries(PARTS.map((part, at) => [part, values[at] ?? ''])) as Seen;
}

function stateWords({ state }: Seen, { words }: Telling): string {
  const { caseStates } = words.codes;
  return Object.hasOwn(caseStates, state) ? caseStates[state as Case['state']] : words.casePage.act.changed.nothing;
}

function urgencyWords(code: string, { words }: Telling): string {
  return words.codes.urgencies[URGENCIES.find((urgency: Urgency) => urgency === code) ?? 'not_triaged'];
}

function proposalWords({ level, proposedUrgency }: Seen, telling: Telling): string {
  const known = LEVELS.find((each: Level) => each === level);
  if (known === undefined) return telling.words.casePage.act.changed.nothing;
  return `${outcomeWords(telling, known)}, ${urgencyWords(proposedUrgency, telling)}`;
}

function holderWords({ holder }: Seen, { claimedBy, claimedByName }: Case, { words, actor }: Telling): string {
  const { changed } = words.casePage.act;
  if (holder === '') return changed.nobody;
  if (holder === actor.id) return changed.you;
  return holder === claimedBy ? (claimedByName ?? changed.somebody) : changed.somebody;
}

function dueWords(due: string, telling: Telling): string {
  const at = new Date(due);
  return Number.isNaN(at.getTime()) ? telling.words.casePage.act.changed.nothing : moment(telling, at);
}
