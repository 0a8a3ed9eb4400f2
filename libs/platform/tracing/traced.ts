/** What a span tells beside its name and its times: codes, lanes, counts. Never a path, a name or the id of a record. */
export type SpanFields = Readonly<Record<string, string | number>>;

/** Some work that is shown in a trace. */
export interface TracedWork {
  readonly name: string;
  readonly fields: SpanFields;
  /** What brought it about, as W3C traceparents. */
  readonly broughtAboutBy: readonly string[];
}

/** Work that is over, shown in the trace of what brought it about. */
export interface TracedOutcome {
  readonly name: string;
  readonly fields: SpanFields;
  /** W3C traceparent. */
  readonly after: string;
  /** How long it took, up to now. */
  readonly tookMs: number;
}

/** A request under way. */
export interface RequestSpan {
  /** Runs what follows as a part of it. */
  within(next: () => void): void;
  end(fields: SpanFields & { readonly route: string; readonly status: number }): void;
}

export interface Tracer {
  run<T>(work: TracedWork, inside: () => Promise<T>): Promise<T>;
  note(outcome: TracedOutcome): void;
  request(method: string): RequestSpan;
  /** The W3C traceparent of the work under way; `null` when it is not traced. */
  current(): string | null;
}

let tracer: Tracer | null = null;

/** Whoever traces this process from now on; `null`: nobody. */
export function keepTraces(by: Tracer | null): void {
  tracer = by;
}

/** Does some work as a span of its own. Costs nothing while nobody traces. */
export function traced<T>(work: TracedWork, inside: () => Promise<T>): Promise<T> {
  return tracer === null ? inside() : tracer.run(work, inside);
}

/** Shows, where a request is traced, what came of it later. */
export function noteOutcome(outcome: TracedOutcome): void {
  tracer?.note(outcome);
}

/** To be stored with work that is done later, elsewhere; `null` when nothing is traced. */
export function traceParent(): string | null {
  return tracer?.current() ?? null;
}

export function requestSpan(method: string): RequestSpan | null {
  return tracer?.request(method) ?? null;
}
