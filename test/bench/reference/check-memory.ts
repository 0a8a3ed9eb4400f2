import { nationPack } from '#nation-packs';
import { interpret } from '../../../libs/rules/testing/reference-interpreter.ts';
import { caseGenerator } from '../support/case-generator.ts';
import { random } from '../support/random.ts';
import { rememberedInterpreter } from './remembered-interpreter.ts';

/** In how many cases the interpreter with its memory says otherwise than the same interpreter asked the plain way. */
export function memoryFaults(cases: number, seed: number): number {
  const { ruleSet } = nationPack('england');
  const generator = caseGenerator(ruleSet, random(seed));
  const remembered = rememberedInterpreter(ruleSet);
  let faults = 0;
  for (let done = 0; done < cases; done += 1) {
    const facts = generator.any();
    const plain = interpret(ruleSet, facts);
    const { results, definite, possible } = remembered(facts);
    const isSame =
      JSON.stringify([plain.definite, plain.possible]) === JSON.stringify([definite, possible]) &&
      Object.entries(plain.results).every(([id, result]) => results.get(id) === result);
    if (!isSame) faults += 1;
  }
  return faults;
}
