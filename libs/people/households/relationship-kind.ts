/** What somebody is to a child. `other` was understood and is none of these; `not_known` was not said or not understood. */
export const RELATIONSHIP_KINDS = [
  'parent',
  'step_parent',
  'sibling',
  'half_sibling',
  'partner',
  'grandparent',
  'carer',
  'other',
  'not_known',
] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

export const SIBLING_KINDS: readonly RelationshipKind[] = ['sibling', 'half_sibling'];
