import type { MessageTemplate } from '#messages';

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'withheld', 'digested'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const RECIPIENTS = ['sender', 'agency', 'person', 'team', 'emergency_duty_team'] as const;
export type RecipientKind = (typeof RECIPIENTS)[number];

export const CONTACT_WAYS = ['telephone', 'in_person', 'video_call', 'through_agency'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export type ChannelKind = 'email' | 'sms';
export type Provider = 'smtp' | 'notify' | 'inbox';

/** A delivery that one worker works on for a while; the token proves it. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly authorityId: string;
  readonly token: string;
  readonly messageId: string;
  readonly template: MessageTemplate;
  readonly recipient: RecipientKind;
  /** Of a person; else whatever the message is addressed to: an agency's id, a role, or nothing. */
  readonly personId: string | null;
  readonly toId: string | null;
  readonly toQueue: string | null;
  readonly referralId: string | null;
  readonly caseId: string | null;
  readonly subjectId: string | null;
  readonly urgent: boolean;
  readonly digest: boolean;
  /** `sent`: the provider has it and is to be asked what became of it. */
  readonly state: 'sending' | 'sent';
  readonly kind: ChannelKind | null;
  readonly provider: Provider | null;
  readonly providerReference: string | null;
  /** This one counted. */
  readonly attempts: number;
  /** Somebody found out that it is safe to send. */
  readonly isReleased: boolean;
  readonly createdAt: Date;
}

/** Why a delivery goes nowhere and no attempt is made. */
export type WithheldCode =
  | 'may_be_source_of_harm'
  | 'may_live_with_source'
  | 'safe_contact_given'
  | 'child_contacts_us'
  | 'anonymous'
  | 'no_address'
  | 'telephone_only'
  | 'no_channel'
  | 'no_sharing_agreement'
  | 'restricted';

/** How a delivery stands after an attempt, or instead of one. Codes only. */
export interface Settlement {
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed' | 'withheld';
  readonly result: string | null;
  /** Null once nothing more is to be done. */
  readonly nextAttemptAt: Date | null;
  readonly kind: ChannelKind | null;
  readonly provider: Provider | null;
  readonly providerReference: string | null;
}
