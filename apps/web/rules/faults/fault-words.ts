import type { RuleTest } from '#rules';
import type { Words } from '../../words/words.ts';

type Said = (found: RegExpExecArray, words: Words) => string;

const expectedIn = (text: string | undefined, { rules }: Words): string =>
  rules.editor.expected[(text ?? 'unknown') as RuleTest['expect']];

/** The sentences of the check, each with what a page says instead: for people, without codes, in both languages. */
const SENTENCES: readonly (readonly [RegExp, Said])[] = [
  [/^It must be text and must not be blank\.|^"\w+" is missing\./, (_, { rules }) => rules.faults.blank],
  [/^The legal basis in the rule set's own nation/, (_, { rules }) => rules.faults.blank],
  [/^It must be a day of the calendar/, (_, { rules }) => rules.faults.day],
  [/^The last day must not be before/, (_, { rules }) => rules.faults.lastDay],
  [/^The list must not be empty/, (_, { rules }) => rules.faults.noneChosen],
  [/^"(?:all|any|of)" must be a list of at least one/, (_, { rules }) => rules.faults.emptyGroup],
  [/^"atLeast" must be a whole number/, (_, { rules }) => rules.faults.count],
  [/^"in" must be a list of at least one value/, (_, { rules }) => rules.faults.noValue],
  [
    /a whole number from (-?\d+) to (-?\d+)/,
    ([, least, most], { rules }) => rules.faults.number(least ?? '', most ?? ''),
  ],
  [/^"between" must be a list of two/, (_, { rules }) => rules.faults.noNumbers],
  [/^The first number of "between"/, (_, { rules }) => rules.faults.range],
  [/counts as harm, so a rule may not rest/, (_, { rules }) => rules.faults.harm],
  [/^The catalogue has no fact/, (_, { rules }) => rules.faults.noFact],
  [/^A red line must propose "statutory_protection"/, (_, { rules }) => rules.faults.redLevel],
  [/^A red line must propose "red"/, (_, { rules }) => rules.faults.redUrgency],
  [/^The rule adds nothing/, (_, { rules }) => rules.faults.addsNothing],
  [/^At least one test must make the rule fire/, (_, { rules }) => rules.faults.noExample],
  [
    /^The test "([\s\S]*)" expects (true|false|unknown), but the rule gives (true|false|unknown)\.$/,
    ([, title = '', expected, found], words) =>
      words.rules.faults.example(title, expectedIn(expected, words), expectedIn(found, words)),
  ],
  [/^The test "([\s\S]*)" expects /, ([, title = ''], { rules }) => rules.faults.setExample(title)],
  [/nested at most/, (_, { rules }) => rules.faults.deep],
  [/^The rule has more than/, (_, { rules }) => rules.faults.many],
  [/is listed twice\.$/, (_, { rules }) => rules.faults.twice],
  [/^There are no words for the/, (_, { rules }) => rules.faults.noWords],
  [/^The id .* is used twice\.$/, (_, { rules }) => rules.faults.idTwice],
  [/^Your authority has no area/, (_, { rules }) => rules.faults.area],
  [/the nation of your authority\.$/, (_, { rules }) => rules.faults.nation],
  [/^It must be (?:"unknown", or )?one of/, (_, { rules }) => rules.faults.oneOf],
  [/^It must be (?:"unknown", or )?true or false/, (_, { rules }) => rules.faults.value],
];

/** What a page says of a fault; null for a sentence of the check that it has no words for. */
export function faultInWords(message: string, words: Words): string | null {
  for (const [sentence, say] of SENTENCES) {
    const found = sentence.exec(message);
    if (found !== null) return say(found, words);
  }
  return null;
}
