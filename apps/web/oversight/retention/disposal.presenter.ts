import { mayDo } from '#access-policy';
import { asId, type Actor, type AuthorityId } from '#domain';
import { retentionScheduleOf } from '#nation-packs';
import type { Disposal, DisposalItem } from '#retention';
import { pathwayIn } from '../../audit/outcome-words.ts';
import type { Words } from '../../words/words.ts';
import type { Cell } from '../../pages/csv.ts';

export interface DisposalHead {
  readonly id: string;
  readonly dueOn: string;
  readonly state: { readonly text: string; readonly colour: string };
  readonly isComputing: boolean;
  readonly isDone: boolean;
  /** Ready for a second person's yes. */
  readonly isToApprove: boolean;
  readonly mayApprove: boolean;
  readonly disposal: Disposal;
}

const COLOURS = { computing: 'grey', listed: 'yellow', approved: 'blue', done: 'green' } as const;

export function presentDisposal(disposal: Disposal, actor: Actor, words: Words): DisposalHead {
  const state = disposal.state === 'listed' && disposal.approvedAt !== null ? 'approved' : disposal.state;
  const authorityId = asId<AuthorityId>(disposal.authorityId);
  const record = { authorityId, workedOnBy: [disposal.requestedBy] };
  return {
    ...{ id: disposal.id, dueOn: disposal.dueOn, disposal },
    state: { text: words.retention.states[state], colour: COLOURS[state] },
    isComputing: state === 'computing',
    isDone: state === 'done',
    isToApprove: state === 'listed',
    mayApprove: mayDo(actor, 'disposal.approve', record) === 'allowed',
  };
}

export interface RecordLine {
  readonly referralId: string;
  readonly reference: string | null;
  readonly outcome: string;
  readonly cases: number;
  readonly lastContactOn: string;
  readonly dueOn: string;
  readonly rule: string;
  readonly holdSuggested: boolean;
  readonly state: string;
  /** Who keeps it and why, or why it was not destroyed after all. */
  readonly note: string | null;
  readonly isListed: boolean;
}

export function presentRecords(items: readonly DisposalItem[], authorityId: string, words: Words): RecordLine[] {
  const { itemStates } = words.retention;
  return items.map((item) => ({
    ...{ referralId: item.referralId, reference: item.reference, cases: item.cases },
    outcome: pathwayIn(words, item.outcome),
    ...{ lastContactOn: item.lastContactOn, dueOn: item.dueOn, holdSuggested: item.holdSuggested },
    rule: ruleIn(item.ruleId, authorityId, words),
    state: itemStates[item.state],
    note: noteOf(item, words),
    isListed: item.state === 'listed',
  }));
}

export function recordColumns({ retention: { one } }: Words): string[] {
  return [one.reference, one.outcome, one.cases, one.lastContact, one.dueOn, one.rule, one.state, one.keep];
}

export function recordLines(items: readonly DisposalItem[], authorityId: string, words: Words): Cell[][] {
  return presentRecords(items, authorityId, words).map((line) => [
    ...[line.reference, line.outcome, line.cases, line.lastContactOn, line.dueOn, line.rule, line.state, line.note],
  ]);
}

/** A rule of the schedule: for what, how many years, from when. */
export function ruleIn(id: string, authorityId: string, words: Words): string {
  const rule = retentionScheduleOf(authorityId).rules.find((each) => each.id === id);
  if (rule === undefined) return id.replaceAll('_', ' ');
  const { appliesTo, years, from } = rule;
  const what = 'flag' in appliesTo ? words.retention.flags[appliesTo.flag] : pathwayIn(words, appliesTo.outcome);
  return words.retention.rule(what, years, words.retention.starts[from]);
}

function noteOf({ keptByName, keptReason, skippedBecause }: DisposalItem, words: Words): string | null {
  if (keptByName !== null) return [words.retention.one.keptBy(keptByName), keptReason].filter(Boolean).join(': ');
  return skippedBecause === null ? null : words.retention.skipped[skippedBecause];
}
