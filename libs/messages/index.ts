/** What somebody is to be told, stored with the change that it tells of; `notifications` words and delivers it. */
export { type ContactPoint, ContactPoints, DIGESTS, type Digest } from './contact-points.ts';
export { type MessageTemplate, MESSAGE_TEMPLATES } from './message-template.ts';
export { Messages, type NewNotice, type Recipient } from './messages.ts';
