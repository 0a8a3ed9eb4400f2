import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** Scripts and schedulers see nothing of a command but how it ends. */
function ending(...args: string[]): number | null {
  return spawnSync(process.execPath, ['dist/apps/cli/main.js', ...args], { encoding: 'utf8' }).status;
}

describe('a command ends', () => {
  it('well when it did what it was asked', () => {
    expect(ending('help')).toBe(0);
    expect(ending('governance', 'atrs', '--authority', 'larkshire')).toBe(0);
  }, 60_000);

  it('with 1 when it could not, and with 2 when there is no such command', () => {
    expect(ending('governance', 'dpia', '--authority', 'nowhere')).toBe(1);
    expect(ending('backtest')).toBe(1);
    expect(ending('nonsense')).toBe(2);
  }, 60_000);
});
