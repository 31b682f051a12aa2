import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { contentDisposition, sentName, titleOfFile } from './file-name.ts';
import { WeightLimit } from './weight-limit.ts';

const picture = (side = 60) => sharp({ create: { width: side, height: side, channels: 3, background: '#a33' } });
const fault = async (file: Buffer, most?: number) => {
  const verdict = await checkFile(file, most);
  return verdict.ok ? verdict.mediaType : verdict.fault;
};

describe('a file is judged by its content', () => {
  it('and says why it is not kept', async () => {
    expect(await fault(Buffer.alloc(0))).toBe('file-empty');
    expect(await fault(await picture(5_000).png().toBuffer())).toBe('file-too-many-points');
    expect(await fault((await picture().png().toBuffer()).subarray(0, 60))).toBe('file-damaged');
    const packed = deflateSync(`5 0 ${'1 '.repeat(9 * 1_048_576)}`);
    expect(await fault(Buffer.concat([Buffer.from('%PDF-1.7\n4 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n'), packed, Buffer.from('\nendstream endobj\n%%EOF')]))).toBe('file-swollen');
  });

  it('a picture is turned upright, made smaller, and drawn smaller still when it stays too heavy', async () => {
    const turned = await checkFile(await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#a33' } }).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect(turned.ok && (await sharp(turned.content).metadata())).toMatchObject({ width: 1_000, height: 2_000, format: 'jpeg' });
    const noise = await sharp({ create: { width: 1_200, height: 1_200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer();
    const light = await checkFile(noise, 900_000);
    expect(light.ok && light.content.length).toBeLessThan(900_000);
  });

  it('a reader that stops is begun anew: many one after the other, and a broken one between', async () => {
    const good = await picture().jpeg().toBuffer();
    for (let n = 0; n < 55; n++) expect(await fault(n === 20 ? good.subarray(0, 200) : good)).toBe(n === 20 ? 'file-damaged' : 'image/jpeg');
  });

  it('too many at once are asked to come again', async () => {
    const heavy = await picture(3_000).png().toBuffer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fault(heavy)));
    expect(answers.filter((answer) => answer === 'image/png').length).toBe(13);
    expect(answers.filter((answer) => answer === 'file-busy').length).toBe(7);
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\x\\CIN Fatma.jpg', 'CIN Fatma'], ['../../etc/passwd', 'passwd'], ['photo\u202egpj.exe', 'photo gpj'], ['x.jpg.html', 'x'], ['.htaccess', 'htaccess'], ['CON', null], ['nul.txt', null],
    ['صورة البطاقة.jpg', 'صورة البطاقة'], ['  ', null], ['a"b<c>.png', 'a b c'], ['a\r\nb', 'a b'],
  ])('%j is %j', (name, title) => expect(titleOfFile(name)).toBe(title));

  it('is sent with the ending of what it is, in a line that nothing breaks', () => {
    expect(sentName('بطاقة', 'application/pdf', 'x')).toBe('بطاقة.pdf');
    expect(sentName(null, 'image/png', 'Photo')).toBe('Photo.png');
    expect(contentDisposition('attachment', `بط'(1).pdf`)).toBe(`attachment; filename="__'(1).pdf"; filename*=UTF-8''%D8%A8%D8%B7%27%281%29.pdf`);
  });
});

it('what waits for room is let in by turn, never more than there is room for', async () => {
  const limit = new WeightLimit(10, 2);
  let [inside, most] = [0, 0];
  const order: number[] = [];
  const carry = (n: number, weight: number) => limit.carry(weight, async () => {
    order.push(n);
    most = Math.max(most, (inside += Math.min(weight, 10)));
    await new Promise((done) => { setTimeout(done, 5); });
    inside -= Math.min(weight, 10);
    return n;
  });
  expect(await Promise.all([carry(1, 6), carry(2, 50), carry(3, 1), carry(4, 1)])).toEqual([1, 2, 3, null]);
  expect([order, most]).toEqual([[1, 2, 3], 10]);
  await expect(limit.carry(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await carry(5, 10)).toBe(5);
});
