import { DomainError, LANES, type Lane } from '#domain';

/** What workers are woken for: the lanes of triage, and work that must never hold up a lane. */
export const WORKLOADS = [...LANES, 'rule_sets', 'housekeeping'] as const;
export type Workload = (typeof WORKLOADS)[number];

/**
 * Every job and its payload. A payload holds ids and codes only: a queue is clear text, and its jobs outlive
 * deployments, so each payload is checked on arrival.
 */
export interface JobMap {
  /** Work the cases waiting in a lane. Says "there may be work"; PostgreSQL says which. */
  'triage.drain': { readonly lane: Lane };
  /** Work the verifications and backtests that wait. */
  'rule_sets.drain': Readonly<Record<string, never>>;
  /** Everything that may wait a moment: scans, deliveries, disposals, new wraps of keys. */
  'housekeeping.drain': Readonly<Record<string, never>>;
}

export type JobName = keyof JobMap;

export type JobHandlers = { readonly [Name in JobName]: (payload: JobMap[Name]) => Promise<void> };

export const JOB_NAMES: readonly JobName[] = ['triage.drain', 'rule_sets.drain', 'housekeeping.drain'];

/** Whether a workload is a lane of triage. */
export function isLane(workload: Workload): workload is Lane {
  return LANES.some((lane) => lane === workload);
}

/** Queue of a workload. One queue each, so that each has workers of its own. */
export function queueNameOf(workload: Workload): string {
  return isLane(workload) ? `front_door_triage_${workload}` : `front_door_${workload}`;
}

/** @throws DomainError `internal_fault` for a payload that no version of this job ever had. */
export function checkDrainPayload(payload: unknown): JobMap['triage.drain'] {
  const lane = (payload as { lane?: unknown } | null)?.lane;
  const known = LANES.find((candidate) => candidate === lane);
  if (known === undefined) throw new DomainError('internal_fault', 'A drain job names no lane that exists.');
  return { lane: known };
}
