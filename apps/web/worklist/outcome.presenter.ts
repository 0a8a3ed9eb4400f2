import type { Assigned, Assignee } from '#decisions';
import type { ErrorCode } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import type { Words } from '../words/words.ts';
import type { TickedRow } from './assign.form.ts';
import { teamName } from './row.presenter.ts';

export interface OutcomeView {
  readonly summary: string;
  readonly rows: readonly {
    readonly id: string;
    readonly reference: string;
    readonly isDone: boolean;
    readonly result: string;
  }[];
}

/** What became of each ticked case, in the order of the list. */
export function presentOutcomes(
  outcomes: readonly Assigned[],
  ticked: readonly TickedRow[],
  to: Assignee | null,
  { words, profile }: { readonly words: Words; readonly profile: AuthorityProfile },
): OutcomeView {
  const { bulk } = words.worklist;
  const rows = outcomes.map(({ caseId, found, refusal }) => ({
    id: caseId,
    reference: ticked.find((row) => row.caseId === caseId)?.reference ?? '',
    isDone: refusal === null,
    result: refusal === null ? doneText(words, profile, to, found.claimedByName) : refusalText(words, refusal),
  }));
  return { rows, summary: bulk.summary(rows.filter(({ isDone }) => isDone).length, rows.length) };
}

function doneText(words: Words, profile: AuthorityProfile, to: Assignee | null, holder: string | null): string {
  const { bulk } = words.worklist;
  if (to === null) return bulk.taken;
  return to.kind === 'team' ? bulk.moved(teamName(profile, to.queue)) : bulk.given(holder ?? '');
}

function refusalText(words: Words, refusal: ErrorCode): string {
  const texts: Readonly<Record<string, string>> = words.worklist.bulk.refusals;
  return (Object.hasOwn(texts, refusal) ? texts[refusal] : undefined) ?? words.worklist.bulk.refusals.other;
}
