import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Case, CaseId, ClockKind } from '#domain';
import type { ClockRule } from '#deadlines';
import type { Tx } from '#platform';
import { CaseClockRow } from './case-clock.entity.ts';

/** A clock as readers see it. Times are instants; `rule` is how `dueAt` was counted. */
export interface CaseClock {
  readonly kind: ClockKind;
  readonly rule: ClockRule;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly stoppedAt: Date | null;
}

/** Clocks of cases. A clock is never moved: a new limit stops the old clock and starts another. */
@Injectable()
export class ClockRepository {
  async start(tx: Tx, found: Pick<Case, 'id' | 'authorityId'>, clock: Omit<CaseClock, 'stoppedAt'>): Promise<void> {
    const { id: caseId, authorityId } = found;
    await tx.getRepository(CaseClockRow).insert({ id: randomUUID(), caseId, authorityId, ...clock, stoppedAt: null });
  }

  async stop(tx: Tx, caseId: CaseId, kinds: readonly ClockKind[], at: Date): Promise<void> {
    for (const kind of kinds) {
      await tx.getRepository(CaseClockRow).update({ caseId, kind, stoppedAt: IsNull() }, { stoppedAt: at });
    }
  }

  async ofCase(tx: Tx, caseId: CaseId): Promise<CaseClock[]> {
    const rows = await tx
      .getRepository(CaseClockRow)
      .find({ where: { caseId }, order: { startedAt: 'ASC', kind: 'ASC' } });
    return rows.map(({ kind, rule, startedAt, dueAt, stoppedAt }) => ({
      kind,
      rule: rule as ClockRule,
      startedAt,
      dueAt,
      stoppedAt,
    }));
  }
}
