import { CHAIN_START } from '../entry/entry-text.ts';
import type { LoggedEvent } from '../store/entry.query.ts';
import { LogFault } from './log-fault.ts';

interface Link {
  readonly sequence: number;
  readonly previous: Buffer;
  readonly event: LoggedEvent;
}

/** As little as the next link is held against: every chain of the log has one. */
interface End {
  readonly sequence: number;
  /** In base64: a small buffer would keep all of the piece of memory that it was cut from. */
  readonly leaf: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/**
 * Follows every chain through the log: from its beginning, without gap or fork, never back in time. Where two
 * transactions crossed, a link may stand in the log before the one it follows; it waits until that has come.
 */
export class ChainCheck {
  private readonly ends = new Map<string, End>();
  private readonly early = new Map<string, Link>();

  /** @throws LogFault */
  add(event: LoggedEvent): void {
    const { chainId, chainSequence, previousHash } = event;
    if (chainId === null) return;
    if (chainSequence === null || previousHash === null) throw faultAt(event, 'has no place in its chain');
    const key = `${chainId} ${chainSequence}`;
    if (this.early.has(key)) throw faultAt(event, 'forks its chain');
    this.early.set(key, { sequence: chainSequence, previous: previousHash, event });
    this.advance(chainId);
  }

  get count(): number {
    return this.ends.size;
  }

  /** Links that follow something the log does not hold. */
  get waiting(): readonly LoggedEvent[] {
    return [...this.early.values()].map(({ event }) => event);
  }

  private advance(chainId: string): void {
    for (;;) {
      const end = this.ends.get(chainId);
      const key = `${chainId} ${(end?.sequence ?? -1) + 1}`;
      const next = this.early.get(key);
      if (next === undefined) return;
      const occurredAt = next.event.occurredAt.getTime();
      if (textOf(next.previous) !== (end?.leaf ?? textOf(CHAIN_START)))
        throw faultAt(next.event, 'does not follow what stood before it');
      if (end !== undefined && occurredAt < end.occurredAt) {
        throw faultAt(next.event, 'is earlier than what it follows');
      }
      this.early.delete(key);
      this.ends.set(chainId, { sequence: next.sequence, leaf: textOf(next.event.leafHash), occurredAt });
    }
  }
}

function textOf(hash: Buffer): string {
  return hash.toString('base64');
}

export function faultAt({ position, id }: LoggedEvent, what: string): LogFault {
  return new LogFault(`Event ${id} (${String(position)}) ${what}.`, position, id);
}
