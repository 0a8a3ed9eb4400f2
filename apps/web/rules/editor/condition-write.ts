import type { CatalogueEntry, Condition } from '#rules';
import { partField, type PartPath } from './condition-fields.ts';
import type { GroupDraft, LeafDraft, PartDraft } from './rule-draft.ts';

/** Which field a part of the rule was written from: its place in the rule as a JSON pointer, and the field's name. */
export interface WrittenPlace {
  readonly pointer: string;
  readonly field: string;
}

/** A condition with the fields it was written from. What people typed wrongly stands in it as typed, for the check to find. */
export interface WrittenCondition {
  readonly condition: unknown;
  readonly places: readonly WrittenPlace[];
}

type Entries = ReadonlyMap<string, CatalogueEntry>;
interface At {
  readonly path: PartPath;
  readonly pointer: string;
}

/** The whole condition; a group of one part is that part. */
export function writeCondition(whole: GroupDraft, catalogue: readonly CatalogueEntry[]): WrittenCondition {
  const entries: Entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const [only] = whole.parts;
  const isOnePart = only !== undefined && whole.parts.length === 1 && (whole.join === 'all' || whole.join === 'any');
  if (isOnePart) return write(only, { path: '-0', pointer: '/when' }, entries);
  return write(whole, { path: '', pointer: '/when' }, entries);
}

function write(part: PartDraft, at: At, entries: Entries): WrittenCondition {
  return part.kind === 'group' ? writeGroup(part, at, entries) : writeLeaf(part, at, entries.get(part.fact));
}

const KEYS = { all: 'all', not_all: 'all', any: 'any', none: 'any', at_least: 'of', fewer: 'of' } as const;

function writeGroup({ join, count, parts }: GroupDraft, { path, pointer }: At, entries: Entries): WrittenCondition {
  const isDenied = join === 'not_all' || join === 'none' || join === 'fewer';
  const key = KEYS[join];
  const base = isDenied ? `${pointer}/not` : pointer;
  const written = parts.map((part, place) =>
    write(part, { path: `${path}-${String(place)}`, pointer: `${base}/${key}/${String(place)}` }, entries),
  );
  const list = written.map(({ condition }) => condition);
  const inner = key === 'of' ? { atLeast: numberOr(count), of: list } : { [key]: list };
  return {
    condition: isDenied ? { not: inner } : inner,
    places: [
      { pointer, field: partField(path, 'join') },
      { pointer: `${base}/atLeast`, field: partField(path, 'count') },
      ...written.flatMap(({ places }) => places),
    ],
  };
}

function writeLeaf(leaf: LeafDraft, { path, pointer }: At, entry: CatalogueEntry | undefined): WrittenCondition {
  const isDenied = leaf.test.startsWith('not_');
  const base = isDenied ? `${pointer}/not` : pointer;
  const condition = plainLeaf(leaf, entry);
  const isNumber = entry?.type.kind === 'integer';
  const place = (key: string, field: string): WrittenPlace => ({ pointer: `${base}${key}`, field });
  return {
    condition: isDenied ? { not: condition } : condition,
    places: [
      { pointer, field: partField(path, 'is') },
      place('/between', partField(path, 'low')),
      place('/between/1', partField(path, 'high')),
      place('/in', partField(path, isNumber ? 'is' : 'value')),
    ],
  };
}

/** A condition without its denial. */
function plainLeaf(
  { fact, test, values, low, high }: LeafDraft,
  entry: CatalogueEntry | undefined,
): Condition | object {
  const plain = test.replace(/^not_/, '') as PlainTest;
  switch (plain) {
    case 'yes':
    case 'no':
      return { fact, is: plain === 'yes' };
    case 'known':
      return { known: fact };
    case 'one_of': {
      const accepted = entry?.type.kind === 'integer' ? values.map(numberOr) : values;
      return accepted.length === 1 ? { fact, is: accepted[0] } : { fact, in: accepted };
    }
    case 'between':
      return rangeOf(fact, [low, high], entry);
    default:
      return plain satisfies never;
  }
}

type PlainTest = Exclude<LeafDraft['test'], `not_${string}`>;

/** An end that is left empty is the fact's own; with both empty nothing was said. */
function rangeOf(fact: string, [low, high]: readonly [string, string], entry: CatalogueEntry | undefined): object {
  if (low === '' && high === '') return { fact, between: [] };
  const type = entry?.type.kind === 'integer' ? entry.type : null;
  const [from, to] = [low === '' ? type?.min : numberOr(low), high === '' ? type?.max : numberOr(high)];
  return { fact, between: [from, to] };
}

function numberOr(text: string): number | string {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
