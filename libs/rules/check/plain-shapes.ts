import { isIsoDate } from '../iso-date.ts';
import { below } from './rule-set-fault.ts';
import { type Check, itemsAt, type Shape, simple, valueAt } from './shape.ts';

export const text = simple(
  (value): value is string => typeof value === 'string' && value.trim() !== '',
  'It must be text and must not be blank.',
);

export const flag = simple((value) => typeof value === 'boolean', 'It must be true or false.');

export const integer = simple((value): value is number => Number.isSafeInteger(value), 'It must be a whole number.');

export const versionNumber = simple(
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 1,
  'It must be a whole number from 1.',
);

export const isoDate = simple(
  (value): value is string => typeof value === 'string' && isIsoDate(value),
  'It must be a day of the calendar written YYYY-MM-DD.',
);

/** Ids are keys of objects and parts of paths; letters, digits and `. _ -` keep them safe as both. */
export const identifier = simple(
  (value): value is string => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value),
  'It must be an id of letters, digits, full stops, hyphens and underscores.',
);

export function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  const isOne = (value: unknown): value is T => values.some((one) => one === value);
  return simple(isOne, `It must be one of ${values.map((value) => `"${value}"`).join(', ')}.`);
}

/** Refuses a value that stands twice in a list. */
export const noRepeats: Check = (value, path, report) => {
  if (!Array.isArray(value)) return;
  value.forEach((item: unknown, place) => {
    if (value.indexOf(item) !== place) report(below(path, place), `${JSON.stringify(item)} is listed twice.`);
  });
};

/** Refuses a second object with the same id in the list at a key. */
export function uniqueIds(key: string): Check {
  return (value, path, report) => {
    const seen = new Set<unknown>();
    itemsAt(value, key).forEach((item, place) => {
      const id = valueAt(item, 'id');
      if (id !== undefined && seen.has(id)) {
        report(below(below(below(path, key), place), 'id'), `The id ${JSON.stringify(id)} is used twice.`);
      }
      seen.add(id);
    });
  };
}
