import { LEVELS, URGENCIES } from '#domain';
import { describeType, fits } from '../fact-type.ts';
import type { RuleSetTest, RuleTest } from '../rule-set.ts';
import { flag, isoDate, oneOf, text } from './plain-shapes.ts';
import { below } from './rule-set-fault.ts';
import { isRecord, may, must, objectOf, type Shape } from './shape.ts';
import type { Vocabulary } from './vocabulary.ts';

function factsOver(vocabulary: Vocabulary): Shape<RuleTest['facts']> {
  return (value, path, report): value is RuleTest['facts'] => {
    if (!isRecord(value)) {
      report(path, 'It must be an object of facts and their values.');
      return false;
    }
    let isSound = true;
    for (const [id, given] of Object.entries(value)) {
      const type = vocabulary.get(id)?.type;
      if (type && (given === 'unknown' || fits(type, given))) continue;
      isSound = false;
      if (type) report(below(path, id), `It must be "unknown", or ${describeType(type)}.`);
      else if (type === undefined) report(below(path, id), `The catalogue has no fact ${JSON.stringify(id)}.`);
    }
    return isSound;
  };
}

/** A sound test case of a rule: its facts are in the catalogue and have values they can have. */
export function testOver(vocabulary: Vocabulary): Shape<RuleTest> {
  return objectOf<RuleTest>({
    title: must(text),
    facts: must(factsOver(vocabulary)),
    expect: must(oneOf(['true', 'false', 'unknown'])),
  });
}

/** A sound example of the whole set at work. */
export function setTestOver(vocabulary: Vocabulary): Shape<RuleSetTest> {
  return objectOf<RuleSetTest>({
    title: must(text),
    facts: must(factsOver(vocabulary)),
    onDate: may(isoDate),
    area: may(text),
    expect: must(
      objectOf<RuleSetTest['expect']>({
        level: must(oneOf(LEVELS)),
        urgency: must(oneOf(URGENCIES)),
        needsInformation: may(flag),
      }),
    ),
  });
}
