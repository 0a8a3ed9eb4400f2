import { aMillion } from './a-million.ts';
import type { Scenario } from '../scenario.ts';
import { answersLost } from './answers-lost.ts';
import { connectionsExhausted } from './connections-exhausted.ts';
import { restoredFromBackup } from './restored.ts';
import { postgresEnds } from './postgres-ends.ts';
import { postgresSlow } from './postgres-slow.ts';
import { workersCutOff } from './worker-cut-off.ts';
import { apiKilled, apiKilledAfterCommit, apiKilledBeforeCommit } from './api-killed.ts';
import { clockSteps } from './clock-steps.ts';
import { failover } from './failover.ts';
import { diskFull } from './disk-full.ts';
import { dumped } from './dumped.ts';
import { duplicates } from './duplicates.ts';
import { logTampered } from './log-tampered.ts';
import { nobodyProposes } from './nobody-proposes.ts';
import { outOfMemory } from './out-of-memory.ts';
import { poison } from './poison.ts';
import { redisAway, redisFull, redisRestarted } from './redis-away.ts';
import { redisFailsOver, redisNodeLost } from './redis-groups.ts';
import { redisDown, redisFlushed } from './redis-lost.ts';
import { rollingDeployment } from './rolling-deployment.ts';
import { rollingRestart } from './rolling-restart.ts';
import { rulesChanged } from './rules-changed.ts';
import { sealerDown } from './sealer-down.ts';
import { workerFrozen } from './worker-frozen.ts';
import { allWorkersKilled, workersKilled } from './workers-killed.ts';

/** Every way in which things go wrong, in the order of the fault matrix: one list for `npm test` and `npm run faults`. */
export const SCENARIOS: readonly Scenario[] = [
  apiKilledAfterCommit,
  apiKilledBeforeCommit,
  apiKilled,
  workersKilled,
  allWorkersKilled,
  nobodyProposes,
  aMillion,
  workerFrozen,
  redisFlushed,
  redisDown,
  redisRestarted,
  redisAway,
  redisFull,
  redisFailsOver,
  redisNodeLost,
  duplicates,
  clockSteps,
  poison,
  rulesChanged,
  outOfMemory,
  sealerDown,
  logTampered,
  rollingDeployment,
  rollingRestart,
  postgresEnds,
  diskFull,
  failover,
  restoredFromBackup,
  dumped,
  connectionsExhausted,
  postgresSlow,
  answersLost,
  workersCutOff,
];
