import type { RelationshipKind } from './relationship-kind.ts';

/**
 * What a sender's words for a relationship mean: "Mum", "llystad", "mother's boyfriend". Reads English, and the Welsh of
 * the family. Of two that contradict each other ("father or stepfather"), of "son" (whose?) and of whatever it does not
 * know it says `not_known`: a person can record what it is.
 */
export function readRelationship(text: string | null): RelationshipKind {
  const parts = (text ?? '')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(/[/,;&+]|\b(?:and|or|a|neu)\b/)
    .map((part) => part.replace(/[^\p{L}'’]+/gu, ' ').trim())
    .filter((part) => part !== '');
  return together(new Set(parts.map(readPart)));
}

/** "Mother and carer" is a parent; a partner who is called a step-parent is one. */
function together(kinds: ReadonlySet<RelationshipKind>): RelationshipKind {
  const [only] = kinds;
  if (only !== undefined && kinds.size === 1) return only;
  const wide = new Set([...kinds].filter((kind) => kind !== 'carer'));
  if (wide.has('step_parent')) wide.delete('partner');
  const [rest] = wide;
  return rest !== undefined && wide.size === 1 ? rest : 'not_known';
}

function readPart(part: string): RelationshipKind {
  if (/\b(not|no|isn't|un\w*known|unsure|possibl[ey]|maybe|alleged|claims)\b/.test(part)) return 'not_known';
  const [owner, relative] = possessive(part);
  return owner === null ? readWords(relative) : ofRelative(readWords(owner), readWords(relative));
}

/** "Mother's partner", "partner of mother": whose, and what. "Mother of the child" belongs to nobody but the child. */
function possessive(part: string): [string | null, string] {
  const plain = part.replace(
    /\b(of|to|for|i'r|y) (the |this |both |all )?(subject |unborn )?(child|children|baby|plentyn|plant)$/,
    '',
  );
  const [, owner, relative] = /^(.+?)(?:['’]s|s['’]) (.+)$/.exec(plain) ?? [];
  if (owner !== undefined && relative !== undefined) return [isChild(owner) ? null : owner, relative];
  const [, of, whose] = /^(.+?) of (?:the )?(.+)$/.exec(plain) ?? [];
  if (of !== undefined && whose !== undefined) return [isChild(whose) ? null : whose, of];
  return [null, plain];
}

function isChild(text: string): boolean {
  return /^(the |this |unborn )*(child|children|baby)$/.test(text);
}

/** A relative of a parent, as the child has them; of anybody else they are further away than any of our words. */
function ofRelative(owner: RelationshipKind, relative: RelationshipKind): RelationshipKind {
  if (owner !== 'parent' && owner !== 'step_parent') return owner === 'not_known' ? 'not_known' : 'other';
  if (relative === 'partner') return 'partner';
  if (relative === 'parent') return owner === 'parent' ? 'grandparent' : 'other';
  return relative === 'not_known' ? 'not_known' : 'other';
}

function readWords(words: string): RelationshipKind {
  return READINGS.find(({ says }) => says.test(words))?.kind ?? 'not_known';
}

/** The first that holds. What narrows a word stands before the word: a foster mother is a carer, a godmother neither. */
const READINGS: readonly { readonly says: RegExp; readonly kind: RelationshipKind }[] = [
  { says: /\b(ex|former|late|cyn)\b.*\b(partner|husband|wife|boyfriend|girlfriend)\b/, kind: 'other' },
  { says: /in law\b|\bgod ?\w+|\bgreat\b|\bhen (nain|daid)\b/, kind: 'other' },
  { says: /\b(half|hanner)\W*(brother|sister|sibling|brawd|chwaer)s?\b/, kind: 'half_sibling' },
  {
    says: /\b(step|foster|adoptive|adopted|older|younger|little|big|twin|llys)?\W*(brother|sister|sibling|twin|brawd|chwaer|gefell)s?\b/,
    kind: 'sibling',
  },
  {
    says: /\b(foster|kinship|temporary)\b|\b(carer|guardian|caregiver|gofalwr|gofalwraig|gwarcheidwad)s?\b/,
    kind: 'carer',
  },
  {
    says: /\bgrand ?(mother|father|ma|pa|mum|dad|parent|dad|mam)s?\b|\b(nan|nana|nanna|nanny|gran|granny|grandad|grandpa|grampa|nain|taid|daid|mamgu|mam gu|tadcu|tad cu)\b/,
    kind: 'grandparent',
  },
  { says: /\bstep ?(mother|father|mum|mam|dad|parent)s?\b|\bllys(fam|dad|tad|riant)\b/, kind: 'step_parent' },
  {
    says: /\b(mother|father|mum|mummy|mam|mammy|mom|ma|dad|daddy|da|pa|papa|parent|tad|dada|rhiant|fam|dad)s?\b/,
    kind: 'parent',
  },
  {
    says: /\b(partner|husband|wife|spouse|boyfriend|girlfriend|fianc[eé]e?|cariad|gŵr|gwraig|cymar)s?\b/,
    kind: 'partner',
  },
  {
    says: /\b(aunt|auntie|aunty|uncle|cousin|niece|nephew|friend|neighbour|lodger|modryb|ewythr|cefnder|cyfnither|ffrind)s?\b/,
    kind: 'other',
  },
];
