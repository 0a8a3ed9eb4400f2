import { NATIONS } from '#domain';
import { knownAuthorityIds, nationPack, profileOf } from '#nation-packs';
import type { RuleSet, SafetyInvariant } from '#rules';

/** A rule set that came with the service, and what no set in its place may break. */
export interface NamedPack {
  readonly name: string;
  readonly ruleSet: RuleSet;
  readonly invariants: readonly SafetyInvariant[];
  readonly exclusions: readonly (readonly [string, string])[];
}

/** The four nations, and the authorities whose packs add rules of their own. */
export function packNames(): readonly string[] {
  const own = knownAuthorityIds().filter((id) => profileOf(id).ruleSet !== profileOf(id).nationPack.ruleSet);
  return [...NATIONS, ...own];
}

/** @throws Error when nothing has this name. */
export function packNamed(name: string): NamedPack {
  const nation = NATIONS.find((one) => one === name);
  if (nation !== undefined) return { name, ...nationPack(nation) };
  if (!knownAuthorityIds().includes(name)) {
    throw new Error(`There is no pack "${name}"; there are ${[...NATIONS, ...knownAuthorityIds()].join(', ')}.`);
  }
  const { ruleSet, invariants, exclusions } = profileOf(name);
  return { name, ruleSet, invariants, exclusions };
}
