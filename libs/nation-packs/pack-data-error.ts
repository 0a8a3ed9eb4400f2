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
