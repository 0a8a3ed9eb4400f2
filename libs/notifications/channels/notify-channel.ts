import { NotifyClient } from 'notifications-node-client';
import type { ChannelKind } from '../messages/delivery.ts';
import { requireComposed } from '../words/compose-message.ts';
import type { Channel, ChannelResult, Outgoing } from './channel.ts';

const LIMIT_MS = 15_000;
const WAITING: readonly string[] = ['created', 'sending', 'pending', 'accepted', 'received', 'sent'];

/** A message as Notify knows it. */
interface Known {
  readonly id: string;
  readonly status: string;
}

export interface NotifySettings {
  readonly url: string;
  readonly apiKey: string;
  /** It takes `subject` and `body`; one for text messages `body` alone. */
  readonly templateId: string;
}

/**
 * E-mail or text messages through GOV.UK Notify. An attempt that may have come through is looked for under its reference
 * first, so that nobody gets a message twice; what became of one is always asked for and never taken from a caller.
 */
export class NotifyChannel implements Channel {
  readonly provider = 'notify';
  private readonly client: NotifyClient;

  constructor(
    readonly kind: ChannelKind,
    private readonly settings: NotifySettings,
  ) {
    this.client = new NotifyClient(settings.url, settings.apiKey);
    const { restClient } = this.client.apiClient as { restClient: (options: object) => Promise<never> };
    this.client.setClient(((options: object) =>
      restClient({ ...options, timeout: LIMIT_MS, maxRedirects: 0 })) as never);
  }

  async send(outgoing: Outgoing): Promise<ChannelResult> {
    try {
      const earlier = outgoing.isRepeat ? await this.earlier(outgoing.reference) : null;
      if (earlier !== null) return resultOf(earlier);
      return { outcome: 'pending', reference: await this.sent(outgoing), code: codeOf('created') };
    } catch (error: unknown) {
      return refusalOf(error);
    }
  }

  async ask(reference: string): Promise<ChannelResult> {
    try {
      const { data } = await this.client.getNotificationById(reference);
      return resultOf({ id: reference, status: data.status });
    } catch (error: unknown) {
      const refusal = refusalOf(error);
      // It was taken: a question that fails is asked again, the message is not sent again.
      return refusal.outcome === 'refused' ? { outcome: 'pending', reference, code: refusal.code } : refusal;
    }
  }

  private async sent({ reference, to, message }: Outgoing): Promise<string> {
    const { subject, lines } = requireComposed(message);
    const { templateId } = this.settings;
    const personalisation = { subject, body: lines.join('\n\n') };
    if (this.kind === 'email') {
      return (await this.client.sendEmail(templateId, to, { personalisation, reference })).data.id;
    }
    const { body } = personalisation;
    return (await this.client.sendSms(templateId, to, { personalisation: { body }, reference })).data.id;
  }

  /** Of an attempt before, unless Notify itself gave it up. */
  private async earlier(reference: string): Promise<Known | null> {
    const { data } = await this.client.getNotifications(undefined, undefined, reference);
    const { notifications } = data as { notifications: readonly Known[] };
    return notifications.find(({ status }) => status === 'delivered' || WAITING.includes(status)) ?? null;
  }
}

function resultOf({ id, status }: Known): ChannelResult {
  if (status === 'delivered') return { outcome: 'delivered', reference: id };
  if (WAITING.includes(status)) return { outcome: 'pending', reference: id, code: codeOf(status) };
  return { outcome: 'refused', code: codeOf(status), isPermanent: status === 'permanent-failure' };
}

/** Notify's words may repeat the address: only the status is kept. 400 is about the recipient, 403 about our key. */
function refusalOf(error: unknown): ChannelResult {
  const { response, code } = error as { response?: { status?: number }; code?: string };
  const status = response?.status;
  const text = status === undefined ? codeOf(code ?? 'fault') : `notify_${String(status)}`;
  return { outcome: 'refused', code: text, isPermanent: status === 400 };
}

function codeOf(text: string): string {
  return `notify_${text.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`.slice(0, 60);
}
