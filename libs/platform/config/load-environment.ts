import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { tlsFault } from '../database/database-address.ts';
import { Environment } from './environment.ts';
import { hasKnownPassword } from './known-secrets.ts';
import { settingsFrom } from './settings-from-files.ts';

/**
 * Reads the settings once, before anything starts, and reports every faulty one together. Each may come as a file,
 * `NAME_FILE`. Names only: a value could be a secret.
 * @throws Error naming every setting that is wrong.
 */
export function loadEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = settingsFrom(source, settingNames());
  const environment = plainToInstance(Environment, given.values, { exposeDefaultValues: true });
  const invalid = validateSync(environment, { validationError: { target: false, value: false } });
  const faults = [
    ...given.faults,
    ...invalid.map((fault) => `${fault.property}: ${Object.values(fault.constraints ?? {}).join(', ')}`),
    ...databaseFaults(environment),
    ...(environment.NODE_ENV === 'production' ? productionFaults(environment) : []),
  ];
  if (faults.length > 0) throw new Error(`These settings are missing or wrong:\n  ${faults.join('\n  ')}`);
  return environment;
}

/** The one place that touches the process's environment. */
export function environmentOfProcess(): Environment {
  return loadEnvironment(process.env);
}

/** Every setting has a check, so the checks know every name. */
function settingNames(): string[] {
  const checks = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
  return [...new Set(checks.map((check) => check.propertyName))];
}

function databaseFaults(environment: Environment): string[] {
  return (['DATABASE_URL', 'ENGINE_DATABASE_URL'] as const).flatMap((name) => {
    const fault = environment[name] === undefined ? null : tlsFault(environment[name], environment);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
}

function productionFaults(environment: Environment): string[] {
  const urls = ['DATABASE_URL', 'ENGINE_DATABASE_URL', 'QUEUE_URL'] as const;
  const known = urls.filter((name) => hasKnownPassword(environment[name] ?? ''));
  return [
    ...(environment.CRASH_POINTS === undefined ? [] : ['CRASH_POINTS: must not be set in production']),
    ...(environment.OIDC_ISSUER?.startsWith('http:') === true
      ? ['OIDC_ISSUER: must be an https address in production']
      : []),
    ...(environment.WEBHOOKS_ALLOW_LOOPBACK === 'off' ? [] : ['WEBHOOKS_ALLOW_LOOPBACK: must be off in production']),
    ...known.map((name) => `${name}: must hold a password of its own, not one from an example`),
  ];
}
