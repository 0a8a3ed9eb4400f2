import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditTrail, SealAudit, SealingModule } from '#audit';
import { asId, type Actor, type AuthorityId, type CaseId, engineActor, type ReferralId } from '#domain';
import { Database, type Environment, loadEnvironment, PlatformModule } from '#platform';
import { VaultModule } from '#vault';
import type { TestDatabase } from './test-database.ts';
import { TEST_KEYS } from './test-keys.ts';

export const AUTHORITY = asId<AuthorityId>('larkshire');

/** The parts that write and seal the audit log, with nothing running on its own. */
export interface AuditRig {
  readonly trail: AuditTrail;
  readonly sealer: SealAudit;
  readonly database: Database;
  /** Seals until nothing waits; says in how many batches. */
  seal(): Promise<number>;
  /** Writes `count` events that belong to no case. */
  write(count: number): Promise<void>;
  /** Writes events of one case, each in a transaction of its own, the first of which opens it. */
  writeCase(caseId: string, referralId: string, count: number): Promise<void>;
  /** Adds one event to a case that was opened. */
  addToCase(caseId: string, referralId: string): Promise<void>;
  close(): Promise<void>;
}

@Module({})
class RigModule {}

/** As the engine's role, which seals; `settings` beside the keys of all tests. */
export async function auditRig(database: TestDatabase, settings: Record<string, string> = {}): Promise<AuditRig> {
  const given = { NODE_ENV: 'test', ENGINE_DATABASE_URL: database.engineUrl, ...TEST_KEYS, ...settings };
  const context = await contextOf(loadEnvironment(given), database.engineUrl);
  const trail = context.get(AuditTrail, { strict: false });
  const sealer = context.get(SealAudit, { strict: false });
  const connection = context.get(Database, { strict: false });
  const actor: Actor = engineActor(AUTHORITY);
  const inOne = (work: (tx: Parameters<AuditTrail['append']>[0]) => Promise<void>): Promise<void> =>
    connection.inTransaction({ authorityId: AUTHORITY }, work);
  const add = (action: 'case.opened' | 'case.moved', caseId: string, referralId: string): Promise<void> => {
    const of = { caseId: asId<CaseId>(caseId), referralId: asId<ReferralId>(referralId) };
    return inOne((tx) => trail.append(tx, [{ action, actor, occurredAt: new Date(), details: {}, ...of }]));
  };
  return {
    trail,
    sealer,
    database: connection,
    seal: async () => {
      let batches = 1;
      while (await sealer.execute(AUTHORITY)) batches += 1;
      return batches;
    },
    write: (count) =>
      inOne((tx) =>
        trail.append(
          tx,
          Array.from({ length: count }, (_, at) => ({
            action: 'rule_set.drafted' as const,
            actor,
            occurredAt: new Date(),
            details: { at },
          })),
        ),
      ),
    addToCase: (caseId, referralId) => add('case.moved', caseId, referralId),
    writeCase: async (caseId, referralId, count) => {
      for (let at = 0; at < count; at += 1) await add(at === 0 ? 'case.opened' : 'case.moved', caseId, referralId);
    },
    close: () => context.close(),
  };
}

function contextOf(environment: Environment, databaseUrl: string): Promise<INestApplicationContext> {
  const platform = PlatformModule.forProcess(environment, { databaseUrl, applicationName: 'front-door-test' });
  const module = { module: RigModule, imports: [platform, VaultModule, SealingModule], providers: [AuditTrail] };
  return NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
}
