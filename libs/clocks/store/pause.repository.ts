import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { CaseClock, ClockOwner, ClockPause } from '../case-clock.ts';

/** A pause with the clock that it belongs to. */
export interface PauseOfClock extends ClockPause {
  readonly clockId: string;
}

export interface NewPause {
  readonly reasonCode: string;
  readonly note: string | null;
  readonly by: Actor;
  readonly at: Date;
}

/** Times in which clocks stood still. What people write about it is sealed under the referral's key. */
@Injectable()
export class PauseRepository {
  constructor(private readonly vault: Vault) {}

  async begin(tx: Tx, owner: ClockOwner, clock: CaseClock, { reasonCode, note, by, at }: NewPause): Promise<void> {
    const id = randomUUID();
    const sealed = note === null ? null : sealedUnder(await this.vault.keyOf(tx, owner), NOTE, id, note);
    const values = [id, owner.authorityId, owner.id, clock.id, reasonCode, sealed, by.id, by.name, at];
    await execute(tx, BEGIN, values);
    await execute(tx, 'UPDATE case_clock SET paused_at = $2 WHERE id = $1', [clock.id, at]);
  }

  async end(tx: Tx, clock: CaseClock, by: Actor, at: Date): Promise<void> {
    await execute(tx, END, [clock.id, by.id, by.name, at]);
  }

  /** Of every clock of the case, oldest first; notes opened. */
  async ofCase(tx: Tx, owner: ClockOwner): Promise<PauseOfClock[]> {
    const rows = await sql<PauseOfClock & { id: string }>(tx, OF_CASE, [owner.id]);
    if (rows.length === 0) return [];
    const key = await this.vault.keyOf(tx, owner);
    return rows.map(({ id, note, ...pause }) => ({
      ...pause,
      note: note === null ? null : openedUnder(key, NOTE, id, note),
    }));
  }
}

const NOTE = 'case_clock_pause.note';

const BEGIN = `INSERT INTO case_clock_pause
    (id, authority_id, case_id, clock_id, reason_code, note, paused_by, paused_by_name, paused_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const END = `UPDATE case_clock_pause SET resumed_by = $2, resumed_by_name = $3, resumed_at = $4
  WHERE clock_id = $1 AND resumed_at IS NULL`;

const OF_CASE = `SELECT id, clock_id AS "clockId", reason_code AS "reasonCode", note, paused_at AS "from",
    resumed_at AS "to", paused_by_name AS "byName"
  FROM case_clock_pause WHERE case_id = $1 ORDER BY paused_at, id`;
