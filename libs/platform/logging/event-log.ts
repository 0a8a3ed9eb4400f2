import { ConsoleLogger, Injectable } from '@nestjs/common';
import { measure } from '../metrics/measure.ts';
import { correlationId } from './correlation.ts';

/** What a log line may hold: ids, codes and counts. Names, dates of birth and free text have no field to stand in. */
export interface EventFields {
  readonly referralId?: string;
  readonly caseId?: string;
  readonly runId?: string;
  readonly messageId?: string;
  readonly lane?: string;
  readonly workload?: string;
  readonly jobId?: string;
  readonly code?: string;
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  readonly durationMs?: number;
  readonly count?: number;
  readonly errorName?: string;
  /** Where it happened: stack frames without the message, since messages may quote data. */
  readonly frames?: string;
}

/** One JSON line an event, allow-listed fields only, with the correlation id of the request or job. */
@Injectable()
export class EventLog {
  private readonly console = new ConsoleLogger({ json: true, colors: false });

  info(event: string, fields: EventFields = {}): void {
    measure('front_door_events_total', { event });
    this.console.log({ event, correlationId: correlationId(), ...fields });
  }

  fault(event: string, error: unknown, fields: EventFields = {}): void {
    measure('front_door_events_total', { event });
    this.console.error({ event, correlationId: correlationId(), ...describeError(error), ...fields });
  }
}

function describeError(error: unknown): EventFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    errorName: error.name,
    frames: frames.slice(0, 8).join('|'),
    ...(typeof code === 'string' ? { code } : {}),
  };
}
