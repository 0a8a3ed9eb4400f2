export { type Action, ACTIONS } from './actions.ts';
export { mayDo, mayEver, reachOf, type RecordScope, type Verdict } from './may-do.ts';
export { POLICY, type Reach } from './policy.ts';
