import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment } from './environment.ts';

/**
 * Reads the settings once, before anything starts, and reports every faulty one together.
 * Names only: a value could be a secret.
 */
export function loadEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment, { validationError: { target: false, value: false } }).map(
    (fault) => `${fault.property}: ${Object.values(fault.constraints ?? {}).join(', ')}`,
  );
  if (environment.NODE_ENV === 'production' && environment.CRASH_POINTS !== undefined) {
    faults.push('CRASH_POINTS: must not be set in production');
  }
  if (faults.length > 0) throw new Error(`These settings are missing or wrong:\n  ${faults.join('\n  ')}`);
  return environment;
}

/** The one place that touches the process's environment. */
export function environmentOfProcess(): Environment {
  return loadEnvironment(process.env);
}
