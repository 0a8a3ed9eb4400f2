import type { Environment } from '../config/environment.ts';
import { keepTraces } from './traced.ts';

/** Has this process traced, where a collector is set; else nothing is loaded. Comes before anything else is made. */
export async function startTracing(environment: Environment, service: string): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_SAMPLE: share } = environment;
  if (collector === undefined) return;
  const { OtelTracer } = await import('./otel-tracer.ts');
  keepTraces(await OtelTracer.start({ collector, share, service }));
}
