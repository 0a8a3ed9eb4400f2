import 'reflect-metadata';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadEnvironment, PlatformModule } from '#platform';
import { newKeyRing, VaultModule } from '#vault';

@Module({})
class BenchModule {}

export const AUTHORITY = 'larkshire';

/** Keys for one run, handed on to the process that seals. */
export const BENCH_KEYS: Readonly<Record<string, string>> = {
  FIELD_KEYS: process.env['FIELD_KEYS'] ?? newKeyRing(),
  AUDIT_SIGNING_KEY: process.env['AUDIT_SIGNING_KEY'] ?? newKey(),
  EVIDENCE_SIGNING_KEY: newKey(),
};

/** The real parts of the service on one database role. */
export function benchContext(url: string, modules: readonly (new () => object)[]): Promise<INestApplicationContext> {
  const environment = loadEnvironment({ NODE_ENV: 'test', DATABASE_URL: url, DATABASE_POOL: '64', ...BENCH_KEYS });
  const platform = PlatformModule.forProcess(environment, { databaseUrl: url, applicationName: 'front-door-bench' });
  const imports = [platform, VaultModule, ...modules];
  return NestFactory.createApplicationContext(
    { module: BenchModule, imports },
    { logger: ['error'], abortOnError: false },
  );
}

/** A referral of about four kilobytes, as in the measurements of the design. */
export function fourKilobytes(): { body: Buffer; parsed: unknown } {
  const parsed = {
    schemaVersion: '1',
    safety: { immediateDanger: 'no', needsMedicalAttention: 'no' },
    referrer: { capacity: 'professional', name: 'Tess Example', role: 'Teacher', phone: '01632 960010', source: '2A' },
    children: [
      {
        ref: 'c1',
        givenName: 'Robin',
        familyName: `Example ${randomBytes(4).toString('hex')}`,
        dateOfBirth: '2017-05-04',
        mobility: 'mobile',
        seenBySender: 'yes',
      },
    ],
    worries: { summary: randomBytes(1_700).toString('hex'), firstHand: 'yes', injury: 'no' },
    whatNeedsToHappen: { referrer: 'Support for the family.' },
    agreement: { told: ['parent_a'], given: 'yes' },
  };
  return { body: Buffer.from(JSON.stringify(parsed)), parsed };
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}
