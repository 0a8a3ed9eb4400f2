/** Where the text of a cell stops being what it should be; `offset` counts from the start of that text. */
export class CellFault extends Error {
  override readonly name = 'CellFault';

  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}
