import { Injectable } from '@nestjs/common';
import { Environment, requiredSetting } from '#platform';
import type { ChannelKind } from '../messages/delivery.ts';
import type { Channel } from './channel.ts';
import { DevelopmentInbox } from './development-inbox.ts';
import { NotifyChannel } from './notify-channel.ts';
import { SmtpChannel } from './smtp-channel.ts';

/** The ways out that this installation has: one for each kind of message, or none. */
@Injectable()
export class Channels {
  private readonly byKind: Readonly<Record<ChannelKind, Channel | null>>;

  constructor(environment: Environment) {
    this.byKind = { email: emailChannel(environment), sms: smsChannel(environment) };
  }

  of(kind: ChannelKind): Channel | null {
    return this.byKind[kind];
  }
}

function emailChannel(environment: Environment): Channel | null {
  const { SMTP_URL, NOTIFY_EMAIL_TEMPLATE } = environment;
  if (SMTP_URL !== undefined) return new SmtpChannel(SMTP_URL, requiredSetting(environment, 'SMTP_FROM'), environment);
  return notifyOr(environment, 'email', NOTIFY_EMAIL_TEMPLATE);
}

function smsChannel(environment: Environment): Channel | null {
  return notifyOr(environment, 'sms', environment.NOTIFY_SMS_TEMPLATE);
}

function notifyOr(environment: Environment, kind: ChannelKind, templateId: string | undefined): Channel | null {
  const { NOTIFY_URL: url, DEVELOPMENT_INBOX: folder } = environment;
  if (templateId !== undefined) {
    return new NotifyChannel(kind, { url, apiKey: requiredSetting(environment, 'NOTIFY_API_KEY'), templateId });
  }
  return folder === undefined ? null : new DevelopmentInbox(kind, folder);
}
