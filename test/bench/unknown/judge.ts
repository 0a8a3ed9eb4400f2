import type { Decision, Engine } from '../engines/engine.ts';
import { nameOf, plainCase, type PlainCase } from '../support/plain-case.ts';
import type { SettledCase, UnknownCase } from './unknown-case.ts';

export const BEHAVIOURS = ['flags it', 'proposes the higher', 'silently lower', 'throws'] as const;
type Behaviour = (typeof BEHAVIOURS)[number];

/** Only the first two are safe: a lower outcome that nobody is warned of hides a worry, an error answers nothing. */
function isSafe(behaviour: Behaviour): boolean {
  return behaviour === 'flags it' || behaviour === 'proposes the higher';
}

/** The case without the fact that is not known: the only way to say so that all engines have. */
function without(given: PlainCase, factId: string): PlainCase {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name !== nameOf(factId)));
}

async function decided(engine: Engine, { facts, factId }: SettledCase): Promise<Decision | null> {
  try {
    return await engine.decide(without(plainCase(facts), factId));
  } catch {
    return null;
  }
}

async function behaviourOf(engine: Engine, given: UnknownCase): Promise<Behaviour> {
  const decision = await decided(engine, given);
  if (decision === null) return 'throws';
  if (decision.isFlagged) return 'flags it';
  const [level, urgency] = given.higher;
  return decision.level >= level && decision.urgency >= urgency ? 'proposes the higher' : 'silently lower';
}

/** Whether an engine warns, or fails, over a fact that changes nothing. */
async function isNeedless(engine: Engine, given: SettledCase): Promise<boolean> {
  const decision = await decided(engine, given);
  return decision === null || decision.isFlagged;
}

export interface Judgement {
  readonly name: string;
  readonly counts: Readonly<Record<Behaviour, number>>;
  readonly unsafe: number;
  readonly needless: number;
  /** The first unsafe case in words, or null. */
  readonly first: string | null;
}

/** One engine over the whole suite. */
export async function judge(
  engine: Engine,
  unknownCases: readonly UnknownCase[],
  settledCases: readonly SettledCase[],
): Promise<Judgement> {
  const counts = { 'flags it': 0, 'proposes the higher': 0, 'silently lower': 0, throws: 0 };
  let first: string | null = null;
  for (const given of unknownCases) {
    const behaviour = await behaviourOf(engine, given);
    counts[behaviour] += 1;
    if (!isSafe(behaviour)) first ??= `${given.ruleId}, ${given.factId} not known: ${behaviour}`;
  }
  let needless = 0;
  for (const given of settledCases) if (await isNeedless(engine, given)) needless += 1;
  return { name: engine.name, counts, unsafe: counts['silently lower'] + counts.throws, needless, first };
}
