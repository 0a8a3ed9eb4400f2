import { DomainError } from '#domain';

/** Practitioners, managers, heads of service, the chair of the partnership (domain pack 4.4); their time limits are settings. */
export const STAGES = ['practitioners', 'managers', 'heads_of_service', 'partnership_chair'] as const;
export type StageName = (typeof STAGES)[number];
const LAST_STAGE = STAGES.length;

/** From this stage on a manager answers for the front door. */
export const FIRST_MANAGERS_STAGE = 2;

export function stageName(stage: number): StageName {
  const name = STAGES[stage - 1];
  if (name === undefined) throw new Error(`There is no stage ${String(stage)}.`);
  return name;
}

/**
 * The stage that a challenge goes to: the next one or, where a child is at immediate risk, one further up that somebody
 * names. `from` is 0 for one that is only being opened.
 * @throws DomainError `action_not_available` beyond the last stage, `validation_failed` for a jump without a risk or down.
 */
export function stageAfter(from: number, jumpTo: number | null, immediateRisk: boolean): number {
  if (jumpTo !== null && (!immediateRisk || jumpTo <= from || jumpTo > LAST_STAGE)) {
    throw new DomainError('validation_failed', 'Stages are left out only upwards and only at immediate risk.', [
      { pointer: '/toStage', message: `Must be from ${String(from + 1)} to ${String(LAST_STAGE)}, at immediate risk.` },
    ]);
  }
  if (from >= LAST_STAGE) throw new DomainError('action_not_available', 'There is no stage after the last.');
  return jumpTo ?? from + 1;
}
