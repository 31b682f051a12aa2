import { spokenWords, saidAs } from '#core/text/spoken-words.ts';
import { PLAN, type Twins } from './twins.ts';

/** The part of a door that somebody without an account uses. */
type Knocks = Pick<Twins['door'], 'get' | 'post'>;

/** Answers of both women, by what was asked; two of a kind must be the same. */
interface Answer { readonly what: string; readonly status: number; readonly headers: string; readonly body: string }

/** Everything a stranger with both papers and both everyday words can ask; gives what tells the two women apart. */
export async function toldApart({ hidden, plain, everyday, words }: Twins, door: Knocks): Promise<{ cases: number; faults: string[] }> {
  const other = spokenWords.map((word) => saidAs(word).fr).filter((word) => !words.split(' ').includes(word)).slice(0, 3).join(' ');
  const [one, two] = [await answersAt(door, hidden, everyday, other), await answersAt(door, plain, everyday, other)];
  const faults = one.flatMap((answer, at) => (['status', 'headers', 'body'] as const).flatMap((part) => (answer[part] === two[at]![part] ? [] : [`${answer.what}: the ${part} differs`])));
  const shows = one.filter(({ body }) => body.includes(PLAN)).map(({ what }) => `${what} shows the plan`);
  return { cases: one.length * 3 + 1, faults: [...faults, ...shows] };
}

async function answersAt(door: Knocks, code: string, everyday: string, other: string): Promise<Answer[]> {
  const opened = await door.post(null, `/s/${code}`, { code, word: everyday });
  const address = opened.headers.get('location') ?? '/';
  const pass = new URL(address, 'http://localhost').searchParams.get('pass') ?? '';
  const asked: [string, Response][] = [
    ['the everyday word', opened],
    ['the page of the everyday word', await door.get(null, address)],
    ['the same in French', await door.get(null, `${address}&lang=fr`)],
    ['the slip before any word', await door.get(null, `/s/${code}`)],
    ['a pass that was made up', await door.get(null, `/s/${code}?pass=${'A'.repeat(32)}`)],
    ['the status by the API', await door.get(null, `/api/v1/desk/slip-status?code=${code}&pass=${pass}`)],
    ['her page by the API with the everyday pass', await door.get(null, `/api/v1/confidential/her-page?pass=${pass}`)],
    ['a wrong word', await door.post(null, `/s/${code}`, { code, word: 'gibberish' })],
    ['three other words', await door.post(null, `/s/${code}`, { code, word: other })],
    ['two words', await door.post(null, `/s/${code}`, { code, word: 'olive mer' })],
  ];
  return Promise.all(asked.map(async ([what, answer]) => ({ what, status: answer.status, headers: headersOf(answer, code), body: bare(await answer.text(), code) })));
}

const changing = new Set(['set-cookie', 'content-length', 'date', 'content-security-policy', 'etag', 'server-timing']);
const headersOf = (answer: Response, code: string): string =>
  [...answer.headers].filter(([name]) => !changing.has(name)).map(([name, value]) => `${name}: ${bare(value, code)}`).join('\n');

/** An answer without what differs between any two: the code she typed, tokens, keys, passes, the reference of a fault. */
const bare = (text: string, code: string): string => text
  .replaceAll(code, 'CODE').replaceAll(`${code.slice(0, 4)}-${code.slice(4)}`, 'CODE')
  .replace(/pass=[\w-]+/g, 'pass=').replace(/nonce="[^"]*"/g, '').replace(/name="_(key|csrf)" value="[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
  .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'WHEN');

/**
 * A measure of how long the page of the everyday word takes for the one and for the other: each call takes them in turns some more
 * times and gives the ratio of the quicker quarters of all so far, which a busy machine blurs least.
 */
export async function measureOf({ hidden, plain, everyday }: Twins, door: Knocks): Promise<(rounds: number) => Promise<number>> {
  const addresses = await Promise.all([hidden, plain].map(async (code) => (await door.post(null, `/s/${code}`, { code, word: everyday })).headers.get('location')!));
  const times: [number[], number[]] = [[], []];
  return async (rounds) => {
    for (let round = -2; round < rounds; round++) {
      for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const begun = performance.now();
        await (await door.get(null, addresses[at]!)).text();
        if (round >= 0) times[at]!.push(performance.now() - begun);
      }
    }
    return quicker(times[0]) / quicker(times[1]);
  };
}

const quicker = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 4)]!;

/** Whether her own words do open her plan: a door that never opens would hide everything. */
export async function herWordsOpen({ hidden, words }: Twins, door: Knocks): Promise<boolean> {
  const opened = await door.post(null, `/s/${hidden}`, { code: hidden, word: words });
  const address = opened.headers.get('location');
  return address !== null && (await (await door.get(null, address)).text()).includes(PLAN);
}
