const PLACE = /\{\{(\w+)\}\}/g;

/**
 * A template with its places filled. A place may come more than once.
 * @throws Error for a place without a value, or a value without a place.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const places = new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''));
  const unused = Object.keys(values).filter((name) => !places.has(name));
  const missing = [...places].filter((name) => !(name in values));
  if (unused.length + missing.length > 0) {
    throw new Error(`The template and its values differ in ${[...unused, ...missing].join(', ')}.`);
  }
  return template.replace(PLACE, (_place, name: string) => values[name] ?? '');
}
