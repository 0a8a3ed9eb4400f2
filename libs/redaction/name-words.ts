import { wordsOf } from './folded-text.ts';

/** Titles, family words and small words that stand in a name's place and are nobody's name. */
const NOBODY = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame rev pc sgt mum mam mummy dad daddy mother father nan nana nanny gran grandma ' +
    'grandad grandpa nain taid aunt auntie uncle brother sister son daughter partner boyfriend girlfriend husband wife ' +
    'ex step half foster carer baby child unknown not known no name the of and or at from in on to his her their next ' +
    'door to neighbour friend family new a an is who called also aka'
  ).split(' '),
);

/** The words of a name by which somebody can be recognised, in their order. */
export function nameWordsOf(name: string): string[] {
  return wordsOf(name).filter((word) => !NOBODY.has(word));
}
