import 'reflect-metadata';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChronologyModule } from '#chronology';
import { DecisionsModule } from '#decisions';
import { environmentOfProcess, PlatformModule, requiredSetting } from '#platform';
import { VaultModule } from '#vault';

@Module({})
class AuditCommands {}

/** The use cases of the audit log, for one command, connected as the API's role. The caller closes it. */
export function auditContext(): Promise<INestApplicationContext> {
  const environment = environmentOfProcess();
  const as = { databaseUrl: requiredSetting(environment, 'DATABASE_URL'), applicationName: 'front-door-cli' };
  const imports = [PlatformModule.forProcess(environment, as), VaultModule, ChronologyModule, DecisionsModule];
  return NestFactory.createApplicationContext(
    { module: AuditCommands, imports },
    { logger: false, abortOnError: false },
  );
}
