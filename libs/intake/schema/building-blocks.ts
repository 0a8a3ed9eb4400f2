import Type, { type TProperties } from 'typebox';

/** Closed object: an unknown field is refused by name, so that nothing a sender wrote is dropped in silence. */
export function closed<Properties extends TProperties>(properties: Properties, description: string) {
  return Type.Object(properties, { additionalProperties: false, description });
}

/** A line of text: a name, a place, a telephone number. At least one visible character. */
export function line(description: string, maxLength = 200) {
  return Type.String({ minLength: 1, maxLength, pattern: '\\S', description });
}

/** Free text. */
export function prose(description: string, maxLength = 20_000) {
  return Type.String({ minLength: 1, maxLength, pattern: '\\S', description });
}

/** A date. Year 0 passes as one in RFC 3339 and in no calendar of ours: PostgreSQL could not store it. */
export function day(description: string) {
  return Type.String({ format: 'date', pattern: '^(?!0000)', description: `${description} (YYYY-MM-DD)` });
}

export function oneOf<const Values extends string[]>(values: readonly [...Values], description: string) {
  return Type.Enum<Values>(values, { description });
}

export const answer = (question: string) =>
  oneOf(['yes', 'no', 'not_known', 'not_asked'], `${question} "not_known" was asked, "not_asked" was not.`);

export const count = (description: string) => Type.Integer({ minimum: 0, maximum: 999, description });

export const scale = (whose: string) =>
  Type.Number({ minimum: 0, maximum: 10, description: `${whose}: 0 needs protection now, 10 no worries` });
