/** The order in which keys are written, whichever object they belong to: what names a thing first, then what it says. */
const ORDER = [
  ...['schemaVersion', 'code', 'kind', 'id', 'version', 'title', 'titleCy', 'label', 'labelCy', 'nation'],
  ...['because', 'becauseCy', 'owner', 'legalBasis', 'england', 'wales', 'scotland', 'northern_ireland'],
  ...['type', 'min', 'max', 'values', 'missing', 'suppliedBy', 'sensitivity', 'source', 'harm', 'aboutOthers'],
  ...['question', 'questionCy', 'effectiveFrom', 'effectiveTo', 'areas', 'when', 'all', 'any', 'not', 'atLeast', 'of'],
  ...['known', 'fact', 'is', 'in', 'between', 'then', 'minLevel', 'minUrgency', 'redLine', 'routes', 'actions'],
  ...['services', 'questions', 'facts', 'onDate', 'area', 'expect', 'level', 'urgency', 'needsInformation'],
  ...['catalogue', 'rules', 'tests', 'words'],
];
const RANK = new Map(ORDER.map((key, place) => [key, place]));

function compare(a: string, b: string): number {
  const difference = (RANK.get(a) ?? ORDER.length) - (RANK.get(b) ?? ORDER.length);
  if (difference !== 0) return difference;
  return a < b ? -1 : 1;
}

/** The same value with the keys of its objects in one order, so that equal rule sets are written as equal bytes. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return Object.fromEntries(entries.map(([key, part]) => [key, inKeyOrder(part)]));
}
