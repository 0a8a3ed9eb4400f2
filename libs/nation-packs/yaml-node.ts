import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { PackDataError } from './pack-data-error.ts';

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const CODE_SHAPE = /^[a-z][a-z0-9_]*$/;

/**
 * A value of a pack file together with where it stands, so that every check can name the place it failed at.
 * Plain checks on purpose: the data is small, and its errors are read by people who do not know a schema language.
 */
export class YamlNode {
  constructor(
    readonly value: unknown,
    readonly where: string,
  ) {}

  fail(problem: string): never {
    throw new PackDataError(this.where, problem);
  }

  /** Refuses a misspelt field, which would otherwise be dropped without a word. */
  only(...allowed: readonly string[]): this {
    const extra = Object.keys(this.record()).filter((key) => !allowed.includes(key));
    if (extra.length > 0) this.fail(`has no field ${extra.join(', ')}; it may have ${allowed.join(', ')}`);
    return this;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.record(), key);
  }

  get(key: string): YamlNode {
    return this.find(key) ?? this.fail(`must have ${key}`);
  }

  find(key: string): YamlNode | undefined {
    const value = this.record()[key];
    return value === undefined ? undefined : new YamlNode(value, `${this.where} > ${key}`);
  }

  entries(): readonly (readonly [string, YamlNode])[] {
    return Object.keys(this.record()).map((key) => [key, this.get(key)]);
  }

  list(): readonly YamlNode[] {
    if (!Array.isArray(this.value)) return this.fail('must be a list');
    return this.value.map((item: unknown, index) => new YamlNode(item, `${this.where} > ${nameOf(item, index)}`));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') return this.fail('must be text, in quotes');
    return this.value.trim();
  }

  integer(): number {
    if (typeof this.value !== 'number' || !Number.isInteger(this.value)) return this.fail('must be a whole number');
    return this.value;
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('must be true or false');
  }

  date(): string {
    const text = this.text();
    const ms = DATE_SHAPE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // Written back and compared, because 30 February would otherwise pass as a day in March.
    const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
    return isReal ? text : this.fail('must be a date written YYYY-MM-DD');
  }

  oneOf<T extends string>(values: readonly T[]): T {
    return values.find((value) => value === this.value) ?? this.fail(`must be one of ${values.join(', ')}`);
  }

  texts(): readonly string[] {
    return this.list().map((item) => item.text());
  }

  /** A code of the product's own: lower case with underscores, so that it can stand in addresses and file names. */
  code(): string {
    const text = this.text();
    return CODE_SHAPE.test(text) ? text : this.fail('must be a code: lower-case letters, digits and underscores');
  }

  codes(): readonly string[] {
    return this.list().map((item) => item.code());
  }

  private record(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      return this.fail('must be a set of fields');
    }
    return this.value as Readonly<Record<string, unknown>>;
  }
}

/** Reads one YAML file of a pack; a build has written what it holds as JSON, which is YAML too (docs/adr/0059). */
export function readYaml(url: URL): YamlNode {
  const path = fileURLToPath(url);
  try {
    const text = readFileSync(path, 'utf8');
    return new YamlNode(text.startsWith('{"') ? JSON.parse(text) : parse(text), basename(path));
  } catch (error: unknown) {
    throw new PackDataError(basename(path), 'cannot be read as YAML', { cause: error });
  }
}

/** The id of a list item where it has one: it is found sooner by its name than by its number. */
function nameOf(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : `item ${index + 1}`;
}
