/**
 * Who may see one child's record and who looked at it: restricted records, break-glass, access events, alerts.
 * Source: domain pack 8.
 */
export type { AccessEvent } from './access-events.query.ts';
export { AccessLog, type SeenCase } from './access-log.ts';
export { AcknowledgeAlert } from './acknowledge-alert.ts';
export { BreakGlass, type GlassBroken, LEAST_BREAK_GLASS_REASON } from './break-glass.ts';
export { CaseAccessModule } from './case-access.module.ts';
export { CaseGate, type CaseRequest, requireStep } from './case-gate.ts';
export { type CaseEvent, CaseStore } from './case-store.ts';
export { FindLooks, type LooksOfPerson } from './find-looks.ts';
export { LiftRestriction } from './lift-restriction.ts';
export { type AccessEventPage, ListAccessEvents } from './list-access-events.ts';
export { type AlertPage, ListAlerts } from './list-alerts.ts';
export { type BreakGlassPage, type BreakGlassState, ListBreakGlass, type OpenedRecord } from './list-break-glass.ts';
export { NamePeople } from './name-people.ts';
export { type Heading, ReadHeading } from './read-heading.ts';
export { ReadRestriction, type Restriction } from './read-restriction.ts';
export { RecordPrint } from './record-print.ts';
export { requireAllowed } from './require-allowed.ts';
export { RestrictReferral } from './restrict-referral.ts';
export { ReviewBreakGlass } from './review-break-glass.ts';
export type { Alert, AlertState } from './store/alert.repository.ts';
export { RESTRICTION_REASONS, type RestrictionReason } from './restriction-reason.ts';
export { ALERT_KINDS } from './unusual-access.ts';
