import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutbound } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let origin = '';
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
    else if (request.url === '/big') response.end('x'.repeat(2_000));
    else if (request.url === '/never') response.flushHeaders();
    else response.end(`${request.method} ${request.url}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

describe('an address', () => {
  it.each([
    '127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.4.4', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', 'fec0::1',
    'localhost', '', '127.1', '0x7f000001',
  ])('%s is not on the open internet', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '9.9.9.9', '172.15.0.1', '172.32.0.1', '100.128.0.1', '193.0.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('the way out', () => {
  const names: Record<string, string[]> = {
    'open.example': ['9.9.9.9'], 'inside.example': ['10.1.2.3'], 'both.example': ['9.9.9.9', '127.0.0.1'], 'link.example': ['169.254.169.254'], 'six.example': ['::ffff:10.0.0.1'],
  };
  const resolve = async (host: string) => names[host] ?? [];

  it.each([
    ['https://open.example/hook', null], ['https://inside.example/', 'not-public'], ['https://both.example/', 'not-public'], ['https://link.example/', 'not-public'], ['https://six.example/', 'not-public'],
    ['https://nowhere.example/', 'not-found'], ['http://open.example/', 'not-https'], ['ftp://open.example/', 'not-https'], ['file:///etc/passwd', 'not-https'], ['https://me:word@open.example/', 'carries-password'],
    ['https://127.0.0.1/', 'not-public'], ['https://2130706433/', 'not-public'], ['https://0x7f.1/', 'not-public'], ['https://0177.0.0.1/', 'not-public'], ['https://[::1]/', 'not-public'], ['https://[::ffff:127.0.0.1]/', 'not-public'],
    ['https://[fe80::1]/', 'not-public'], ['https://localhost./', 'not-found'], ['not an address', 'no-address'], ['//open.example', 'no-address'],
  ])('%s: %s', async (address, fault) => {
    const outbound = openOutbound({ resolve });
    expect(await outbound.check(address)).toBe(fault);
    if (fault) await expect(outbound.send(address)).rejects.toMatchObject({ fault });
  });

  it('is closed for a name that was outside when it was checked and is inside when it is called', async () => {
    const answers = [['9.9.9.9'], ['127.0.0.1']];
    const outbound = openOutbound({ resolve: async () => answers.shift()! });
    expect(await outbound.check('https://turning.example/')).toBeNull();
    await expect(outbound.send('https://turning.example/')).rejects.toMatchObject({ fault: 'not-public' });
  });

  it('goes to this machine only where a test allowed it, follows nothing, waits and reads only so much', async () => {
    const before = asked;
    await expect(openOutbound().send(`${origin}/in`)).rejects.toMatchObject({ fault: 'not-https' });
    expect(asked).toBe(before);
    const outbound = openOutbound({ origins: [origin] });
    const { status, body } = await outbound.send(`${origin}/in`, { method: 'POST', body: 'مرحبا' });
    expect([status, body.toString()]).toEqual([200, 'POST /in']);
    await expect(outbound.send(`${origin}/away`)).rejects.toMatchObject({ fault: 'redirected' });
    await expect(outbound.send(`${origin}/big`, { mostBytes: 1_000 })).rejects.toMatchObject({ fault: 'too-big' });
    await expect(outbound.send(`${origin}/never`, { milliseconds: 50 })).rejects.toMatchObject({ fault: 'too-slow' });
    await expect(openOutbound({ origins: ['http://127.0.0.1:1'] }).send('http://127.0.0.1:1/')).rejects.toMatchObject({ fault: 'unreachable' });
    expect(asked).toBe(before + 4);
  });
});
