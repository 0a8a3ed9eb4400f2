import type { CatalogueEntry, Rule } from '#rules';
import { type ConditionForm, conditionForm } from './condition-form.ts';

/** A fact that the rules use, and the name under which a FEEL expression speaks of it. */
interface FactColumn {
  readonly entry: CatalogueEntry;
  readonly name: string;
}

/** Facts by id, in the order of the catalogue. */
export type FactColumns = ReadonlyMap<string, FactColumn>;

function addFacts(form: ConditionForm, ids: Set<string>): void {
  if (form.kind === 'atLeast') for (const part of form.parts) addFacts(part, ids);
  else ids.add('known' in form.leaf ? form.leaf.known : form.leaf.fact);
}

/** The prefix keeps clear of FEEL's own words; full stops and hyphens would be taken for operators. */
function feelName(id: string, taken: ReadonlySet<string>): string {
  const plain = `fact_${id.replace(/[^A-Za-z0-9_]/g, '_')}`;
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain}_${count}`;
  return name;
}

export function factColumns(catalogue: readonly CatalogueEntry[], rules: readonly Rule[]): FactColumns {
  const ids = new Set<string>();
  for (const rule of rules) addFacts(conditionForm(rule.when), ids);
  const taken = new Set<string>();
  const columns = new Map<string, FactColumn>();
  for (const entry of catalogue) {
    if (!ids.has(entry.id)) continue;
    const name = feelName(entry.id, taken);
    taken.add(name);
    columns.set(entry.id, { entry, name });
  }
  return columns;
}
