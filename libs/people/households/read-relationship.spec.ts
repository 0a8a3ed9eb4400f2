import { describe, expect, it } from '@jest/globals';
import { readRelationship } from './read-relationship.ts';

describe('the words for a relationship', () => {
  it.each([
    ['Mother', 'parent'],
    ['mum', 'parent'],
    ['Birth father', 'parent'],
    ['Adoptive mother', 'parent'],
    ['father of the child', 'parent'],
    ["child's father", 'parent'],
    ['Mother and carer', 'parent'],
    ['mam', 'parent'],
    ['Tad', 'parent'],
    ['Stepfather', 'step_parent'],
    ['step-dad / partner', 'step_parent'],
    ['llysfam', 'step_parent'],
    ['Brother', 'sibling'],
    ['older sister', 'sibling'],
    ['step-brother', 'sibling'],
    ['foster sister', 'sibling'],
    ['chwaer', 'sibling'],
    ['Half-sister', 'half_sibling'],
    ['hanner brawd', 'half_sibling'],
    ["Mother's partner", 'partner'],
    ['Mum’s boyfriend', 'partner'],
    ['partner of mother', 'partner'],
    ['Maternal grandmother', 'grandparent'],
    ["father's mother", 'grandparent'],
    ['nain', 'grandparent'],
    ['Taid', 'grandparent'],
    ['foster carer', 'carer'],
    ['foster mother', 'carer'],
    ['Special guardian', 'carer'],
    ['uncle', 'other'],
    ['godmother', 'other'],
    ['great-grandmother', 'other'],
    ['mother-in-law', 'other'],
    ["mother's ex-partner", 'other'],
    ["mother's brother", 'other'],
    ["brother's girlfriend", 'other'],
    ['family friend', 'other'],
  ])('"%s" is read as %s', (text, kind) => {
    expect(readRelationship(text)).toBe(kind);
  });

  it.each([
    null,
    '',
    '  ',
    'Son',
    'daughter',
    'unknown',
    'not the father',
    'possibly father',
    'father or stepfather',
    'xyz',
  ])('says of %p that it is not known', (text) => {
    expect(readRelationship(text)).toBe('not_known');
  });
});
