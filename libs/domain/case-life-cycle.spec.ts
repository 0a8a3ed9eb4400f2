import { describe, expect, it } from '@jest/globals';
import { actionsOpenTo, CASE_ACTIONS, stateAfter, TRANSITIONS } from './case-life-cycle.ts';
import { CASE_STATES, type CaseState, SETTLED_STATES } from './case-state.ts';

function reachableFrom(start: CaseState): Set<CaseState> {
  const seen = new Set<CaseState>([start]);
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const action of CASE_ACTIONS) {
      const next = stateAfter(state, action);
      if (next !== null && !seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return seen;
}

describe('the life cycle of a case', () => {
  it('walks every pair of state and action: in the table it leads on, outside it leads nowhere', () => {
    for (const state of CASE_STATES) {
      for (const action of CASE_ACTIONS) {
        const entries = TRANSITIONS.filter((entry) => entry.action === action && entry.from.includes(state));

        expect(entries.length).toBeLessThanOrEqual(1);
        expect(stateAfter(state, action)).toBe(entries[0]?.to ?? null);
      }
    }
  });

  it('reaches every state from receipt, and can close from every state', () => {
    expect([...reachableFrom('received')].sort()).toEqual([...CASE_STATES].sort());
    for (const state of CASE_STATES) expect([...reachableFrom(state)]).toContain('closed');
  });

  it('never lets the service past a proposal', () => {
    const reached = TRANSITIONS.filter((entry) => entry.by === 'service').map((entry) => entry.to);

    expect(new Set(reached)).toEqual(new Set(['validated', 'matched', 'auto_triaged', 'needs_information']));
  });

  it('settles a case only through a signature', () => {
    const entering = TRANSITIONS.filter(
      (entry) => SETTLED_STATES.includes(entry.to) && entry.from.some((state) => !SETTLED_STATES.includes(state)),
    );

    expect(entering.map((entry) => [entry.action, entry.by])).toEqual([
      ['sign', 'person'],
      ['route', 'person'],
    ]);
    expect(entering.find((entry) => entry.action === 'route')?.from).toEqual(['signed', 'bounced']);
  });

  it('leaves a person something to do in every open state', () => {
    for (const state of CASE_STATES.filter((candidate) => candidate !== 'closed')) {
      expect(actionsOpenTo(state, 'person').length).toBeGreaterThan(0);
    }
  });
});
