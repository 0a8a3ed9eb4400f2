import type { Telemetry } from 'bullmq';
import type { Environment } from '#platform';

/** What makes a queue and its workers show wake-ups in traces; empty where nothing is traced. */
export interface Traced {
  readonly telemetry?: Telemetry;
}

/** Loads it only where a collector is set. */
export async function queueTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT }: Environment): Promise<Traced> {
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return {};
  const { BullMQOtel } = await import('bullmq-otel');
  return { telemetry: new BullMQOtel({ tracerName: 'front-door-queue' }) };
}
