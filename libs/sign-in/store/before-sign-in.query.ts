import { execute, sql, type Tx } from '#platform';
import { hashOfSecret } from '../secret.ts';

/** A sign-in on its way to the issuer and back. */
export interface Attempt {
  readonly stateHash: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** A form that was sent without a session to send it in. */
export interface HeldForm {
  readonly id: string;
  readonly personId: string | null;
  readonly path: string;
  /** Sealed. */
  readonly fields: string;
}

/** From here on the transaction sees what belongs to this browser, and to no other. */
export async function asBrowser(tx: Tx, browserKey: string): Promise<string> {
  const hash = hashOfSecret(browserKey);
  await sql(tx, `SELECT set_config('front_door.browser', $1, true)`, [hash]);
  return hash;
}

export async function insertAttempt(tx: Tx, browserHash: string, attempt: Attempt, expiresAt: Date): Promise<void> {
  const { stateHash, nonce, verifier, returnTo } = attempt;
  await execute(tx, INSERT_ATTEMPT, [stateHash, browserHash, nonce, verifier, returnTo, expiresAt]);
}

/** The attempt, and nobody gets it again. */
export async function takeAttempt(tx: Tx, stateHash: string, now: Date): Promise<Attempt | null> {
  const [found] = await sql<Attempt>(tx, TAKE_ATTEMPT, [stateHash, now]);
  return found ?? null;
}

/** How many forms a browser has waiting. */
export async function countHeldForms(tx: Tx, browserHash: string): Promise<number> {
  const [row] = await sql<{ count: number }>(tx, COUNT_HELD, [browserHash]);
  return row?.count ?? 0;
}

export async function insertHeldForm(tx: Tx, browserHash: string, form: HeldForm, expiresAt: Date): Promise<void> {
  const { id, personId, path, fields } = form;
  await execute(tx, INSERT_HELD, [id, browserHash, personId, path, fields, expiresAt]);
}

/** The newest form held for this person at this address, and nobody gets it again. */
export async function takeHeldForm(
  tx: Tx,
  given: { readonly browserHash: string; readonly path: string; readonly personId: string; readonly now: Date },
): Promise<HeldForm | null> {
  const { browserHash, path, personId, now } = given;
  const found = await sql<HeldForm>(tx, TAKE_HELD, [browserHash, path, personId, now]);
  return found[0] ?? null;
}

const INSERT_ATTEMPT = `INSERT INTO sign_in_attempt (state_hash, browser_hash, nonce, verifier, return_to, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const TAKE_ATTEMPT = `DELETE FROM sign_in_attempt WHERE state_hash = $1 AND expires_at > $2
  RETURNING state_hash AS "stateHash", nonce, verifier, return_to AS "returnTo"`;

const COUNT_HELD = `SELECT count(*)::int AS count FROM held_form WHERE browser_hash = $1`;

const INSERT_HELD = `INSERT INTO held_form (id, browser_hash, person_id, path, fields, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const TAKE_HELD = `DELETE FROM held_form WHERE id = (
    SELECT id FROM held_form WHERE browser_hash = $1 AND path = $2 AND expires_at > $4
      AND coalesce(person_id, $3) = $3 ORDER BY expires_at DESC LIMIT 1)
  RETURNING id, person_id AS "personId", path, fields`;
