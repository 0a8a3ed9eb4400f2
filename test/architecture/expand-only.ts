/** What a migration may not do to a schema that the previous release still works on. Patterns of SQL, without comments. */
const CONTRACTIONS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'drops what others may read',
    pattern: /\bDROP\s+(?:TABLE|VIEW|COLUMN|FUNCTION|TYPE|SEQUENCE|SCHEMA|ROLE)\b/gi,
  },
  { what: 'renames', pattern: /\bRENAME\b/gi },
  { what: 'changes a type', pattern: /\bALTER\s+COLUMN\s+\w+\s+(?:SET\s+DATA\s+)?TYPE\b/gi },
  { what: 'requires a column that others leave out', pattern: /\bSET\s+NOT\s+NULL\b/gi },
  { what: 'takes a default away', pattern: /\bDROP\s+DEFAULT\b/gi },
  { what: 'takes a right away', pattern: /\bREVOKE\b/gi },
  { what: 'deletes rows', pattern: /\b(?:TRUNCATE\s+(?:TABLE\s+)?\w|DELETE\s+FROM)\b/gi },
];

const ADDED_COLUMN = /\bADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)([^;,]*)/gi;
const NEW_TABLE = /\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)/gi;
const CONSTRAINT =
  /\bALTER\s+TABLE\s+(?:ONLY\s+)?(\w+)[^;]*?\bADD\s+(?:CONSTRAINT\s+\w+\s+)?(?:CHECK|UNIQUE|FOREIGN|EXCLUDE|PRIMARY)\b[^;]*/gi;
const UNIQUE_INDEX = /\bCREATE\s+UNIQUE\s+INDEX\b[^;]*?\bON\s+(\w+)[^;]*/gi;

/** Everything in a migration's SQL that the previous release could trip over, each with the place it stands at. */
export function contractionsIn(migration: string): string[] {
  const sql = withoutComments(migration);
  const newTables = [...sql.matchAll(NEW_TABLE)].map(([, table = '']) => table);
  const added = [...sql.matchAll(ADDED_COLUMN)];
  const newColumns = added.map(([, column = '']) => column);
  const isNew = (table: string, text: string): boolean =>
    newTables.includes(table) || newColumns.some((column) => new RegExp(`\\b${column}\\b`).test(text));
  return [
    ...CONTRACTIONS.flatMap(({ what, pattern }) => [...sql.matchAll(pattern)].map(([text]) => `${what}: ${text}`)),
    ...added
      .filter(([, , rest = '']) => /\bNOT\s+NULL\b/i.test(rest) && !/\b(?:DEFAULT|GENERATED)\b/i.test(rest))
      .map(([text]) => `requires a column that others leave out: ${text.trim()}`),
    ...[...sql.matchAll(CONSTRAINT), ...sql.matchAll(UNIQUE_INDEX)]
      .filter(([text, table = '']) => !isNew(table, text))
      .map(([text]) => `refuses what others write: ${text.replace(/\s+/g, ' ').slice(0, 100)}`),
  ];
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/--.*$/gm, '')
    .replace(/COMMENT ON [^;]*;/g, '');
}
