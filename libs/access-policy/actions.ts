/** Everything a signed-in person or system can ask the service to do. Each HTTP route names one of these. */
export const ACTIONS = [
  'referral.submit',
  'referral.read',
  'worklist.read',
  'case.read',
  'case.claim',
  'case.release',
  'case.move',
  'case.decide',
  'decision.sign_off',
  'audit.read',
  'rule_set.read',
  'rule_set.edit',
  'rule_set.approve',
  'rule_set.activate',
  'lower_list.read',
] as const;
export type Action = (typeof ACTIONS)[number];
