import type { EventLog } from '#platform';
import type { Workload } from './job-map.ts';

const QUIET_MS = 5_000;

/** Logs the first of a run of like faults: a queue that is away complains thousands of times a second. */
export function steadyFaultLog(log: EventLog, event: string, workload?: Workload): (error: unknown) => void {
  const fields = workload === undefined ? {} : { workload };
  let quietUntil = 0;
  let held = 0;
  return (error) => {
    held += 1;
    if (performance.now() < quietUntil) return;
    log.fault(event, error, { ...fields, count: held });
    quietUntil = performance.now() + QUIET_MS;
    held = 0;
  };
}
