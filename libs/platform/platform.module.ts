import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Clock } from '#domain';
import { Environment } from './config/environment.ts';
import { CrashPoints } from './crash-points.ts';
import { createDataSource } from './database/create-data-source.ts';
import { databaseAddress } from './database/database-address.ts';
import { Database } from './database/database.ts';
import { EventLog } from './logging/event-log.ts';

export const CLOCK = Symbol('Clock');

/** Settings, database and log for one process, connected as that process's own database role. */
@Global()
@Module({})
export class PlatformModule {
  static forProcess(environment: Environment, as: ProcessIdentity): DynamicModule {
    const crashPoints = new CrashPoints(environment.CRASH_POINTS, environment.CRASH_CHANCE, environment.CRASH_WAY);
    const connect = (): Promise<Database> => connectDatabase(environment, as, crashPoints);
    const clock: Clock = { now: () => new Date() };
    return {
      module: PlatformModule,
      providers: [
        EventLog,
        { provide: Environment, useValue: environment },
        { provide: CLOCK, useValue: clock },
        { provide: Database, useFactory: connect },
        { provide: CrashPoints, useValue: crashPoints },
      ],
      exports: [EventLog, Environment, CLOCK, Database, CrashPoints],
    };
  }
}

interface ProcessIdentity {
  readonly databaseUrl: string;
  readonly applicationName: string;
  /** Left out, as for a command, the process waits for ever. */
  readonly patience?: Patience;
}

/** How long a process waits for PostgreSQL, in milliseconds, before it takes a connection for lost. */
interface Patience {
  /** For the answer to a statement: more than `statement_timeout`, after which PostgreSQL itself says something. */
  readonly answerMs: number;
  /** For a transaction as a whole. */
  readonly transactionMs: number | null;
}

/** Somebody waits for the answer, and half a minute is as long as most wait. */
export const REQUEST_PATIENCE: Patience = { answerMs: 15_000, transactionMs: 20_000 };
/** Nobody waits, and some work is long; but a statement that is not answered never will be. */
export const ENGINE_PATIENCE: Patience = { answerMs: 15_000, transactionMs: null };

async function connectDatabase(
  environment: Environment,
  { databaseUrl: url, applicationName, patience }: ProcessIdentity,
  crashPoints: CrashPoints,
): Promise<Database> {
  const address = databaseAddress(url, environment);
  const answerWithinMs = patience?.answerMs;
  const dataSource = createDataSource({ address, pool: environment.DATABASE_POOL, applicationName, answerWithinMs });
  return new Database(await dataSource.initialize(), crashPoints, patience?.transactionMs);
}

/** A connection for one command, without a process around it; the caller closes it. */
export function connectOnce(environment: Environment, databaseUrl: string): Promise<Database> {
  return connectDatabase(
    environment,
    { databaseUrl, applicationName: 'front-door-cli' },
    new CrashPoints(undefined, 0),
  );
}
