import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type CountedName, type MetricDefinition, type MetricName, METRICS } from './catalogue.ts';
import type { Labels, MeasureSink } from './measure.ts';
import type { Reading } from './serve-metrics.ts';

/** What the process measured, in Prometheus' own words. */
export class PrometheusRegistry implements MeasureSink {
  private readonly registry = new Registry();
  private readonly noters = new Map<MetricName, (labels: Labels, value: number) => void>();
  private readonly gauges = new Map<MetricName, Gauge>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    for (const [name, definition] of Object.entries(METRICS)) this.add(name as MetricName, definition);
  }

  note(name: CountedName, labels: Labels, value: number): void {
    this.noters.get(name)?.(labels, value);
  }

  /** Takes the place of what was set before: what is not told any more is not shown any more. */
  set(readings: readonly Reading[]): void {
    for (const [name, gauge] of this.gauges) {
      gauge.reset();
      // One without labels begins at 0 by itself: what a process does not know must not look like nothing.
      if (METRICS[name].labels.length === 0) gauge.remove();
    }
    for (const { name, labels, value } of readings) this.gauges.get(name)?.set(labels ?? {}, value);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private add(name: MetricName, { kind, help, labels, buckets }: MetricDefinition): void {
    const common = { name, help, labelNames: [...labels], registers: [this.registry] };
    switch (kind) {
      case 'counter': {
        const counter = new Counter(common);
        this.noters.set(name, (given, value) => {
          counter.inc(given, value);
        });
        return;
      }
      case 'histogram': {
        const histogram = new Histogram({ ...common, buckets: [...(buckets ?? [])] });
        this.noters.set(name, (given, value) => {
          histogram.observe(given, value);
        });
        return;
      }
      case 'gauge':
        this.gauges.set(name, new Gauge(common));
    }
  }
}
