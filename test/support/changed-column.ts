/** Another value of the same type, as SQL; a text gets a letter more. */
export function changedColumn(column: string, type: string): string {
  const bytes = `coalesce(nullif(${column}, ''), sha256('x'))`;
  const more = `CASE jsonb_typeof(coalesce(${column}, '{}')) WHEN 'array' THEN '["x"]'::jsonb ELSE '{"x": 1}' END`;
  const number = `coalesce(${column}, 0) + 1000`;
  const others: Readonly<Record<string, string>> = {
    bytea: `set_byte(${bytes}, 7, (get_byte(${bytes}, 7) + 1) % 256)`,
    uuid: 'gen_random_uuid()',
    timestamptz: `${column} - interval '1 day'`,
    date: `${column} - 1`,
    jsonb: `coalesce(${column}, '{}') || ${more}`,
    xid8: `'7'::xid8`,
    bool: `NOT ${column}`,
    _text: `${column} || ARRAY['lower_than_proposed']`,
    int2: number,
    int4: number,
    int8: number,
  };
  return others[type] ?? `coalesce(${column}, '') || 'x'`;
}
