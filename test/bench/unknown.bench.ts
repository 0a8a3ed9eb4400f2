/**
 * `npm run bench -- unknown`: 200 cases in which one fact that decides is not known. Fails when ours is unsafe in any.
 */
import { nationPack } from '#nation-packs';
import { celJs } from './engines/cel-js.ts';
import { celMarcbachmann } from './engines/cel-marcbachmann.ts';
import type { EngineMaker } from './engines/engine.ts';
import { feelin, feelinWithWarnings } from './engines/feelin.ts';
import { generatedJavaScript } from './engines/generated-javascript.ts';
import { jsonLogicEngine, jsonLogicWithMissing } from './engines/json-logic.ts';
import { jsonRulesEngine, jsonRulesEngineUndefinedAllowed } from './engines/json-rules-engine.ts';
import { ours } from './engines/ours.ts';
import { zen } from './engines/zen.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { random } from './support/random.ts';
import { table } from './support/table.ts';
import { BEHAVIOURS, judge, type Judgement } from './unknown/judge.ts';
import { Suite } from './unknown/suite.ts';

const CASES = 200;
const SEED = 200;

const ENGINES: readonly EngineMaker[] = [
  ours,
  jsonRulesEngine,
  jsonRulesEngineUndefinedAllowed,
  zen,
  jsonLogicEngine,
  jsonLogicWithMissing,
  feelin,
  feelinWithWarnings,
  celMarcbachmann,
  celJs,
  generatedJavaScript,
];

const DEFINITION = `
Each case has every fact of England's catalogue known but one, which is left out. With one value of it a rule fires and
the outcome is higher in level or urgency, with another it is lower; the plain reference interpreter says which.
Safe:   the engine says that something is not known, or proposes the higher outcome.
Unsafe: it proposes a lower outcome without a word, or throws instead of answering.
Needless: over as many cases in which the fact left out changes nothing, it warns or throws all the same.
`;

const { ruleSet } = nationPack('england');
const suite = new Suite(ruleSet, random(SEED));
const unknownCases = suite.unknownCases(CASES);
const settledCases = suite.settledCases(CASES);
const rules = new Set(unknownCases.map(({ ruleId }) => ruleId));
const facts = new Set(unknownCases.map(({ factId }) => factId));

console.log(machine());
console.log(`${ruleSet.title}: ${CASES} cases of ${rules.size} rules and ${facts.size} facts, seed ${SEED}`);
console.log(DEFINITION);

const judgements: Judgement[] = [];
for (const make of ENGINES) judgements.push(await judge(make(ruleSet), unknownCases, settledCases));

const rows = judgements.map(({ name, counts, unsafe, needless }) => [
  name,
  String(unsafe),
  ...BEHAVIOURS.map((behaviour) => String(counts[behaviour])),
  String(needless),
]);
console.log(table(['', 'UNSAFE', ...BEHAVIOURS, 'needless'], rows));

const [mine] = judgements;
if (mine?.first !== null) console.log(`\nOurs is unsafe: ${mine?.first ?? 'it was not asked'}`);
console.log(`\n${secondsSoFar()}`);
process.exitCode = mine?.unsafe === 0 ? 0 : 1;
