import { BullModule } from '@nestjs/bullmq';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEvent, Proposal, Referral } from './entities.ts';
import { naiveSettings, QUEUE } from './settings.ts';

const { databaseUrl, redisPort } = naiveSettings();

/** What both processes import: the database and the queue. */
export const INFRASTRUCTURE = [
  TypeOrmModule.forRoot({
    type: 'postgres',
    url: databaseUrl,
    entities: [Referral, Proposal, AuditEvent],
    extra: { max: 20 },
  }),
  BullModule.forRoot({ connection: { host: '127.0.0.1', port: redisPort } }),
  BullModule.registerQueue({
    name: QUEUE,
    defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true },
  }),
];
