export { buildFacts } from './build-facts.ts';
export { type CaseHistory, NO_HISTORY } from './case-history.ts';
export { type FamilyContact, type FamilyTie, historyOf } from './count-contacts.ts';
export { isUnborn, nameOf } from './child-facts.ts';
export { ageInMonths, ageInYears, isInFirst1001Days } from './age.ts';
export type { Moment } from './moment.ts';
export { isChangeable } from './changeable.ts';
export { withLearned } from './learned-facts.ts';
export { isWithinMonths } from './within-months.ts';
