/** What the service relies on, each of which can be taken away: a simulation that does not notice is worth nothing. */
export interface Defences {
  /** Work is claimed by its state; without, by a cursor over ids. */
  readonly claimsByState: boolean;
  /** One referral for each agency and idempotency key. */
  readonly uniqueKey: boolean;
  /** The sender hears of it once it is committed. */
  readonly answersAfterCommit: boolean;
  /** The message is stored with the change; without, the queue is told after the commit and nothing is stored. */
  readonly outbox: boolean;
  /** A late worker's token no longer fits. */
  readonly fencing: boolean;
  /** A worker looks at the case again while it holds it. */
  readonly looksAgain: boolean;
  /** One run for each case and version of its input. */
  readonly uniqueRun: boolean;
  /** Whoever adds to a chain holds it. */
  readonly chainLock: boolean;
  /** One event for each place in a chain. */
  readonly uniquePlace: boolean;
  /** Only events of transactions are sealed before which none runs any more; without, whatever is seen. */
  readonly sealHorizon: boolean;
  /** A change is refused to whoever read an older version of the case. */
  readonly caseVersion: boolean;
  /** A run names the rule set that it was evaluated by; without, the one in force when it is written. */
  readonly pinnedRuleSet: boolean;
}

export const EVERY_DEFENCE: Defences = {
  claimsByState: true,
  uniqueKey: true,
  answersAfterCommit: true,
  outbox: true,
  fencing: true,
  looksAgain: true,
  uniqueRun: true,
  chainLock: true,
  uniquePlace: true,
  sealHorizon: true,
  caseVersion: true,
  pinnedRuleSet: true,
};

/** Mistakes that others have made, by name. Where two defences hold the same line, both are taken away. */
export const PLANTED_BUGS = {
  'cursor relay': { claimsByState: false },
  'missing unique key': { uniqueKey: false },
  'acknowledge before commit': { answersAfterCommit: false },
  'enqueue without outbox': { outbox: false },
  'unfenced worker': { fencing: false, looksAgain: false, uniqueRun: false },
  'chain without a lock': { chainLock: false, uniquePlace: false },
  'sealing without a horizon': { sealHorizon: false },
  'decision on an old version': { caseVersion: false },
  'rule set named late': { pinnedRuleSet: false },
} as const satisfies Readonly<Record<string, Partial<Defences>>>;
export type PlantedBug = keyof typeof PLANTED_BUGS;

export function without(lost: Partial<Defences>): Defences {
  return { ...EVERY_DEFENCE, ...lost };
}
