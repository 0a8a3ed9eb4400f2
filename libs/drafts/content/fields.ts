/** What stands in a field: a text, or the choices that were ticked. */
export type FieldValue = string | readonly string[];

/** What was typed, by the name of the field; a field that is not there was never touched. */
export type DraftFields = Readonly<Record<string, FieldValue>>;

/** A field's text without the white space around it; empty for a field that was never touched. */
export function textIn(fields: DraftFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** A field's text exactly as it was typed. */
export function typedIn(fields: DraftFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** What was ticked in a field. */
export function choicesIn(fields: DraftFields, name: string): readonly string[] {
  const value = fields[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
