const CLOSE_PATIENCE_MS = 2_000;
const CUT_PATIENCE_MS = 500;

/** Waits for the work, but no longer than `patienceMs`. The work itself goes on. */
export async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The queue did not answer in time.'));
    }, patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What BullMQ's queues and workers have in common at their end. */
export interface Closable {
  /** By force: without waiting for what a queue that is away would have to answer. */
  close(force?: boolean): Promise<void>;
  disconnect(): Promise<void>;
  getBackend(): { close(force: boolean): Promise<void> };
}

/**
 * Closes politely first, then cuts the connections: a queue that is away would keep the process from ending. BullMQ has
 * two ways to cut, and which of them works depends on how far closing got.
 */
export async function closeInTime(open: Closable, force = false): Promise<void> {
  try {
    await inTime(open.close(force), CLOSE_PATIENCE_MS);
  } catch {
    await Promise.allSettled([
      inTime(open.getBackend().close(true), CUT_PATIENCE_MS),
      inTime(open.disconnect(), CUT_PATIENCE_MS),
    ]);
  }
}
