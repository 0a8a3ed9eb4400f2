import { eventually } from '../../support/http.ts';
import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';

const DOWN_MS = 4_000;
const SEALED_WITHIN_MS = 60_000;

/** No worker can write a head of the log. What happens meanwhile is written, and sealed later. */
export const sealerDown: Scenario = {
  fault: 'F22',
  name: 'sealer-down',
  what: 'nobody can seal the audit log for some seconds',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 1, long: 30 },
  run: async ({ rig, faults, cause, wrong, remark }) => {
    const { database } = rig.world;
    const unsealed = async (): Promise<number> => {
      const [row] = await database.query<{ waiting: number }>('admin', UNSEALED);
      return row?.waiting ?? 0;
    };
    let most = 0;
    for (let done = 0; done < faults; done += 1) {
      await cause(() => database.query('admin', 'REVOKE INSERT ON audit_tree_head FROM front_door_engine'));
      await pause(DOWN_MS);
      const waited = await unsealed();
      if (waited === 0) wrong('nothing waited to be sealed: nobody was kept from sealing');
      most = Math.max(most, waited);
      await database.query('admin', 'GRANT INSERT ON audit_tree_head TO front_door_engine');
      // Under load something always waits; what waited then must not for long.
      await eventually(unsealed, (waiting) => waiting < Math.max(waited, 50), SEALED_WITHIN_MS);
    }
    remark(`up to ${String(most)} entries waited to be sealed`);
  },
};

const UNSEALED = `SELECT count(*)::int AS waiting FROM audit_event e
  WHERE NOT EXISTS (SELECT 1 FROM audit_leaf l WHERE l.event_id = e.id)`;
