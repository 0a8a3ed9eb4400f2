import { CODE_KINDS, type CodeWords, KIND_OF_LIST, type Rule } from '../rule-set.ts';
import { identifier, oneOf, text } from './plain-shapes.ts';
import { below } from './rule-set-fault.ts';
import { type Check, itemsAt, may, must, objectOf, valueAt } from './shape.ts';

export const codeWords = objectOf<CodeWords>({
  code: must(identifier),
  kind: must(oneOf(CODE_KINDS)),
  title: must(text),
  titleCy: may(text),
});

/** Where a set brings words for its codes, every code its rules use must have some: nobody can act on a bare code. */
export const codesHaveWords: Check = (ruleSet, path, report) => {
  if (valueAt(ruleSet, 'words') === undefined) return;
  const words = new Set(itemsAt(ruleSet, 'words').map((one) => `${String(valueAt(one, 'kind'))}:${codeOf(one)}`));
  itemsAt(ruleSet, 'rules').forEach((rule, place) => {
    const then: unknown = valueAt(rule, 'then' satisfies keyof Rule);
    for (const [list, kind] of Object.entries(KIND_OF_LIST)) {
      itemsAt(then, list).forEach((code, index) => {
        if (words.has(`${kind}:${String(code)}`)) return;
        const at = [`rules`, place, 'then', list, index].reduce<string>(below, path);
        report(at, `There are no words for the ${kind} ${JSON.stringify(code)}.`);
      });
    }
  });
};

/** The same code may not be worded twice in one kind. */
export const wordsAreUnique: Check = (ruleSet, path, report) => {
  const seen = new Set<string>();
  itemsAt(ruleSet, 'words').forEach((one, place) => {
    const key = `${String(valueAt(one, 'kind'))}:${codeOf(one)}`;
    if (seen.has(key)) report(below(below(path, 'words'), place), `The code ${codeOf(one)} has words already.`);
    seen.add(key);
  });
};

function codeOf(words: unknown): string {
  return String(valueAt(words, 'code'));
}
