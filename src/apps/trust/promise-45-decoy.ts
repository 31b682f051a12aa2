import '../web/sitemap.ts';
import { herWordsOpen, measureOf, toldApart } from './decoy/tell-apart.ts';
import { openTwins, type Twins } from './decoy/twins.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

/** Plus or minus a tenth: trust.md row 45. */
const MOST = 0.1;
/** A busy machine blurs a short measure; a difference that is there stays in a long one. */
const TRIES = 12;

export const decoyPromise: TrustPromise = {
  number: 45,
  name: 'decoy',
  title: 'with the everyday word nothing tells that she has words of her own: not the page, the API, a count, a row, the time',
  run: async (kit) => {
    await kit.hadina();
    const [pairs, rounds] = [kit.rounds(1, 8, 40), kit.rounds(16, 80)];
    const faults: string[] = [];
    const ratios: number[] = [];
    let cases = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const twins = pair === 0 ? await firstTwins(kit) : await openTwins();
      const told = await toldApart(twins, twins.door);
      const ratio = await ratioOfTimes(twins, twins.door, rounds);
      ratios.push(ratio);
      cases += told.cases + 3 + rounds * 2;
      faults.push(...told.faults, ...(twins.leftATrace ? ['an ordinary row changed when the file was opened'] : []), ...timeFaults(ratio),
        ...((await herWordsOpen(twins, twins.door)) ? [] : ['her own words open nothing']));
    }
    return noneOf('signs', cases, faults, 50, [`times of the one to the other: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const twins = await firstTwins(kit);
    const betraying = betray(twins);
    const told = await toldApart(twins, betraying);
    return told.faults.some((fault) => fault.includes('the body differs')) && timeFaults(await ratioOfTimes(twins, betraying, 12, 1)).length > 0;
  },
};

/** The planted fault is looked for in the same two women. */
const firstTwins = (kit: Kit): Promise<Twins> => kit.shared('twins', async () => ({ value: await openTwins() }));

const timeFaults = (ratio: number): string[] => (Math.abs(ratio - 1) > MOST ? [`the page takes ${ratio.toFixed(2)} times as long`] : []);

/** The ratio of times, measured on until it lies near one or many rounds have not brought it there. */
async function ratioOfTimes(twins: Twins, door: Pick<Twins['door'], 'get' | 'post'>, rounds: number, tries = TRIES): Promise<number> {
  const measure = await measureOf(twins, door);
  let ratio = await measure(rounds);
  for (let tried = 1; tried < tries && timeFaults(ratio).length > 0; tried++) ratio = await measure(rounds);
  return ratio;
}

/** The same house with the faults such pages have had: one empty element more, and a look at protected matters that takes its time. */
function betray({ door, hidden }: Twins): Pick<Twins['door'], 'get' | 'post'> {
  const slower = async (address: string, asked: Promise<Response>): Promise<Response> => {
    const begun = performance.now();
    const answer = await asked;
    if (!address.includes(hidden) || !address.includes('pass=')) return answer;
    // Half as long again, however busy the machine is.
    await new Promise((resolve) => { setTimeout(resolve, 5 + (performance.now() - begun) / 2); });
    return new Response((await answer.text()).replace('</main>', '<p hidden></p></main>'), { status: answer.status, headers: answer.headers });
  };
  return { get: (actor, address, headers) => slower(address, door.get(actor, address, headers)), post: door.post };
}
