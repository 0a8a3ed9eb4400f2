import type { RuleSet } from '#rules';
import type { Decision, Engine } from '../engines/engine.ts';
import { celJs } from '../engines/cel-js.ts';
import { celMarcbachmann } from '../engines/cel-marcbachmann.ts';
import { feelin } from '../engines/feelin.ts';
import { generatedJavaScript } from '../engines/generated-javascript.ts';
import { handWritten } from '../engines/hand-written.ts';
import { jsonLogicEngine } from '../engines/json-logic.ts';
import { jsonRulesEngine } from '../engines/json-rules-engine.ts';
import { zen } from '../engines/zen.ts';
import { disagreements } from '../support/agreement.ts';
import type { KnownSample } from '../support/sample.ts';
import type { Contender } from './contender.ts';

/** How many cases are checked before an engine is timed: fewer for the slow ones. */
interface Entry {
  readonly engine: Engine;
  readonly checked: number;
}

const MANY = 2_000;
const FEW = 100;
const FEWEST = 30;

export function entries(ruleSet: RuleSet): Readonly<Record<string, Entry>> {
  return {
    generated: { engine: generatedJavaScript(ruleSet), checked: MANY },
    handWritten: { engine: handWritten, checked: MANY },
    celMarcbachmann: { engine: celMarcbachmann(ruleSet), checked: MANY },
    celJs: { engine: celJs(ruleSet), checked: FEW },
    zen: { engine: zen(ruleSet), checked: FEW },
    jsonLogic: { engine: jsonLogicEngine(ruleSet), checked: MANY },
    feelin: { engine: feelin(ruleSet), checked: FEWEST },
    jsonRulesEngine: { engine: jsonRulesEngine(ruleSet), checked: FEW },
  };
}

/** An engine that decides one case after the other. */
export async function engineContender(
  { engine, checked }: Entry,
  sample: KnownSample,
  expected: readonly Decision[],
): Promise<Contender> {
  let next = 0;
  const following = () => {
    next = (next + 1) % sample.plain.length;
    return sample.plain[next] ?? {};
  };
  const run = async (count: number): Promise<number> => {
    let sum = 0;
    for (let done = 0; done < count; done += 1) {
      const decision = engine.decide(following());
      // To wait for what is there already would cost a fast engine more than its work.
      const { level, urgency } = decision instanceof Promise ? await decision : decision;
      sum += level + urgency;
    }
    return sum;
  };
  return { name: engine.name, run, checked, different: await disagreements(engine, sample, expected, checked) };
}
