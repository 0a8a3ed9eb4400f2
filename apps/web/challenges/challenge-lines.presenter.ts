import { type Challenge, stageName } from '#challenges';
import { agencyName } from '#nation-packs';
import type { Words } from '../words/words.ts';

/** A challenge in one line of a list. */
interface ChallengeLine {
  readonly href: string;
  readonly reference: string;
  readonly kind: string;
  readonly grounds: string;
  readonly from: string;
  readonly stateText: string;
  readonly tone: 'red' | 'blue' | 'green' | 'grey';
  /** What it came to, once it is decided. */
  readonly outcome: string | null;
  /** `null` where no clock runs. */
  readonly dueAt: Date | null;
}

interface Frame {
  readonly words: Words;
  readonly now: Date;
  readonly authorityId: string;
}

export function challengeLine(challenge: Challenge, { words, now, authorityId }: Frame): ChallengeLine {
  const { challenges: text } = words;
  const { id, caseReference, kind, agencyId, outcome, dueAt } = challenge;
  return {
    ...{ href: `/challenges/${id}`, reference: caseReference, kind: text.kinds[kind] },
    grounds: groundsOf(challenge, words),
    from: agencyId === null ? text.family : agencyName(authorityId, agencyId),
    ...standing(challenge, { words, now }),
    outcome: outcome === null ? null : text.outcomes[outcome],
    dueAt,
  };
}

function groundsOf({ grounds }: Challenge, { challenges }: Words): string {
  const known: Readonly<Record<string, string>> = challenges.grounds;
  return known[grounds] ?? challenges.grounds.other;
}

/** State and stage in words; overdue says so. */
function standing(
  { kind, state, stage, dueAt }: Challenge,
  { words: { challenges: text }, now }: Pick<Frame, 'words' | 'now'>,
): Pick<ChallengeLine, 'stateText' | 'tone'> {
  if (state !== 'open') return { stateText: text.states[state], tone: state === 'decided' ? 'green' : 'grey' };
  const at = kind === 'professional' ? `${text.states.open}. ${text.stages[stageName(stage)]}` : text.states.open;
  if (dueAt !== null && dueAt < now) return { stateText: `${text.overdue}. ${at}`, tone: 'red' };
  return { stateText: at, tone: 'blue' };
}
