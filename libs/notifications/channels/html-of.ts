const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The same lines as paragraphs, without styles, pictures or anything that is fetched from elsewhere. */
export function htmlOf(lines: readonly string[]): string {
  const paragraphs = lines.map((line) => `<p>${linked(escaped(line))}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('')}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function linked(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s<,;]+/g, (address) => `<a href="${address}">${address}</a>`);
}
