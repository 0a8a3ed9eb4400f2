/**
 * A fault in a pack's data, with the file and the place in it. Packs are edited by people in authorities: the message
 * has to take them straight to the line, and a pack with a fault never loads in part.
 */
export class PackDataError extends Error {
  override readonly name = 'PackDataError';

  constructor(where: string, problem: string, options?: ErrorOptions) {
    super(`${where}: ${problem}`, options);
  }
}

/**
 * Reads every item before it complains: whoever edits a file wants all its faults at once. Throws the one fault as it
 * is, or one `PackDataError` with a line for each; what is no fault of the data is thrown at once.
 */
export function readAll<T, R>(where: string, items: readonly T[], read: (item: T) => R): readonly R[] {
  const faults: PackDataError[] = [];
  const results = items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error: unknown) {
      if (!(error instanceof PackDataError)) throw error;
      faults.push(error);
      return [];
    }
  });
  const [first] = faults;
  if (first === undefined) return results;
  if (faults.length === 1) throw first;
  throw new PackDataError(where, `has ${faults.length} faults\n${faults.map((fault) => fault.message).join('\n')}`);
}
