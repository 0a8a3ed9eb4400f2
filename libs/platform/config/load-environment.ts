import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { addressFault } from '../database/database-address.ts';
import { redisAddress, redisFault } from '../queue/redis-address.ts';
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
    ...queueFaults(environment),
    ...messageFaults(environment),
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
    const fault = environment[name] === undefined ? null : addressFault(environment[name], environment);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
}

function queueFaults({ QUEUE_URL, QUEUE_SENTINEL_PASSWORD }: Environment): string[] {
  const fault = QUEUE_URL === undefined ? null : redisFault(QUEUE_URL);
  const isSentinel = QUEUE_URL !== undefined && fault === null && redisAddress(QUEUE_URL).kind === 'sentinel';
  return [
    ...(fault === null ? [] : [`QUEUE_URL: ${fault}`]),
    ...(QUEUE_SENTINEL_PASSWORD === undefined || isSentinel
      ? []
      : ['QUEUE_SENTINEL_PASSWORD: must not be given without redis+sentinel:// in QUEUE_URL']),
  ];
}

/** One way for each kind of message, and everything that it needs. */
function messageFaults(environment: Environment): string[] {
  const { SMTP_URL, SMTP_FROM, NOTIFY_API_KEY, NOTIFY_EMAIL_TEMPLATE, NOTIFY_SMS_TEMPLATE } = environment;
  const byNotify = NOTIFY_EMAIL_TEMPLATE !== undefined || NOTIFY_SMS_TEMPLATE !== undefined;
  const twice = SMTP_URL !== undefined && NOTIFY_EMAIL_TEMPLATE !== undefined;
  return [
    ...(SMTP_URL !== undefined && SMTP_FROM === undefined ? ['SMTP_FROM: must be given beside SMTP_URL'] : []),
    ...(byNotify && NOTIFY_API_KEY === undefined ? ['NOTIFY_API_KEY: must be given beside a template of Notify'] : []),
    ...(twice ? ['NOTIFY_EMAIL_TEMPLATE: must not be given beside SMTP_URL'] : []),
  ];
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
    ...(environment.DEVELOPMENT_INBOX === undefined ? [] : ['DEVELOPMENT_INBOX: must not be set in production']),
    ...(environment.SMTP_TLS === 'required' ? [] : ['SMTP_TLS: must be required in production']),
    ...(environment.NOTIFY_URL.startsWith('http:') ? ['NOTIFY_URL: must be an https address in production'] : []),
    ...known.map((name) => `${name}: must hold a password of its own, not one from an example`),
  ];
}
