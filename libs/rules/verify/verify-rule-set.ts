import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { RuleSet } from '../rule-set.ts';
import type { QuestionSpace } from '../solver/question-space.ts';
import { findConflicting } from './findings/conflicting.ts';
import { findDead } from './findings/dead.ts';
import { findOverlapping } from './findings/overlapping.ts';
import { findRedundant } from './findings/redundant.ts';
import { Investigation } from './investigation.ts';
import { checkInvariant } from './invariants/given-invariant.ts';
import { harmsIn, moreHarmNeverLowers } from './invariants/more-harm.ts';
import { everyCaseReachesAPathway } from './invariants/reaches-a-pathway.ts';
import { redLinesAreHighest } from './invariants/red-lines.ts';
import { unknownNeverHides } from './invariants/unknown-never-hides.ts';
import type { InvariantFinding, RuleFinding, Verification, VerificationGiven } from './verification.ts';

export interface VerificationProgress {
  readonly done: number;
  readonly total: number;
}

const BUILT_IN = [unknownNeverHides, everyCaseReachesAPathway, redLinesAreHighest];

function findingsOf(of: Investigation, rule: CompiledRule, given: VerificationGiven): readonly RuleFinding[] {
  const dead = findDead(of, rule);
  if (dead.length > 0) return dead;
  const conflicts = findConflicting(of, rule, given.exclusions);
  return [...findRedundant(of, rule), ...findOverlapping(of, rule), ...conflicts];
}

function sumOf(spaces: readonly QuestionSpace[]): Verification['effort'] {
  const sum = { questions: 0, conflicts: 0, undecided: 0 };
  for (const { effort } of spaces) {
    sum.questions += effort.questions;
    sum.conflicts += effort.conflicts;
    sum.undecided += effort.undecided;
  }
  return sum;
}

type Found = Pick<Verification, 'invariants' | 'findings'>;

/** All the work; yields as often as `stepsOf` says. Each part has a space of its own: it need not drag others along. */
function* investigation(
  rules: readonly CompiledRule[],
  given: VerificationGiven,
  investigate: () => Investigation,
): Generator<undefined, Found> {
  const invariants: InvariantFinding[] = [];
  const findings: RuleFinding[] = [];
  const forInvariants = investigate();
  for (const invariant of given.invariants) {
    invariants.push(checkInvariant(forInvariants, invariant));
    yield undefined;
  }
  invariants.push(yield* moreHarmNeverLowers(investigate()));
  for (const check of BUILT_IN) {
    invariants.push(check(investigate()));
    yield undefined;
  }
  const forFindings = investigate();
  for (const rule of rules) {
    findings.push(...findingsOf(forFindings, rule, given));
    yield undefined;
  }
  return { invariants, findings };
}

function stepsOf(compiled: CompiledRuleSet, { invariants }: VerificationGiven): number {
  return invariants.length + harmsIn(compiled).length + BUILT_IN.length + compiled.rules.length;
}

/** As `verification`, for a set that was compiled already. */
export function* verificationOf(
  compiled: CompiledRuleSet,
  given: VerificationGiven,
): Generator<VerificationProgress, Verification> {
  const { ruleSet, rules } = compiled;
  const conditions = given.invariants.map(({ when }) => when);
  const spaces: QuestionSpace[] = [];
  const steps = investigation(rules, given, () => {
    const of = new Investigation(compiled, conditions, given.from);
    spaces.push(of.space);
    return of;
  });
  const total = stepsOf(compiled, given);
  let step = steps.next();
  for (let done = 1; step.done !== true; done += 1, step = steps.next()) yield { done, total };
  const { invariants, findings } = step.value;
  const effort = sumOf(spaces);
  const isProved = invariants.every(({ proof }) => proof === 'proved');
  const isSafe = isProved && findings.every(({ kind }) => kind !== 'dead') && effort.undecided === 0;
  return { ruleSetId: ruleSet.id, version: ruleSet.version, invariants, findings, isSafe, effort };
}

/**
 * Verifies a rule set over all possible inputs (rules.md, verification), exactly and not by sample: every fact known
 * with any value or unknown, on every day from `given.from` on, in every area. One step at a time, so that a caller
 * can show progress and let others work; the return value is the verification.
 *
 * @throws RuleSetRefused for a set that may not load
 */
export function* verification(
  ruleSet: RuleSet,
  given: VerificationGiven,
): Generator<VerificationProgress, Verification> {
  return yield* verificationOf(compileRuleSet(ruleSet), given);
}

export function toTheEnd<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Runs `verification` to its end. */
export function verifyRuleSet(ruleSet: RuleSet, given: VerificationGiven): Verification {
  return toTheEnd(verification(ruleSet, given));
}
