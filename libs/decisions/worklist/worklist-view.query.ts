import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';

/** Filters under a name, as they are stored: the name sealed. */
export interface ViewRow {
  readonly id: string;
  readonly madeBy: string;
  /** The queue for whose team it is; null for its maker alone. */
  readonly team: string | null;
  readonly name: string;
  /** As in the address of the page: filters only. */
  readonly query: string;
}

/** How somebody likes the worklist, and where they were in it. */
export interface WorklistChoice {
  /** What the list opens with; null for everything. */
  readonly defaultQuery: string | null;
  readonly place: string | null;
  /** Whether single keys do something on the list. */
  readonly shortcuts: boolean;
}

/** The person's own, and those of their teams. */
export function findViews(tx: Tx, { authorityId, id, teams }: Actor): Promise<ViewRow[]> {
  return sql<ViewRow>(tx, VIEWS, [authorityId, id, teams]);
}

export async function insertView(tx: Tx, authorityId: string, view: ViewRow, at: Date): Promise<void> {
  const { id, madeBy, team, name, query } = view;
  await execute(tx, INSERT, [id, authorityId, madeBy, team, name, query, at]);
}

/** How many were removed: their maker's, or with `anybodys` whoever's. */
export function deleteView(tx: Tx, { authorityId, id: person }: Actor, id: string, anybodys: boolean): Promise<number> {
  return execute(tx, DELETE, [authorityId, id, person, anybodys]);
}

export async function findChoice(tx: Tx, { authorityId, id }: Actor): Promise<WorklistChoice> {
  const [row] = await sql<WorklistChoice>(tx, CHOICE, [authorityId, id]);
  return row ?? { defaultQuery: null, place: null, shortcuts: true };
}

/** Writes what is given; `undefined` leaves as it is. */
export async function saveChoice(tx: Tx, { authorityId, id }: Actor, choice: Partial<WorklistChoice>): Promise<void> {
  const { defaultQuery, place, shortcuts } = choice;
  const given = [defaultQuery !== undefined, place !== undefined, shortcuts !== undefined];
  await execute(tx, SAVE, [authorityId, id, defaultQuery ?? null, place ?? null, shortcuts ?? true, ...given]);
}

const VIEWS = `SELECT id, made_by AS "madeBy", team, name, query FROM worklist_view
  WHERE authority_id = $1 AND ((made_by = $2 AND team IS NULL) OR team = ANY ($3::text[])) ORDER BY made_at, id`;
const INSERT = `INSERT INTO worklist_view (id, authority_id, made_by, team, name, query, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const DELETE = 'DELETE FROM worklist_view WHERE authority_id = $1 AND id = $2 AND (made_by = $3 OR $4::boolean)';
const CHOICE = `SELECT default_query AS "defaultQuery", place, shortcuts FROM worklist_choice
  WHERE authority_id = $1 AND person_id = $2`;
const SAVE = `INSERT INTO worklist_choice AS c (authority_id, person_id, default_query, place, shortcuts)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (authority_id, person_id) DO UPDATE SET
    default_query = CASE WHEN $6::boolean THEN $3 ELSE c.default_query END,
    place = CASE WHEN $7::boolean THEN $4 ELSE c.place END,
    shortcuts = CASE WHEN $8::boolean THEN $5 ELSE c.shortcuts END`;
