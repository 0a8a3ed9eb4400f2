/** What has been about a child and their family, what was learned since, and the asking for another look. Source: domain pack 4.4. */
export { findCaseHistory, historyAmong } from './case-history.ts';
export { type FamilyCase, hasWorker, isNoticeOfAbuse, openFamilyOf } from './family-case.ts';
export { findFamilies, findFamilyCases } from './family-cases.query.ts';
export { HistoryModule } from './history.module.ts';
export {
  type Information,
  INFORMATION_SOURCES,
  type InformationSource,
  type NewInformation,
  type Withdrawal,
} from './information.ts';
export { missedAmong, type MissedOpportunity } from './missed-opportunity.ts';
export { type AskedCase, RETRIAGE_REASONS, type RetriageReason, RetriageRequests } from './retriage-requests.ts';
export { LearnedInformation } from './store/learned-information.ts';
export { type PassedInformation, PassedInformationStore } from './store/passed-information.ts';
export { MissedOpportunities, type NotedOpportunity } from './store/missed-opportunities.ts';
