import type { CompiledCondition, Shortfall } from './compiled-condition.ts';
import type { FactTable } from './fact-table.ts';
import { FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.ts';

/** True once enough parts are true, false once too many are false, else unknown (Kleene). */
function countTruth(parts: readonly CompiledCondition[], need: number, table: FactTable): Kleene {
  const mayFail = parts.length - need;
  let holding = 0;
  let failing = 0;
  for (const part of parts) {
    const truth = part.truth(table);
    if (truth === TRUE) {
      holding += 1;
      if (holding >= need) return TRUE;
    } else if (truth === FALSE) {
      failing += 1;
      if (failing > mayFail) return FALSE;
    }
  }
  return UNKNOWN;
}

/** The sum of the `need` smallest shortfalls of the parts. */
function sumOfLeast(parts: readonly CompiledCondition[], need: number, table: FactTable, wanted: boolean): Shortfall {
  let asWanted = 0;
  let oneShort = 0;
  for (const part of parts) {
    const shortfall = part.shortfall(table, wanted);
    if (shortfall === 0) asWanted += 1;
    else if (shortfall === 1) oneShort += 1;
  }
  if (asWanted >= need) return 0;
  return need - asWanted === 1 && oneShort > 0 ? 1 : 2;
}

export function compileAtLeast(need: number, parts: readonly CompiledCondition[]): CompiledCondition {
  const needToFail = parts.length - need + 1;
  return {
    truth: (table) => countTruth(parts, need, table),
    // Whichever way it goes, the parts that went the same way decided it.
    markDeciding: (table, result, marks) => {
      for (const part of parts) if (part.truth(table) === result) part.markDeciding(table, result, marks);
    },
    shortfall: (table, wanted) => sumOfLeast(parts, wanted ? need : needToFail, table, wanted),
    holdsInPart: (table, negated) => {
      for (const part of parts) if (part.holdsInPart(table, negated)) return true;
      return false;
    },
  };
}
