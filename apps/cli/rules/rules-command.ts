import { checkCommand, diffCommand, exportCommand } from './file-commands.ts';
import { SERVICE_STEPS, serviceCommand } from './service-commands.ts';
import { thresholdCommand } from './threshold-command.ts';
import { verifyCommand } from './verify-command.ts';

const LOCAL: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  verify: verifyCommand,
  check: checkCommand,
  diff: diffCommand,
  export: exportCommand,
  'threshold-document': thresholdCommand,
};

/** `rules <step> …`: on packs and files here, or on a running service for the steps of the life cycle. */
export function rulesCommand([step = '', ...args]: readonly string[]): Promise<number> {
  const local = LOCAL[step];
  if (local !== undefined) return local(args);
  if (SERVICE_STEPS.includes(step)) return serviceCommand(step, args);
  const steps = `${Object.keys(LOCAL).join(', ')} here; ${SERVICE_STEPS.join(', ')} on a service`;
  throw new Error(`Say which step: ${steps}.`);
}
