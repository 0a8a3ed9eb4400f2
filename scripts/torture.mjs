/**
 * `npm run torture [-- rounds [seed]]`: a referral is written and sent over and over while its tab, its session, the
 * network and the server are killed; prints what was lost. 200 rounds, three at a time, take about half an hour.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const HOME = path.join(import.meta.dirname, '..');
const [rounds = '200', seed = '1'] = process.argv.slice(2);
const arguments_ = [
  'run',
  '-s',
  'jest',
  '--',
  '--forceExit',
  '--selectProjects',
  'browser',
  '--testPathPatterns',
  'torture',
];
const env = { ...process.env, TORTURE_ROUNDS: rounds, TORTURE_SEED: seed };
const { status } = spawnSync('npm', arguments_, { cwd: HOME, env, stdio: 'inherit' });
process.exit(status ?? 1);
