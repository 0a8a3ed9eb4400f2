import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import { GroupCommit, type GroupLimits } from './group-commit.ts';

const LIMITS: GroupLimits = { together: 3, atOnce: 1, waitingInGroup: 4, waiting: 6, waitingAnyway: 1 };
const SCHOOL = { group: 'school', urgent: false };
const POLICE = { group: 'police', urgent: false };

/** A store that keeps what is committed until it is told to go on, and refuses whatever holds `bad`. */
class Store {
  readonly commits: string[][] = [];
  private readonly held: (() => void)[] = [];
  readonly group: GroupCommit<string, string>;

  constructor(
    limits: Partial<GroupLimits> = {},
    private readonly fault: Error = new Error('bad'),
  ) {
    this.group = new GroupCommit((items) => this.commit(items), { ...LIMITS, ...limits });
  }

  /** Lets the commits that are under way, and those that follow, come to their end. */
  async finish(): Promise<void> {
    while (this.held.length > 0) {
      this.held.shift()?.();
      await sleep(0);
    }
  }

  private async commit(items: readonly string[]): Promise<string[]> {
    this.commits.push([...items]);
    await new Promise<void>((resolve) => {
      this.held.push(resolve);
    });
    if (items.some((item) => item.startsWith('bad'))) throw this.fault;
    return items.map((item) => `stored ${item}`);
  }
}

describe('a group commit', () => {
  it('begins at once with what comes alone, and takes together what came meanwhile, in the order of arrival', async () => {
    const store = new Store();
    const results = ['a', 'b', 'c', 'd'].map((item) => store.group.add(item, SCHOOL));

    expect(store.commits).toEqual([['a']]);
    await store.finish();
    expect(store.commits).toEqual([['a'], ['b', 'c', 'd']]);
    expect(await Promise.all(results)).toEqual(['stored a', 'stored b', 'stored c', 'stored d']);
  });

  it('takes no more together, and begins no more at once, than it may', async () => {
    const store = new Store({ together: 2, atOnce: 3 });
    const results = ['a', 'b', 'c', 'd', 'e'].map((item) => store.group.add(item, SCHOOL));

    expect(store.commits).toEqual([['a'], ['b']]);
    await store.finish();
    expect(store.commits).toEqual([['a'], ['b'], ['c', 'd'], ['e']]);
    await Promise.all(results);
  });

  it('keeps its last commit for whoever has none, and for what is urgent', async () => {
    const store = new Store({ atOnce: 2 });
    const results = ['a', 'b'].map((item) => store.group.add(item, SCHOOL));
    expect(store.commits).toEqual([['a']]);

    results.push(store.group.add('x', POLICE));
    expect(store.commits).toEqual([['a'], ['x']]);
    await store.finish();
    expect(store.commits).toEqual([['a'], ['x'], ['b']]);

    results.push(store.group.add('c', SCHOOL), store.group.add('red', { ...SCHOOL, urgent: true }));
    expect(store.commits.slice(3)).toEqual([['c'], ['red']]);
    await store.finish();
    await Promise.all(results);
  });

  it('takes some of every group, however many wait in others', async () => {
    const store = new Store({ waiting: 3 });
    const flood = Array.from({ length: 4 }, (_, at) => store.group.add(String(at), SCHOOL));
    await expect(store.group.add('too many', SCHOOL)).rejects.toMatchObject({ code: 'unavailable' });

    const other = store.group.add('x', POLICE);
    await expect(store.group.add('y', POLICE)).rejects.toMatchObject({ code: 'unavailable' });
    await store.finish();
    expect(await other).toBe('stored x');
    await Promise.all(flood);
  });

  it('never mixes groups, and lets them take turns', async () => {
    const store = new Store({ together: 2 });
    const flood = ['a', 'b', 'c', 'd', 'e'].map((item) => store.group.add(item, SCHOOL));
    const other = store.group.add('x', POLICE);

    await store.finish();
    expect(store.commits).toEqual([['a'], ['b', 'c'], ['x'], ['d', 'e']]);
    await Promise.all([...flood, other]);
  });

  it('takes urgent groups first', async () => {
    const store = new Store();
    const results = ['a', 'b'].map((item) => store.group.add(item, SCHOOL));
    results.push(store.group.add('red', { ...SCHOOL, urgent: true }));

    await store.finish();
    expect(store.commits).toEqual([['a'], ['red'], ['b']]);
    await Promise.all(results);
  });

  it('tries each alone when they fail together: only the one at fault fails', async () => {
    const store = new Store();
    const results = ['a', 'b', 'bad', 'c'].map((item) => store.group.add(item, SCHOOL));
    const settled = Promise.allSettled(results);

    await store.finish();
    expect(store.commits).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('tries nothing again when the database was away: it may have been stored', async () => {
    const store = new Store({}, new DomainError('unavailable', 'away'));
    const settled = Promise.allSettled(['a', 'b', 'bad'].map((item) => store.group.add(item, SCHOOL)));

    await store.finish();
    expect(store.commits).toEqual([['a'], ['b', 'bad']]);
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('refuses at once what would wait too long, in one group and in all, and goes on afterwards', async () => {
    const store = new Store();
    const taken = Array.from({ length: 5 }, (_, at) => store.group.add(String(at), SCHOOL));

    await expect(store.group.add('one too many', SCHOOL)).rejects.toMatchObject({ code: 'unavailable' });
    taken.push(store.group.add('x', POLICE), store.group.add('y', POLICE));
    await expect(store.group.add('z', POLICE)).rejects.toMatchObject({ code: 'unavailable' });

    await store.finish();
    expect((await Promise.all(taken)).length).toBe(7);
    const later = store.group.add('later', SCHOOL);
    await store.finish();
    expect(await later).toBe('stored later');
  });

  it('still takes urgent ones when it refuses all others', async () => {
    const store = new Store();
    const taken = Array.from({ length: 5 }, (_, at) => store.group.add(String(at), SCHOOL));
    const red = { ...SCHOOL, urgent: true };

    await expect(store.group.add('standard', SCHOOL)).rejects.toMatchObject({ code: 'unavailable' });
    taken.push(...['r1', 'r2', 'r3', 'r4', 'r5'].map((item) => store.group.add(item, red)));

    await store.finish();
    expect(store.commits.slice(1, 3)).toEqual([
      ['r1', 'r2', 'r3'],
      ['r4', 'r5'],
    ]);
    expect((await Promise.all(taken)).length).toBe(10);
  });
});
