import { referralSchema } from '#intake';

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [field: string]: Json;
}
export type Path = readonly (string | number)[];

/** The words of JSON Schema that the referral's schema uses. */
interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One spot of the full referral: every field that the schema knows, arrays with one entry. */
export interface Place {
  readonly path: Path;
  readonly pointer: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

export const PLACES: readonly Place[] = placesBelow(referralSchema as unknown as Schema, []);
/** Free text: whatever has a visible character and is short enough. */
export const TEXT_PLACES = PLACES.filter((place) => isText(place.schema));

/** A valid referral with every field the schema has, each text as `textFor` says. */
export function aFullReferral(textFor: (place: Place) => string): JsonObject {
  const texts = new Map(TEXT_PLACES.map((place) => [place.pointer, textFor(place)]));
  return build(referralSchema as unknown as Schema, '', texts) as JsonObject;
}

export function valueAt(document: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => (value as JsonObject | undefined)?.[step], document);
}

/** A copy with one value put in, or taken out when `value` is undefined. */
export function withValue(document: JsonObject, path: Path, value: Json | undefined): JsonObject {
  const copy = structuredClone(document);
  const parent = valueAt(copy, path.slice(0, -1)) as JsonObject;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

function placesBelow(schema: Schema, path: Path, isRequired = true): Place[] {
  const own = { path, pointer: path.map((step) => `/${step}`).join(''), schema, isRequired };
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    placesBelow(inner, [...path, name], (schema.required ?? []).includes(name)),
  );
  const entries = schema.items === undefined ? [] : placesBelow(schema.items, [...path, 0], false);
  return [own, ...fields, ...entries];
}

function isText({ type, pattern }: Schema): boolean {
  return type === 'string' && pattern === '\\S';
}

function build(schema: Schema, pointer: string, texts: ReadonlyMap<string, string>): Json {
  const text = texts.get(pointer);
  if (text !== undefined) return text;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0] ?? null;
  if (schema.items !== undefined) return [build(schema.items, `${pointer}/0`, texts)];
  if (schema.properties === undefined) return plainValue(schema);
  const fields = Object.entries(schema.properties);
  return Object.fromEntries(fields.map(([name, inner]) => [name, build(inner, `${pointer}/${name}`, texts)]));
}

function plainValue({ type, format, pattern, minimum }: Schema): Json {
  if (type === 'boolean') return false;
  if (type !== 'string') return minimum ?? 0;
  if (format === 'date') return '2017-05-04';
  if (format === 'date-time') return '2026-11-21T15:30:00Z';
  const examples = ['c1', 'B03', 'ab'.repeat(32)];
  return examples.find((example) => new RegExp(pattern ?? '').test(example)) ?? null;
}
