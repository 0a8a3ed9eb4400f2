import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A message as it arrived at the mail server. */
interface ReceivedMail {
  readonly to: readonly string[];
  readonly email: Email;
  /** Everything that came over the wire, for what must not be in it. */
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Answers every recipient with this code; `null` takes them. */
  refuseWith: number | null;
  close(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const state: { refuseWith: number | null } = { refuseWith: null };
  const server = new SMTPServer({
    ...{ hideSTARTTLS: true, authOptional: true, disableReverseLookup: true, logger: false },
    onRcptTo: ({ address }, _session, done) => {
      const { refuseWith: responseCode } = state;
      done(responseCode === null ? null : Object.assign(new Error(`No such mailbox: ${address}`), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const to = envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw).then((email) => {
          received.push({ to, email, raw: raw.toString('utf8') });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  });
}
