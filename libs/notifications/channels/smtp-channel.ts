import { createTransport, type Transporter } from 'nodemailer';
import type { Environment } from '#platform';
import { requireComposed } from '../words/compose-message.ts';
import type { Channel, ChannelResult, Outgoing } from './channel.ts';
import { htmlOf } from './html-of.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * E-mail through a mail server. What it has taken is handed over: SMTP says nothing of what becomes of it. An attempt that
 * is repeated carries the same Message-ID, by which servers and people can tell that it is the same.
 */
export class SmtpChannel implements Channel {
  readonly kind = 'email';
  readonly provider = 'smtp';
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
    { SMTP_CA, SMTP_TLS }: Environment,
  ) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    this.domain = from.slice(from.indexOf('@') + 1);
    this.transport = createTransport({
      ...{ host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure },
      ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      ...(SMTP_TLS === 'off' ? { ignoreTLS: true } : { requireTLS: true }),
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(SMTP_CA === undefined ? {} : { ca: SMTP_CA }) },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  async send({ reference, to, message }: Outgoing): Promise<ChannelResult> {
    const { subject, lines } = requireComposed(message);
    try {
      await this.transport.sendMail({
        ...{ from: this.from, to, subject, text: `${lines.join('\n\n')}\n`, html: htmlOf(lines) },
        messageId: `<${reference}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { outcome: 'handed_over', reference };
    } catch (error: unknown) {
      return refusalOf(error);
    }
  }

  ask(reference: string): Promise<ChannelResult> {
    return Promise.resolve({ outcome: 'handed_over', reference });
  }
}

/** A mail server's words may repeat the address: only its code is kept. */
function refusalOf(error: unknown): ChannelResult {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const text = responseCode === undefined ? `smtp_${(code ?? 'fault').toLowerCase()}` : `smtp_${String(responseCode)}`;
  // That our password was not taken says nothing about the recipient.
  const isPermanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return { outcome: 'refused', code: text.replaceAll(/[^a-z0-9_]/g, '_').slice(0, 60), isPermanent };
}
