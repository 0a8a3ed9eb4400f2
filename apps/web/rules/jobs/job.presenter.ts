import { mayEver } from '#access-policy';
import type { Actor, Language } from '#domain';
import type { RuleSetJob } from '#rule-sets';
import type { Words } from '../../words/words.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** A verification or a backtest that was asked for, and how far it has come. */
export interface JobView {
  readonly id: string;
  readonly state: string;
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly progress: { readonly done: number; readonly total: number; readonly text: string } | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly hasFailed: boolean;
  readonly mayStop: boolean;
  readonly mayResume: boolean;
}

export function presentJob(
  job: RuleSetJob,
  actor: Actor,
  { language, words }: { language: Language; words: Words },
): JobView {
  const { id, state, processed, total } = job;
  const { jobs } = words.rules.proof;
  const isRunning = state === 'queued' || state === 'running';
  const mayEdit = mayEver(actor, 'rule_set.edit');
  const number = (count: number): string => count.toLocaleString(LOCALES[language]);
  const progress =
    total === null || total === 0
      ? null
      : { done: processed, total, text: jobs.progress(number(processed), number(total)) };
  return {
    ...{ id, state: jobs.states[state], isRunning, isDone: state === 'done', progress: isRunning ? progress : null },
    ...{ askedBy: job.requestedByName, askedAt: job.requestedAt, finishedAt: job.finishedAt },
    hasFailed: state === 'failed',
    mayStop: mayEdit && isRunning && job.cancelRequestedAt === null,
    mayResume: mayEdit && (state === 'failed' || state === 'cancelled'),
  };
}
