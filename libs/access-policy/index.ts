export { ACCESS_PURPOSES, type AccessPurpose, type AccessReason } from './access-purpose.ts';
export { type Action, ACTIONS } from './actions.ts';
export { grantsOf, isOwnWork, mayDo, mayEver, type RecordScope, relationFor, type Verdict } from './may-do.ts';
export { type Grant, POLICY, type Relation, type States } from './policy.ts';
export { policyTable } from './policy-table.ts';
