/** The limit: `node:http`, `JSON.parse` and an answer of the same size. Nothing is checked. */
import { createServer } from 'node:http';

const ANSWER = JSON.stringify({ reference: 'FD-0000-0000', receivedAt: new Date(0), told: 'x'.repeat(900) });
const HEADERS = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(ANSWER)) };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const parsed = JSON.parse(Buffer.concat(chunks).toString()) as { schemaVersion?: string };
    response.writeHead(parsed.schemaVersion === '1' ? 201 : 400, HEADERS);
    response.end(ANSWER);
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  console.log('raw.listening');
});
