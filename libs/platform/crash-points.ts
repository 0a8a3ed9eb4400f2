/** Places where the kill tests may end a process, as SIGKILL would: no clean-up, no flush. */
export const CRASH_POINT_NAMES = [
  'transaction.before_commit',
  'transaction.after_commit',
  'relay.before_wake',
  'triage.claimed',
  'triage.evaluated',
  'webhooks.sent',
  'clocks.escalated',
] as const;
export type CrashPoint = (typeof CRASH_POINT_NAMES)[number];

/** Armed by CRASH_POINTS and CRASH_CHANCE; unarmed it does nothing. */
export class CrashPoints {
  private readonly armed: ReadonlySet<string>;

  constructor(
    names: string | undefined,
    private readonly chance: number,
  ) {
    this.armed = new Set((names ?? '').split(',').filter((name) => name !== ''));
  }

  pass(point: CrashPoint): void {
    if (this.armed.has(point) && Math.random() < this.chance) process.kill(process.pid, 'SIGKILL');
  }
}
