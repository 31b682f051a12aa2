import { createServer } from 'node:http';

// The bare peer: node:http and nothing else, sending the very bytes and headers that ours sent for the same request.
const { body, headers } = JSON.parse(process.env.PEER!) as { body: string; headers: Record<string, string> };
const bytes = Buffer.from(body, 'base64');

createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
