import { DomainError } from '#domain';

/** How much goes together, at once, and waits. */
export interface GroupLimits {
  /** Items in one commit. */
  readonly together: number;
  /** Commits under way at once; where there are several, the last is never of a group that has all others. */
  readonly atOnce: number;
  /** Items that may wait in one group and in all together; of urgent ones, twice as many. */
  readonly waitingInGroup: number;
  readonly waiting: number;
  /** Items of one group that may wait however many others do. */
  readonly waitingAnyway: number;
}

/** Items of one group may share a commit. Urgent groups go before all others. */
export interface GroupPlace {
  readonly group: string;
  readonly urgent: boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Together<Item, Result> {
  readonly group: string;
  readonly items: readonly Waiting<Item, Result>[];
}

/**
 * Group commit: what arrives while commits are under way shares the next one. Nothing waits for a timer, so what comes
 * alone goes alone and at once. Groups take turns, and none has every commit: a flood in one neither turns another away nor
 * makes it wait for the flood.
 */
export class GroupCommit<Item, Result> {
  private readonly urgent = new Map<string, Waiting<Item, Result>[]>();
  private readonly standard = new Map<string, Waiting<Item, Result>[]>();
  private waiting = 0;
  private underWay = 0;
  /** Commits under way, by group; groups that have none are left out. */
  private readonly underWayOf = new Map<string, number>();

  /** `commit` stores items together and answers in their order; what it throws says that none of them was stored. */
  constructor(
    private readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: GroupLimits,
  ) {}

  /** @throws DomainError `unavailable` at once when too much waits already; what `commit` throws for this item. */
  add(item: Item, { group, urgent }: GroupPlace): Promise<Result> {
    const groups = urgent ? this.urgent : this.standard;
    const others = groups.get(group) ?? [];
    if (this.isFull(others.length, urgent ? 2 : 1)) {
      return Promise.reject(new DomainError('unavailable', 'More is waiting to be stored than can be stored in time.'));
    }
    return new Promise((resolve, reject) => {
      groups.set(group, [...others, { item, resolve, reject }]);
      this.waiting += 1;
      this.goOn();
    });
  }

  private isFull(ofGroup: number, times: number): boolean {
    const { waitingInGroup, waiting, waitingAnyway } = this.limits;
    return ofGroup >= waitingInGroup * times || (this.waiting >= waiting * times && ofGroup >= waitingAnyway);
  }

  private goOn(): void {
    const { atOnce } = this.limits;
    if (this.underWay >= atOnce) return;
    const together = this.take(this.urgent, atOnce) ?? this.take(this.standard, Math.max(1, atOnce - 1));
    if (together === null) return;
    this.begun(together.group, 1);
    void this.settle(together.items).finally(() => {
      this.begun(together.group, -1);
      this.goOn();
    });
  }

  private begun(group: string, change: 1 | -1): void {
    const ofGroup = (this.underWayOf.get(group) ?? 0) + change;
    this.underWay += change;
    if (ofGroup === 0) this.underWayOf.delete(group);
    else this.underWayOf.set(group, ofGroup);
  }

  /** From the group that waited longest, of those with fewer commits under way than `most`; what is left of it goes to the end. */
  private take(groups: Map<string, Waiting<Item, Result>[]>, most: number): Together<Item, Result> | null {
    for (const [group, all] of groups) {
      if ((this.underWayOf.get(group) ?? 0) >= most) continue;
      groups.delete(group);
      const left = all.slice(this.limits.together);
      if (left.length > 0) groups.set(group, left);
      this.waiting -= all.length - left.length;
      return { group, items: all.slice(0, this.limits.together) };
    }
    return null;
  }

  /** What fails together is tried alone, so that nobody's fault is another's; not while the database is away. */
  private async settle(together: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.commit(together.map(({ item }) => item));
      together.forEach(({ resolve }, at) => {
        resolve(results[at] as Result);
      });
    } catch (error: unknown) {
      if (together.length > 1 && !isAway(error)) {
        for (const one of together) await this.settle([one]);
      } else {
        for (const { reject } of together) reject(error);
      }
    }
  }
}

/** Then it is not known either whether the commit was made: a second try could store twice what has no key. */
function isAway(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'unavailable';
}
