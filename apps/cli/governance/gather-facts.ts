import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { referralSchema } from '#intake';
import { profileOf, retentionScheduleOf, selectableLegalBases } from '#nation-packs';
import type { RuleSet } from '#rules';
import type { GovernanceFacts, Risk } from './governance-facts.ts';

/** What is true of an authority's front door on a day, under the rule set given. */
export function gatherFacts(
  authorityId: string,
  rules: { readonly ruleSet: RuleSet; readonly hash: string },
  day: string,
): GovernanceFacts {
  const { authority, nationPack, invariants } = profileOf(authorityId);
  return {
    ...{ day, authority, referralSchema, ...rules },
    levels: nationPack.levels,
    invariants: invariants.length,
    legalBases: selectableLegalBases(nationPack, day),
    retention: retentionScheduleOf(authorityId),
    risks: shippedRisks(),
  };
}

export function shippedRisks(): readonly Risk[] {
  return (parse(readBeside('risks.yaml')) as { risks: readonly Risk[] }).risks;
}

/** The fixed words of a document, which stand beside this file. */
export function templateOf(document: 'dpia' | 'atrs'): string {
  return readBeside(`${document}.template.md`);
}

function readBeside(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
