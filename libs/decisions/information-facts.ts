import { DomainError, type FactValue } from '#domain';
import { isChangeable } from '#facts';
import { type CatalogueEntry, factValueFits } from '#rules';

/**
 * The facts as the rules take them, or every fault of them.
 * @throws DomainError `validation_failed` for a fact that nobody can report, or a value that its type does not allow.
 */
export function checkedFacts(
  given: Readonly<Record<string, unknown>>,
  catalogue: readonly CatalogueEntry[],
): Readonly<Record<string, FactValue>> {
  const entries = new Map(reportable(catalogue).map((entry) => [entry.id, entry]));
  const faults: { pointer: string; message: string }[] = [];
  const facts: Record<string, FactValue> = {};
  for (const [id, value] of Object.entries(given)) {
    const entry = entries.get(id);
    const pointer = `/facts/${id.slice(0, 80)}`;
    if (entry === undefined) faults.push({ pointer, message: 'Is no fact that somebody reports.' });
    else if (factValueFits(entry.type, value)) facts[id] = value;
    else faults.push({ pointer, message: 'Must be a value that the fact can have.' });
  }
  if (faults.length === 0) return facts;
  throw new DomainError('validation_failed', 'Some facts cannot be recorded.', faults);
}

/** The facts that somebody may report of a case that has come in. */
export function reportable(catalogue: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return catalogue.filter(isReported);
}

/** What was before nobody changes, but somebody may know of it: help that was declined, a plan elsewhere. */
function isReported(entry: CatalogueEntry): boolean {
  return isChangeable(entry) || (entry.id.startsWith('history.') && entry.suppliedBy.includes('referrer'));
}
