/** `npm run bench -- rules`: decisions per second on England's rule set, beside other engines, in one run. */
import { nationPack } from '#nation-packs';
import { compileRuleSet } from '#rules';
import { aims } from './rules/aims.ts';
import { engineContender, entries } from './rules/engine-contender.ts';
import { growth, RULES } from './rules/growth.ts';
import { bulkContenders, oneByOne } from './rules/our-contenders.ts';
import { race, type Timing } from './rules/race.ts';
import { aimTable, growthTable, raceTable } from './rules/report.ts';
import { ourDecisions } from './support/agreement.ts';
import { recordsOf } from './support/bulk-records.ts';
import { caseGenerator } from './support/case-generator.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { random } from './support/random.ts';
import { knownSample } from './support/sample.ts';

const SEED = 3;
const DISTINCT = 2_048;
const AT_ONCE = 65_536;

const { ruleSet } = nationPack('england');
const compiled = compileRuleSet(ruleSet);
const sample = knownSample(ruleSet, DISTINCT, SEED);
const asTheyCome = caseGenerator(ruleSet, random(SEED));
const unknowns = Array.from({ length: DISTINCT }, () => asTheyCome.any());
const expected = ourDecisions(ruleSet, sample);

console.log(
  `${machine()}\n${ruleSet.title}: ${ruleSet.rules.length} rules, ${ruleSet.catalogue.length} facts; seed ${SEED}\n`,
);

const traced = oneByOne('ours, one case with full trace', compiled, sample.facts);
const bulk = bulkContenders(
  compiled,
  recordsOf(compiled, sample.facts, AT_ONCE),
  recordsOf(compiled, unknowns, DISTINCT),
  expected,
);
const others = await Promise.all(
  Object.entries(entries(ruleSet)).map(
    async ([key, entry]) => [key, await engineContender(entry, sample, expected)] as const,
  ),
);
const timings = await race([
  traced,
  bulk.readAndEvaluate,
  bulk.evaluateOnly,
  bulk.loop,
  ...others.map(([, contender]) => contender),
  oneByOne('ours, one case, some facts unknown', compiled, unknowns),
]);

/** Microseconds a case; NaN where the contender computed something else. */
function timeOf(isMeant: (timing: Timing) => boolean): number {
  const times = timings
    .filter((timing) => isMeant(timing) && timing.contender.different === 0)
    .map(({ microsecondsACase }) => microsecondsACase);
  return times.length === 0 ? Number.NaN : Math.min(...times);
}
function otherTime(...keys: readonly string[]): number {
  const meant = others.flatMap(([key, contender]) => (keys.includes(key) ? [contender] : []));
  return timeOf(({ contender }) => meant.includes(contender));
}

console.log('Every fact known; medians of interleaved rounds\n');
console.log(raceTable(timings), '\n');
console.log(
  aimTable(
    aims({
      traced: timeOf(({ contender }) => contender === traced),
      readAndEvaluate: timeOf(({ contender }) => contender === bulk.readAndEvaluate),
      evaluateOnly: timeOf(({ contender }) => contender === bulk.evaluateOnly),
      loop: timeOf(({ contender }) => contender === bulk.loop),
      generated: otherTime('generated'),
      bestCel: otherTime('celMarcbachmann', 'celJs'),
      jsonRulesEngine: otherTime('jsonRulesEngine'),
    }),
  ),
);
console.log(
  "\nGrowth: rule sets made of England's rules, cases as they come in, read and evaluated in blocks of 65,536\n",
);
console.log(growthTable(RULES.map((size) => growth(ruleSet, size))));

const isVoid = timings.some(({ contender }) => contender.different > 0);
if (isVoid) console.log('\nA comparison is void: it decided otherwise than ours.');
console.log(`\n${secondsSoFar()}`);
process.exitCode = isVoid ? 1 : 0;
