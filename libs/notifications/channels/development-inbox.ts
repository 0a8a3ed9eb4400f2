import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChannelKind } from '../messages/delivery.ts';
import { requireComposed } from '../words/compose-message.ts';
import type { Channel, ChannelResult, Outgoing } from './channel.ts';

/** A message that was kept instead of being sent. */
export interface CapturedMessage {
  readonly kind: ChannelKind;
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly at: string;
}

/** Puts messages into a folder, for development: nobody outside gets anything. Settings refuse it in production. */
export class DevelopmentInbox implements Channel {
  readonly provider = 'inbox';

  constructor(
    readonly kind: ChannelKind,
    private readonly folder: string,
  ) {}

  /** A repeated attempt overwrites the one before. */
  async send({ reference, to, message }: Outgoing): Promise<ChannelResult> {
    const { subject, lines } = requireComposed(message);
    const captured: CapturedMessage = { kind: this.kind, to, subject, lines, at: new Date().toISOString() };
    const name = `${createHash('sha256').update(reference).digest('hex').slice(0, 24)}.json`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(path.join(this.folder, name), `${JSON.stringify(captured, null, 2)}\n`, { mode: 0o600 });
      return { outcome: 'delivered', reference: name };
    } catch {
      return { outcome: 'refused', code: 'inbox_not_writable', isPermanent: false };
    }
  }

  ask(reference: string): Promise<ChannelResult> {
    return Promise.resolve({ outcome: 'delivered', reference });
  }
}

/** What a development inbox holds, newest first. */
export async function capturedMessages(folder: string): Promise<CapturedMessage[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as CapturedMessage).sort((a, b) => b.at.localeCompare(a.at));
}
