import { DomainError, LANES, type Lane } from '#domain';

/**
 * Every job and its payload. A payload holds ids and codes only: a queue is clear text, and its jobs outlive
 * deployments, so each payload is checked on arrival.
 */
export interface JobMap {
  /** Work the cases waiting in a lane. Says "there may be work"; PostgreSQL says which. */
  'triage.drain': { readonly lane: Lane };
}

export type JobName = keyof JobMap;

export type JobHandlers = { readonly [Name in JobName]: (payload: JobMap[Name]) => Promise<void> };

export const JOB_NAMES: readonly JobName[] = ['triage.drain'];

/** Queue of a lane. One queue a lane, so that each lane has workers of its own. */
export function queueNameOf(lane: Lane): string {
  return `front_door_triage_${lane}`;
}

/** @throws DomainError `internal_fault` for a payload that no version of this job ever had. */
export function checkDrainPayload(payload: unknown): JobMap['triage.drain'] {
  const lane = (payload as { lane?: unknown } | null)?.lane;
  const known = LANES.find((candidate) => candidate === lane);
  if (known === undefined) throw new DomainError('internal_fault', 'A drain job names no lane that exists.');
  return { lane: known };
}
