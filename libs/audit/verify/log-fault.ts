/** What is wrong with a log, and where it shows first. */
export class LogFault extends Error {
  constructor(
    what: string,
    readonly position: number | null = null,
    readonly eventId: string | null = null,
  ) {
    super(what);
  }
}
