import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Lane } from '#domain';
import { type ClaimedMessage, Outbox } from '#outbox';
import { Database, type Environment } from '#platform';
import { DrainLane } from '#triage';
import { WorkerModule } from '../../apps/worker/worker.module.ts';
import { MessageWork } from '../../libs/triage/message-work.ts';

/** The worker's parts, connected as the engine's role, with nothing started: the test says who claims what, and when. */
export interface Engine {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly drainLane: DrainLane;
  claim(lane: Lane, limit?: number, leaseMs?: number): Promise<ClaimedMessage[]>;
  /** The whole work on one message, as a worker does it. */
  propose(message: ClaimedMessage): Promise<void>;
  close(): Promise<void>;
}

export async function openEngine(environment: Environment): Promise<Engine> {
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    WorkerModule.forProcess(environment),
    { logger: ['error'], abortOnError: false },
  );
  const database = context.get(Database);
  const outbox = context.get(Outbox);
  const work = context.get(MessageWork);
  return {
    database,
    outbox,
    drainLane: context.get(DrainLane),
    claim: (lane, limit = 100, leaseMs = 60_000) =>
      database.acrossAuthorities((tx) => outbox.claim(tx, lane, limit, leaseMs)),
    propose: async (message) => {
      await work.execute(message, [message]);
    },
    close: () => context.close(),
  };
}
