import { profileOf } from '#nation-packs';
import type { Trial } from '#rule-sets';
import type { ExplanationLine } from '#rules';
import type { Words } from '../../words/words.ts';
import { placingIn } from './case.presenter.ts';

/** What a rule set proposes for a made-up case. */
interface Proposed {
  readonly pathway: string;
  readonly placing: string;
  readonly queue: string;
  readonly couldBecome: string | null;
}

export interface TrialResult {
  readonly proposed: Proposed;
  readonly inForce: Proposed;
  readonly isSame: boolean;
  readonly summary: readonly string[];
  readonly holds: readonly ExplanationLine[];
  readonly open: readonly ExplanationLine[];
  readonly near: readonly ExplanationLine[];
  readonly questions: readonly string[];
  readonly changes: readonly string[];
}

/** The outcome of a trial beside that of what is in force. */
export function presentResult(trial: Trial, inForce: Trial, authorityId: string, words: Words): TrialResult {
  const [proposed, now] = [trial, inForce].map((one) => proposedBy(one, authorityId, words)) as [Proposed, Proposed];
  const { explanation, counterfactuals } = trial;
  return {
    proposed,
    inForce: now,
    isSame: JSON.stringify(proposed) === JSON.stringify(now),
    summary: explanation.summary,
    holds: explanation.lines.filter(({ result }) => result === 'true'),
    open: explanation.lines.filter(({ result }) => result === 'unknown'),
    near: explanation.nearMisses,
    questions: explanation.openQuestions.map(({ question }) => question),
    changes: counterfactuals.map(({ sentence }) => sentence),
  };
}

function proposedBy({ proposal }: Trial, authorityId: string, words: Words): Proposed {
  const { queues } = profileOf(authorityId).authority;
  const { couldBecome } = proposal;
  return {
    pathway: words.codes.pathways[proposal.pathway],
    placing: placingIn(words, proposal),
    queue: queues.find(({ id }) => id === proposal.queue)?.title ?? proposal.queue,
    couldBecome: couldBecome === null ? null : placingIn(words, couldBecome),
  };
}
