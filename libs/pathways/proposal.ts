import type { Level, Pathway, Urgency } from '#domain';

/** What the rules propose to a person. It decides nothing. */
export interface Proposal {
  readonly level: Level;
  readonly pathway: Pathway;
  readonly urgency: Urgency;
  readonly redLine: boolean;
  readonly queue: string;
  readonly routes: readonly string[];
  readonly actions: readonly string[];
  readonly services: readonly string[];
  readonly needsInformation: boolean;
  /** What the case could still become once the open questions are answered; `null` when nothing is open. */
  readonly couldBecome: { readonly level: Level; readonly pathway: Pathway; readonly urgency: Urgency } | null;
  readonly openFacts: readonly string[];
}

/** The authority's routing table: which queue a level goes to. */
export type QueueByLevel = Readonly<Record<Level, string>>;
