import pg from 'pg';

/** Statements that one connection keeps prepared; each holds some of the server's memory. */
const MOST = 120;

type Ask = (first: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection that has PostgreSQL plan each statement with parameters once and not at every call. Planning is the larger
 * part of a short statement's time, most of all where policies of row-level security are planned with it (ADR 0025).
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig | string) {
    super(config);
    const ask = this.query.bind(this) as Ask;
    const names = new Map<string, string>();
    const query: Ask = (first, values, ...rest) => {
      const name = typeof first === 'string' && hasSome(values) ? nameOf(first, names) : null;
      return name === null ? ask(first, values, ...rest) : ask({ name, text: first, values }, ...rest);
    };
    Object.assign(this, { query });
  }
}

function hasSome(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}

function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size === MOST) return null;
  const name = `front_door_${String(names.size)}`;
  names.set(text, name);
  return name;
}
