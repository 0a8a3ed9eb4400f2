import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AuthorityId, CaseId, Lane } from '#domain';
import type { Receipt } from '#intake';
import type { NewMessage } from '#outbox';
import { WorkerModule } from '../../apps/worker/worker.module.ts';
import { call, eventually } from './http.ts';
import { aReferral } from './referral-builder.ts';
import type { TestService } from './test-service.ts';

/** A piece of work for a version of a case's input. */
export function workFor(caseId: string, inputVersion: number, lane: Lane = 'standard'): NewMessage {
  return {
    topic: 'triage.requested',
    lane,
    authorityId: 'larkshire' as AuthorityId,
    caseId: caseId as CaseId,
    inputVersion,
  };
}

/** A worker with neither relay, consumers nor sweep: it does what it is told and nothing by itself. */
export function idleWorker(service: TestService): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forProcess(service.environment), {
    logger: false,
    abortOnError: false,
  });
}

/** Sends a referral of one child and returns the id of its case, without waiting for the rules. */
export async function sentCase(service: TestService, document: object = aReferral()): Promise<string> {
  const token = await service.agencyToken('larkbridge-primary');
  const answer = await call<Receipt>(service.url, '/api/v1/referrals', { token, body: document });
  const [row] = await service.database.query<{ id: string }>(
    'admin',
    `SELECT c.id FROM case_record c JOIN referral r ON r.id = c.referral_id WHERE r.reference = $1`,
    [answer.body.reference],
  );
  if (row === undefined) throw new Error(`Not stored: ${answer.text}`);
  return row.id;
}

/** Waits until the rules have proposed for a case; fails when they do not in time. */
export async function proposedWithin(service: TestService, caseId: string, withinMs: number): Promise<void> {
  await eventually(
    () => service.database.query('admin', 'SELECT 1 FROM triage_run WHERE case_id = $1', [caseId]),
    (rows) => rows.length === 1,
    withinMs,
  );
}

/** A promise that another party resolves. */
export function gate(): { readonly passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
