/**
 * A spreadsheet takes a cell that begins like this for a formula, or strips it, and a file that somebody sent may so
 * reach out from the reader's machine. An apostrophe in front makes it text. A cell that begins with an apostrophe of its
 * own gets a second one, so that nothing is lost.
 */
const DANGEROUS = /^[=+\-@\t\r\n'＝＋－＠]/;

export function guarded(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell;
}

export function isGuarded(cell: string): boolean {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1));
}
