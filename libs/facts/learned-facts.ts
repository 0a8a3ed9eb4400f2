import { type Fact, type Facts, known } from '#domain';

/**
 * The facts of a referral with what was learned since, oldest first. What was open is answered and what was wrong is put
 * right, but a harm that somebody reported stays reported: whether it was a mistake is for the person who decides.
 * @param harms ids of the facts of which more means more harm.
 */
export function withLearned(told: Facts, learned: readonly Facts[], harms: ReadonlySet<string>): Facts {
  const facts: Record<string, Fact> = { ...told };
  for (const [id, fact] of learned.flatMap((each) => Object.entries(each))) {
    const standing = facts[id];
    facts[id] = standing === undefined || !harms.has(id) ? fact : worse(standing, fact);
    if (id === 'safety.immediateDanger' && fact.known) facts['safety.gateAnswered'] = known(true);
  }
  return facts;
}

/** Present outweighs absent and the higher count the lower one; an answer outweighs none. */
function worse(standing: Fact, learned: Fact): Fact {
  if (!standing.known) return learned;
  if (!learned.known) return standing;
  return Number(learned.value) > Number(standing.value) ? learned : standing;
}
