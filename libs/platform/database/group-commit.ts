import { DomainError } from '#domain';

/** How much goes together, at once, and waits. */
export interface GroupLimits {
  /** Items in one commit. */
  readonly together: number;
  /** Commits under way at once. */
  readonly atOnce: number;
  /** Items that may wait in one group and in all together; of urgent ones, twice as many. */
  readonly waitingInGroup: number;
  readonly waiting: number;
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

/**
 * Group commit: what arrives while commits are under way shares the next one. Nothing waits for a timer, so what comes
 * alone goes alone and at once. Groups take turns: a flood in one makes another wait for a commit, not for the flood.
 */
export class GroupCommit<Item, Result> {
  private readonly urgent = new Map<string, Waiting<Item, Result>[]>();
  private readonly standard = new Map<string, Waiting<Item, Result>[]>();
  private waiting = 0;
  private underWay = 0;

  /** `commit` stores items together and answers in their order; what it throws says that none of them was stored. */
  constructor(
    private readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: GroupLimits,
  ) {}

  /** @throws DomainError `unavailable` at once when too much waits already; what `commit` throws for this item. */
  add(item: Item, { group, urgent }: GroupPlace): Promise<Result> {
    const groups = urgent ? this.urgent : this.standard;
    const others = groups.get(group) ?? [];
    const most = urgent ? 2 : 1;
    if (others.length >= this.limits.waitingInGroup * most || this.waiting >= this.limits.waiting * most) {
      return Promise.reject(new DomainError('unavailable', 'More is waiting to be stored than can be stored in time.'));
    }
    return new Promise((resolve, reject) => {
      groups.set(group, [...others, { item, resolve, reject }]);
      this.waiting += 1;
      this.goOn();
    });
  }

  private goOn(): void {
    if (this.underWay >= this.limits.atOnce) return;
    const together = this.take(this.urgent) ?? this.take(this.standard);
    if (together === null) return;
    this.underWay += 1;
    void this.settle(together).finally(() => {
      this.underWay -= 1;
      this.goOn();
    });
  }

  /** From the group that waited longest; what is left of it goes to the end. */
  private take(groups: Map<string, Waiting<Item, Result>[]>): Waiting<Item, Result>[] | null {
    const [first] = groups;
    if (first === undefined) return null;
    const [group, all] = first;
    groups.delete(group);
    const left = all.slice(this.limits.together);
    if (left.length > 0) groups.set(group, left);
    this.waiting -= all.length - left.length;
    return all.slice(0, this.limits.together);
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
