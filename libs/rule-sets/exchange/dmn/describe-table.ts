import type { RuleSet } from '#rules';
import { MAX_ROWS } from './normal-rows.ts';

/** What a reader of the DMN file must know, and what DMN cannot carry (rules.md, "Why not an existing engine"). */
export function describeTable({ title, id, version, nation }: RuleSet): string {
  return [
    `${title} (${id}, version ${version}, ${nation}).`,
    'Hit policy COLLECT: every matching row counts. Join them: the highest level, the highest urgency, and all codes. Levels and urgencies are listed from the lowest to the highest, and the join starts at the first of each. A rule may have several rows and match more than once.',
    `A rule that would take more than ${MAX_ROWS} rows has one row, which asks for true in a column with its whole condition.`,
    'DMN has no third truth value. Give a fact that is not known as null: then the table gives what is certain. It cannot give what is still possible, so it cannot say which answers are missing.',
    'DMN has no catalogue: where nobody reported a fact, the caller must put in what the description of its column says.',
    'Examples, Welsh texts, words for codes and who may supply a fact are left out. A person decides every case; no row closes one.',
  ].join('\n');
}
