import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorityPack } from '#nation-packs';
import { loadEnvironment } from '#platform';
import { composeMessage } from '../words/compose-message.ts';
import { htmlOf } from './html-of.ts';
import { SmtpChannel } from './smtp-channel.ts';

const message = composeMessage('outcome', ['en'], {
  ...{ references: ['FD-7KQ2-M9XA'], link: 'https://front-door.example.org/', dueAt: null },
  authority: authorityPack('larkshire'),
});

describe('the way through a mail server', () => {
  const heard: string[] = [];
  let server: Server;

  /** Knows no STARTTLS. */
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.write('220 mail.example.org\r\n');
      socket.on('data', (data) => {
        heard.push(data.toString());
        socket.write('250 mail.example.org\r\n');
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    server.close();
  });

  it('says nothing in clear to a server that offers no TLS', async () => {
    const { port } = server.address() as AddressInfo;
    const channel = new SmtpChannel(`smtp://127.0.0.1:${String(port)}`, 'front-door@example.org', loadEnvironment({}));
    const outgoing = { reference: 'larkshire.x', to: 'somebody@example.org', message, isRepeat: false };
    const result = await channel.send(outgoing);

    expect(result).toMatchObject({ outcome: 'refused', isPermanent: false });
    expect(heard.join('')).not.toContain('somebody@example.org');
  });

  it('writes HTML in which nothing is fetched and nothing can be smuggled in', () => {
    expect(htmlOf(['Sign in at https://front-door.example.org/ and <b>look</b>.'])).toBe(
      '<!doctype html><html><body><p>Sign in at <a href="https://front-door.example.org/">https://front-door.example.org/</a> and &lt;b&gt;look&lt;/b&gt;.</p></body></html>',
    );
  });
});
