/** What a load client is asked to send. */
export interface LoadPlan {
  /** Where referrals are posted to. */
  readonly url: string;
  /** Bearer tokens, used in turn: one for each sender. */
  readonly tokens: readonly string[];
  /** So many who send one after the other, or so many arrivals a second whatever becomes of them (at random moments). */
  readonly shape: { readonly clients: number } | { readonly perSecond: number };
  readonly seconds: number;
  /** Of the people in the referrals. Two clients of one bench need two seeds. */
  readonly seed: number;
  readonly redShare?: number;
}

/** Milliseconds. With arrivals at a pace they count from when the request was due, not from when it was sent. */
export interface Latencies {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

export interface LoadResult {
  readonly sent: number;
  readonly accepted: number;
  /** Answers by status; `0` for none: a connection that broke or a time limit. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Refusals that say when to come back. */
  readonly withRetryAfter: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly ofAccepted: Latencies;
  readonly ofRefused: Latencies;
}

/** The nearest rank; `NaN` of nothing. */
export function latenciesOf(milliseconds: readonly number[]): Latencies {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), worst: at(1) };
}
