/** What Markdown, or HTML in it, gives a meaning anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>|~&#!]/g;

/** What somebody wrote, on one line, without the marks that the document puts around passages in another language. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What somebody wrote, as it reads and with no meaning of its own in Markdown: no links, no HTML, no tables. */
export function escapeMarkdown(text: string): string {
  return (
    onOneLine(text)
      .replace(SPECIAL, '\\$&')
      // At the start of a line these would begin a list, a heading or a rule.
      .replace(/^([-+=])/, '\\$1')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}
