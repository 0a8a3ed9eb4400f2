import type { OpenMention, RelationshipEntry, ResidenceEntry } from '#people';
import type { FamilyCase } from './store/family-case.ts';

/** The child of the case, a brother or sister, another child, a grown-up. */
export type Part = 'child' | 'sibling' | 'other_child' | 'adult';

/** How it is known that somebody belongs: this referral says so, a person confirmed it, or details match. */
export type Belonging = 'reported' | 'confirmed' | 'likely';

/** A mention within one person's group: `likely` where only the details say that it is the same person. */
interface MemberMention {
  readonly mention: OpenMention;
  readonly belonging: Belonging;
}

/** One person of a family, as far as their mentions are taken to be one. */
export interface Member {
  /** By which mention they are spoken of: the newest of this referral, else the newest. */
  readonly id: string;
  readonly part: Part;
  readonly belonging: Belonging;
  /** Newest first. */
  readonly mentions: readonly MemberMention[];
  /** Oldest first, those that were replaced too. */
  readonly relationships: readonly RelationshipEntry[];
  readonly residences: readonly ResidenceEntry[];
  /** Their own, as a child. */
  readonly cases: readonly FamilyCase[];
}

/** What the newest mention that says anything says. */
export function detailOf<Value>(member: Member, read: (mention: OpenMention) => Value | null): Value | null {
  for (const { mention } of member.mentions) {
    const value = read(mention);
    if (value !== null) return value;
  }
  return null;
}

export function nameOfMember(member: Member): string | null {
  return detailOf(member, nameOfMention);
}

export function nameOfMention({ details: { names } }: OpenMention): string | null {
  const words = [names.given, names.family].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' ');
}
