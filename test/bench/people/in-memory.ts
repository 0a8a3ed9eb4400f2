import { blockingKeysOf } from '../../../libs/people/matching/blocking-keys.ts';
import { type Comparable, comparable } from '../../../libs/people/matching/comparable.ts';
import { peopleOfReferral } from '../../../libs/people/mentions/people-of-referral.ts';
import type { Person } from './population/person.ts';
import type { InventedReferral } from './population/referrals.ts';
import { meant } from './world.ts';

/** A mention as the service would compare it, and who is truly meant. */
export interface KnownMention {
  readonly person: Person;
  readonly referral: number;
  readonly isChild: boolean;
  readonly isUnborn: boolean;
  readonly isNamed: boolean;
  readonly view: Comparable;
}

export function knownMentions(referral: InventedReferral, number: number): KnownMention[] {
  const people = meant(referral);
  return peopleOfReferral(referral.document).flatMap(({ role, position, details }) => {
    const isChild = role === 'child';
    const person = people.get(`${isChild ? 'child' : 'household'} ${position}`);
    if (person === undefined) return [];
    const view = comparable({ role, receivedAt: referral.receivedAt, details });
    const isUnborn = details.expectedDeliveryDate !== null;
    return [{ person, referral: number, isChild, isUnborn, isNamed: view.name.given.length > 0, view }];
  });
}

/** The blocks, as the database keeps them, but in memory and in clear. */
export class Blocks {
  private readonly blocks = new Map<string, KnownMention[]>();
  private keys = 0;
  private count = 0;

  add(mention: KnownMention): void {
    this.count += 1;
    for (const key of blockingKeysOf(mention.view)) {
      this.keys += 1;
      const block = this.blocks.get(key);
      if (block === undefined) this.blocks.set(key, [mention]);
      else block.push(mention);
    }
  }

  /** Everybody who shares a key that not too many share, with the kinds of these keys. */
  sharing(mention: KnownMention, most: number): ReadonlyMap<KnownMention, ReadonlySet<string>> {
    const found = new Map<KnownMention, Set<string>>();
    for (const key of blockingKeysOf(mention.view)) {
      const block = this.blocks.get(key) ?? [];
      if (block.length > most) continue;
      for (const other of block) found.set(other, (found.get(other) ?? new Set()).add(key.split(' ')[0] ?? ''));
    }
    return found;
  }

  get keysEach(): number {
    return this.keys / this.count;
  }
}
