import {
  type Attributes,
  context,
  type Context,
  isSpanContextValid,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer as SpanMaker,
} from '@opentelemetry/api';
import type { RequestSpan, SpanFields, TracedOutcome, TracedWork, Tracer } from './traced.ts';

const HEADER = 'traceparent';

interface TracerSettings {
  /** Base address of a collector that takes OTLP over HTTP. */
  readonly collector: string;
  /** Share of requests that are traced, from 0 to 1. What a request brings about follows it. */
  readonly share: number;
  readonly service: string;
}

/**
 * Spans for a collector, sent in batches behind the work: one that is away loses spans and holds nothing up. Errors leave
 * their kind and not their message, which may quote data.
 */
export class OtelTracer implements Tracer {
  private constructor(private readonly spans: SpanMaker) {}

  /** Loads what sends spans, here and not with this module: where nothing is traced, a start does not pay for it. */
  static async start({ collector, share, service }: TracerSettings): Promise<OtelTracer> {
    const [{ OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace-node'),
    ]);
    const exporter = new OTLPTraceExporter({ url: `${collector.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5_000 });
    const provider = new sdk.NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
      spanProcessors: [new sdk.BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
    });
    provider.register();
    return new OtelTracer(provider.getTracer('front-door'));
  }

  async run<T>({ name, fields, broughtAboutBy }: TracedWork, inside: () => Promise<T>): Promise<T> {
    const links = broughtAboutBy.flatMap(linksTo);
    const span = this.spans.startSpan(name, { attributes: attributesOf(fields), links });
    try {
      return await context.with(trace.setSpan(context.active(), span), inside);
    } catch (error: unknown) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  note({ name, fields, after, tookMs }: TracedOutcome): void {
    const active = trace.getSpanContext(context.active());
    const links = active === undefined ? [] : [{ context: active }];
    const startTime = new Date(Date.now() - tookMs);
    const options = { kind: SpanKind.CONSUMER, attributes: attributesOf(fields), links, startTime };
    this.spans.startSpan(name, options, contextOf(after)).end();
  }

  /** A trace begins here: what a sender says of its own is not believed, or anybody could have everything traced. */
  request(method: string): RequestSpan {
    const span = this.spans.startSpan(method, { kind: SpanKind.SERVER, root: true });
    return {
      within: (next) => {
        context.with(trace.setSpan(ROOT_CONTEXT, span), next);
      },
      end: ({ route, status, ...fields }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
          ...attributesOf(fields),
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  current(): string | null {
    const of = trace.getSpanContext(context.active());
    if (of === undefined || !isSpanContextValid(of) || (of.traceFlags & TraceFlags.SAMPLED) === 0) return null;
    const carrier: Record<string, string> = {};
    propagation.inject(context.active(), carrier);
    return carrier[HEADER] ?? null;
  }
}

function contextOf(traceparent: string): Context {
  return propagation.extract(ROOT_CONTEXT, { [HEADER]: traceparent });
}

function linksTo(traceparent: string): Link[] {
  const to = trace.getSpanContext(contextOf(traceparent));
  return to === undefined ? [] : [{ context: to }];
}

function attributesOf(fields: SpanFields): Attributes {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`front_door.${name}`, value]));
}

function fail(span: Span, error: unknown): void {
  const code = (error as { code?: unknown } | null)?.code;
  const kind = error instanceof Error ? error.name : typeof error;
  span.setAttribute('error.type', typeof code === 'string' ? code : kind);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
