import pg from 'pg';

/** Statements that one connection keeps prepared; each holds some of the server's memory. */
const MOST = 120;
/** `in_failed_sql_transaction` */
const TRANSACTION_FAILED = '25P02';

type Ask = (first: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection that has PostgreSQL plan each statement with parameters once and not at every call. Planning is the larger
 * part of a short statement's time, most of all where policies of row-level security are planned with it (ADR 0025).
 * Statements that are asked in one turn of the event loop leave in one write: each write is a call of the system, and wakes
 * the server.
 * With `answerWithinMs` it ends when a statement is not answered in that time: whoever waits is told, and the next one
 * does not get the same silence.
 */
export class PreparingClient extends pg.Client {
  private isGathering = false;
  /** The last one with a reason of its own. */
  private fault: unknown = null;

  constructor(config?: pg.ClientConfig & { readonly answerWithinMs?: number }) {
    super(config);
    const ask = this.query.bind(this) as Ask;
    const names = new Map<string, string>();
    const limitMs = config?.answerWithinMs;
    const query: Ask = (first, values, ...rest) => {
      this.gather();
      const name = typeof first === 'string' && hasSome(values) ? nameOf(first, names) : null;
      const answer = name === null ? ask(first, values, ...rest) : ask({ name, text: first, values }, ...rest);
      if (!(answer instanceof Promise)) return answer;
      if (limitMs !== undefined) this.endUnlessAnswered(answer, limitMs);
      return answer.catch((error: unknown) => this.failed(error));
    };
    Object.assign(this, { query });
  }

  /** What fails only because its transaction had failed already says why that was: of those sent together any may be heard first. */
  private failed(error: unknown): never {
    if ((error as { code?: unknown }).code !== TRANSACTION_FAILED) this.fault = error;
    throw this.fault ?? error;
  }

  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  private endUnlessAnswered(answer: Promise<unknown>, limitMs: number): void {
    const timer = setTimeout(() => this.connection.stream.destroy(), limitMs);
    const answered = (): void => {
      clearTimeout(timer);
    };
    void answer.then(answered, answered);
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
