import { below, type Report } from './rule-set-fault.ts';

/** Says whether a value is a sound T, and reports every fault it finds on the way. */
export type Shape<T> = (value: unknown, path: string, report: Report) => value is T;
/** A further condition on a value, read as it stands: its parts may have faults of their own. */
export type Check = (value: unknown, path: string, report: Report) => void;

export interface Field<T> {
  readonly shape: Shape<T>;
  readonly isRequired: boolean;
}
/** Every key of T must be given, so that a field added to a type cannot be forgotten here. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

export function must<T>(shape: Shape<T>): Field<T> {
  return { shape, isRequired: true };
}

export function may<T>(shape: Shape<T>): Field<T> {
  return { shape, isRequired: false };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value at a key, or undefined where there is none. */
export function valueAt(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The items at a key, none where there is no list. */
export function itemsAt(value: unknown, key: string): readonly unknown[] {
  const items = valueAt(value, key);
  return Array.isArray(items) ? items : [];
}

/** A value that a plain test decides. */
export function simple<T>(isSound: (value: unknown) => value is T, sentence: string): Shape<T> {
  return (value, path, report): value is T => {
    if (isSound(value)) return true;
    report(path, sentence);
    return false;
  };
}

function checkField(value: object, key: string, field: Field<unknown>, path: string, report: Report): boolean {
  if (Object.hasOwn(value, key)) return field.shape(valueAt(value, key), below(path, key), report);
  if (field.isRequired) report(below(path, key), `"${key}" is missing.`);
  return !field.isRequired;
}

/** An object with these keys and no others. */
export function objectOf<T extends object>(fields: Fields<T>): Shape<T> {
  const expected = Object.entries<Field<unknown>>(fields);
  return (value, path, report): value is T => {
    if (!isRecord(value)) {
      report(path, 'It must be an object.');
      return false;
    }
    const strangers = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    for (const key of strangers) report(below(path, key), `"${key}" is not a key that belongs here.`);
    const sound = expected.filter(([key, field]) => checkField(value, key, field, path, report));
    return strangers.length === 0 && sound.length === expected.length;
  };
}

/** A list with at least so many items of one shape. */
export function listOf<T>(item: Shape<T>, atLeast = 0): Shape<readonly T[]> {
  return (value, path, report): value is readonly T[] => {
    if (!Array.isArray(value)) {
      report(path, 'It must be a list.');
      return false;
    }
    if (value.length < atLeast) report(path, 'The list must not be empty.');
    const sound = value.filter((entry: unknown, place) => item(entry, below(path, place), report));
    return value.length >= atLeast && sound.length === value.length;
  };
}

/** A shape with further checks, which run even where the shape has faults, so that all are reported at once. */
export function also<T>(shape: Shape<T>, ...checks: readonly Check[]): Shape<T> {
  return (value, path, report): value is T => {
    let isSound = shape(value, path, report);
    for (const check of checks) {
      check(value, path, (place, message) => {
        isSound = false;
        report(place, message);
      });
    }
    return isSound;
  };
}
