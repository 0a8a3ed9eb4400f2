/** The naive pipeline's worker process. */
import 'reflect-metadata';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { nationPack } from '#nation-packs';
import { jsonRulesEngine } from '../engines/json-rules-engine.ts';
import { AuditEvent, Proposal, Referral } from './entities.ts';
import { factsOf } from './facts-of.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { QUEUE } from './settings.ts';

const engine = jsonRulesEngine(nationPack('england').ruleSet);

@Processor(QUEUE, { concurrency: 10 })
class TriageProcessor extends WorkerHost {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async process(job: Job<{ referralId: string }>): Promise<void> {
    const referrals = this.dataSource.getRepository(Referral);
    const referral = await referrals.findOneByOrFail({ id: job.data.referralId });
    const facts = factsOf(referral.body);
    const { level, urgency } = await engine.decide(facts);
    await this.dataSource.transaction(async (manager) => {
      await manager.getRepository(Proposal).save({ referralId: referral.id, level, urgency, facts });
      await manager.getRepository(Referral).update(referral.id, { state: 'proposed' });
      const event = { referralId: referral.id, action: 'case.proposed', actor: 'engine', occurredAt: new Date() };
      await manager.getRepository(AuditEvent).save(event);
    });
  }
}

@Module({ imports: INFRASTRUCTURE, providers: [TriageProcessor] })
class WorkerModule {}

const worker = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'] });
worker.enableShutdownHooks();
console.log('naive.started');
