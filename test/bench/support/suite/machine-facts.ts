import { spawnSync } from 'node:child_process';
import { loadavg, release, type } from 'node:os';
import { machine } from '../machine.ts';

/** What a reader must know of the place and the day before a figure means anything. */
export function machineFacts(): Record<string, string> {
  return {
    machine: machine(),
    system: `${type()} ${release()}`,
    'load before': loadavg()
      .map((load) => load.toFixed(2))
      .join(' '),
    version: version(),
    at: new Date().toISOString().slice(0, 16).replace('T', ' '),
  };
}

function version(): string {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'not known';
}
