import type { Findings } from './check-nothing-lost.ts';

export interface Outcome {
  readonly kills: number;
  readonly recoveryMs: number;
  readonly retries: number;
  readonly findings: Findings;
}

/** One line of figures a scenario, on standard error, where the test run shows it. */
export function report(scenario: string, { kills, recoveryMs, retries, findings }: Outcome): void {
  const { acknowledged, lost, doubled, broken, notProposed, secondsToProposal: seconds } = findings;
  const at = (share: number): string => (seconds[Math.floor(share * (seconds.length - 1))] ?? 0).toFixed(2);
  const figures = [
    `kills ${String(kills)}`,
    `acknowledged ${String(acknowledged)}`,
    `retries ${String(retries)}`,
    `lost ${String(lost.length)}`,
    `doubled ${String(doubled.length)}`,
    `broken ${String(broken.length)}`,
    `not proposed ${String(notProposed.length)}`,
    `to proposal p50 ${at(0.5)} p99 ${at(0.99)} worst ${at(1)} s`,
    `settled ${(recoveryMs / 1000).toFixed(2)} s after the last fault`,
  ];
  process.stderr.write(`${scenario}: ${figures.join(', ')}\n`);
}
