export { buildFacts } from './build-facts.ts';
export { type CaseHistory, NO_HISTORY } from './case-history.ts';
export { isUnborn, nameOf } from './child-facts.ts';
export { isInFirst1001Days } from './age.ts';
export type { Moment } from './moment.ts';
export { isChangeable } from './changeable.ts';
