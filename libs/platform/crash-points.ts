/** Places where the kill tests may end a process without clean-up or flush. */
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

/** How an armed point ends its process: at once, or by a computation that never ends, or that takes all memory. */
export const CRASH_WAYS = ['kill', 'loop', 'allocate'] as const;
export type CrashWay = (typeof CRASH_WAYS)[number];

/** Armed by CRASH_POINTS, CRASH_CHANCE and CRASH_WAY; unarmed it does nothing. */
export class CrashPoints {
  private readonly armed: ReadonlySet<string>;

  constructor(
    names: string | undefined,
    private readonly chance: number,
    private readonly way: CrashWay = 'kill',
  ) {
    this.armed = new Set((names ?? '').split(',').filter((name) => name !== ''));
  }

  /** A point may be armed for one case alone: `triage.evaluated@` and its id. */
  pass(point: CrashPoint, caseIds: readonly string[] = []): void {
    if (this.armed.size === 0) return;
    const isArmed = this.armed.has(point) || caseIds.some((id) => this.armed.has(`${point}@${id}`));
    if (isArmed && Math.random() < this.chance) end(this.way);
  }
}

function end(way: CrashWay): void {
  const hoard: unknown[] = [];
  switch (way) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return;
    case 'loop':
      for (;;) hoard.length = 0;
    case 'allocate':
      for (;;) hoard.push(new Array(100_000).fill({}));
  }
}
