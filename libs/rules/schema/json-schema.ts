/** A JSON Schema, or a part of one, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with these keys and no others; all are needed but those named in `optional`. */
export function closed(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return {
    type: 'object',
    description,
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Text that is not blank. */
export function text(description: string): JsonSchema {
  return { type: 'string', pattern: '\\S', description };
}

/** Ids are keys of objects and parts of paths; these characters are safe as both. */
export function identifier(description: string): JsonSchema {
  return { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', description };
}

/** A whole number that JSON carries exactly. */
export function wholeNumber(description: string, minimum = Number.MIN_SAFE_INTEGER): JsonSchema {
  return { type: 'integer', minimum, maximum: Number.MAX_SAFE_INTEGER, description };
}

/** A day; that the calendar has it only the check of the rule set can say. */
export function day(description: string): JsonSchema {
  return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', format: 'date', description };
}

export function flag(description: string): JsonSchema {
  return { type: 'boolean', description };
}

export function oneOf(values: readonly string[], description: string): JsonSchema {
  return { type: 'string', enum: values, description };
}

/** A list in which nothing stands twice. */
export function set(items: JsonSchema, description: string, minItems = 0): JsonSchema {
  return { type: 'array', items, minItems, uniqueItems: true, description };
}

export function list(items: JsonSchema, description: string, minItems = 0): JsonSchema {
  return { type: 'array', items, minItems, description };
}

/** A definition of the same schema. */
export function reference(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
