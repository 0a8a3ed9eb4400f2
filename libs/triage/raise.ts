import { type Case, type Facts, type Level, levelRank, type Urgency, urgencyRank } from '#domain';
import type { TriageRun } from './triage-run.ts';

/** What a further look at a case has raised, and by what. Codes only. */
export interface Raise {
  readonly levelBefore: Level | null;
  readonly levelAfter: Level | null;
  readonly urgencyBefore: Urgency | null;
  readonly urgencyAfter: Urgency | null;
  /** Facts that are otherwise than at the last look. */
  readonly facts: readonly string[];
  /** Rules that hold and did not. */
  readonly rules: readonly string[];
}

export interface Look {
  readonly found: Case;
  readonly run: TriageRun;
}

/** `null` when the case stands where it stood. */
export function raiseOf(before: Look, after: Look): Raise | null {
  const levels = [before.found.proposedLevel, after.found.proposedLevel] as const;
  const urgencies = [before.found.urgency, after.found.urgency] as const;
  if (!rises(levels, levelRank) && !rises(urgencies, urgencyRank)) return null;
  return {
    levelBefore: levels[0],
    levelAfter: levels[1],
    urgencyBefore: urgencies[0],
    urgencyAfter: urgencies[1],
    facts: changedFacts(before.run.facts, after.run.facts),
    rules: rulesThatHold(after.run).filter((id) => !rulesThatHold(before.run).includes(id)),
  };
}

/** Whether a further look says anything that the last one did not: outcome, questions or what a person must do. */
export function saysMore({ evaluation: before }: TriageRun, { evaluation: after }: TriageRun): boolean {
  const said = ({ definite, possible, openFacts }: TriageRun['evaluation']): string =>
    JSON.stringify([definite, possible, openFacts]);
  return said(before) !== said(after);
}

function rises<T>([before, after]: readonly [T | null, T | null], rank: (value: T) => number): boolean {
  return after !== null && (before === null || rank(after) > rank(before));
}

function changedFacts(before: Facts, after: Facts): string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
}

function rulesThatHold({ evaluation }: TriageRun): string[] {
  return evaluation.trace.filter(({ result }) => result === 'true').map(({ ruleId }) => ruleId);
}
