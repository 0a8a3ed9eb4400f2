import { checkAudit } from '../check/check-audit.ts';
import type { Scenario } from '../scenario.ts';

/** Somebody who has the database in their hands. What each alters, and how it is put back. */
interface Tampering {
  readonly what: string;
  readonly alter: string;
  readonly undo: string;
}

const OWNER = 'SET session_replication_role = replica;';
const OLDEST = `(SELECT id FROM audit_event WHERE sequence = (SELECT min(sequence) FROM audit_event))`;

const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'an entry said to have happened a day earlier',
    alter: `UPDATE audit_event SET occurred_at = occurred_at - interval '1 day' WHERE id = ${OLDEST}`,
    undo: `UPDATE audit_event SET occurred_at = occurred_at + interval '1 day' WHERE id = ${OLDEST}`,
  },
  {
    what: 'an entry of somebody else',
    alter: `UPDATE audit_event SET actor_id = actor_id || '!' WHERE id = ${OLDEST}`,
    undo: `UPDATE audit_event SET actor_id = left(actor_id, -1) WHERE id = ${OLDEST}`,
  },
  {
    what: 'a signed head of another size',
    alter: `UPDATE audit_tree_head SET tree_size = tree_size + 1000000 WHERE tree_size = (SELECT max(tree_size) FROM audit_tree_head)`,
    undo: `UPDATE audit_tree_head SET tree_size = tree_size - 1000000 WHERE tree_size > 1000000`,
  },
  {
    what: 'a proposal said to be under other rules',
    alter: `UPDATE triage_run SET rule_set_version = rule_set_version || '!'`,
    undo: `UPDATE triage_run SET rule_set_version = left(rule_set_version, -1) WHERE rule_set_version LIKE '%!'`,
  },
];

export const logTampered: Scenario = {
  fault: 'F23',
  name: 'log-tampered',
  what: 'rows of the audit log, and of what it vouches for, altered by somebody who owns the database',
  backends: ['PostgreSQL'],
  faults: { short: 2, long: TAMPERINGS.length },
  load: { senders: 1, pauseMs: 300, deciders: 0 },
  run: async ({ rig, faults, cause, wrong, remark }) => {
    const { database } = rig.world;
    for (const worker of rig.workers) worker.signal('SIGSTOP');
    for (const { what, alter, undo } of TAMPERINGS.slice(0, faults)) {
      await cause(() => database.query('admin', `${OWNER} ${alter}`));
      const found = await checkAudit(rig.world, rig.build);
      await database.query('admin', `${OWNER} ${undo}`);
      if (found.length === 0) wrong(`nobody noticed: ${what}`);
    }
    for (const worker of rig.workers) worker.signal('SIGCONT');
    remark('workers stood still meanwhile, so that none of them sealed what was altered');
  },
};
