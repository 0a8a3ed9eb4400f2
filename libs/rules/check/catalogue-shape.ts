import type { FactValue } from '#domain';
import { describeType, fits, rankOf, rankRange } from '../fact-type.ts';
import type { CatalogueEntry, FactType } from '../rule-set.ts';
import { flag, identifier, integer, noRepeats, oneOf, text } from './plain-shapes.ts';
import { below, SILENTLY } from './rule-set-fault.ts';
import { also, type Check, listOf, may, must, objectOf, type Shape, simple, valueAt } from './shape.ts';

const SUPPLIERS = ['referrer', 'screener', 'system'] as const;
const SENSITIVITIES = ['ordinary', 'personal', 'special_category'] as const;

type TypeOf<K extends FactType['kind']> = Extract<FactType, { kind: K }>;

const isOrdered: Check = (value, path, report) => {
  const min = valueAt(value, 'min');
  const max = valueAt(value, 'max');
  if (typeof min === 'number' && typeof max === 'number' && min > max) report(path, '"min" must not be above "max".');
};

/** "unknown" is how a rule's test says that a fact is not known, so no fact may have it for a value. */
const enumValue = simple(
  (value): value is string => typeof value === 'string' && value.trim() !== '' && value !== 'unknown',
  'It must be text, not blank and not "unknown".',
);

const TYPES = {
  boolean: objectOf<TypeOf<'boolean'>>({ kind: must(oneOf(['boolean'])) }),
  integer: also(
    objectOf<TypeOf<'integer'>>({ kind: must(oneOf(['integer'])), min: must(integer), max: must(integer) }),
    isOrdered,
  ),
  enum: objectOf<TypeOf<'enum'>>({ kind: must(oneOf(['enum'])), values: must(also(listOf(enumValue, 1), noRepeats)) }),
};

export const factType: Shape<FactType> = (value, path, report): value is FactType => {
  const kind = valueAt(value, 'kind');
  if (kind === 'boolean' || kind === 'integer' || kind === 'enum') return TYPES[kind](value, path, report);
  report(path, 'It must be a type of kind "boolean", "integer" or "enum".');
  return false;
};

const factValue = simple(
  (value): value is FactValue => ['boolean', 'number', 'string'].includes(typeof value),
  'It must be true, false, a number or text.',
);
const absent = objectOf<{ absent: FactValue }>({ absent: must(factValue) });

const missing: Shape<CatalogueEntry['missing']> = (value, path, report): value is CatalogueEntry['missing'] => {
  if (value === 'unknown') return true;
  if (typeof value === 'object') return absent(value, path, report);
  report(path, 'It must be "unknown", or an object with the value that "absent" stands for.');
  return false;
};

/** What a missing report stands for must be a value of the fact, and for a harm the one that means no harm. */
const absentFits: Check = (entry, path, report) => {
  const type = valueAt(entry, 'type');
  const value = valueAt(valueAt(entry, 'missing'), 'absent');
  if (!factValue(value, '', SILENTLY) || !factType(type, '', SILENTLY)) return;
  const place = below(below(path, 'missing'), 'absent');
  if (!fits(type, value)) report(place, `It must be ${describeType(type)}.`);
  else if (valueAt(entry, 'harm') === true && rankOf(type, value) !== rankRange(type)[0]) {
    report(place, 'It counts as harm, so what nobody reported must stand for the least of it.');
  }
};

export const catalogueEntry: Shape<CatalogueEntry> = also(
  objectOf<CatalogueEntry>({
    id: must(identifier),
    label: must(text),
    labelCy: may(text),
    type: must(factType),
    missing: must(missing),
    suppliedBy: must(also(listOf(oneOf(SUPPLIERS), 1), noRepeats)),
    sensitivity: must(oneOf(SENSITIVITIES)),
    source: must(text),
    harm: may(flag),
    aboutOthers: may(flag),
    question: may(text),
    questionCy: may(text),
  }),
  absentFits,
);
