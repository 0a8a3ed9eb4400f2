import type { ChannelKind, Provider } from '../messages/delivery.ts';
import type { ComposedMessage } from '../words/compose-message.ts';

/** One message to hand over. */
export interface Outgoing {
  /** The same at every attempt: a provider that has seen it need not send it twice. */
  readonly reference: string;
  readonly to: string;
  readonly message: ComposedMessage;
  /** An attempt before this one may have come through without our knowing. */
  readonly isRepeat: boolean;
}

/**
 * What became of it. `handed_over`: the next server has it, and will not say more. `pending`: the provider has it, and
 * will. Codes only: an answer may repeat the address.
 */
export type ChannelResult =
  | { readonly outcome: 'delivered' | 'handed_over'; readonly reference: string | null }
  | { readonly outcome: 'pending'; readonly reference: string; readonly code: string }
  | { readonly outcome: 'refused'; readonly code: string; readonly isPermanent: boolean };

/** A way out of the service. Never throws for what happens on it. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly provider: Provider;
  send(outgoing: Outgoing): Promise<ChannelResult>;
  /** What became of a message that the provider has. */
  ask(reference: string): Promise<ChannelResult>;
}
