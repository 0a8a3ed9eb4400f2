export type { AuditAction, AuditEntry, RecordedEvent } from './audit-event.ts';
export { AuditTrail } from './audit-trail.ts';
