import '../web/sitemap.ts';
import { herWordsOpen, ratioOfTimes, toldApart } from './decoy/tell-apart.ts';
import { openTwins, type Twins } from './decoy/twins.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

/** Plus or minus a tenth: trust.md row 45. */
const MOST = 0.1;
/** A busy machine blurs one measure; a difference that is there stays in every one. */
const TRIES = 5;

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
      const ratio = await nearestRatio(twins, twins.door, rounds);
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
    return told.faults.some((fault) => fault.includes('the body differs')) && timeFaults(await ratioOfTimes(twins, betraying, 8)).length > 0;
  },
};

/** The planted fault is looked for in the same two women. */
const firstTwins = (kit: Kit): Promise<Twins> => kit.shared('twins', async () => ({ value: await openTwins() }));

const timeFaults = (ratio: number): string[] => (Math.abs(ratio - 1) > MOST ? [`the page takes ${ratio.toFixed(2)} times as long`] : []);

/** The ratio nearest to one of a few measures. */
async function nearestRatio(twins: Twins, door: Twins['door'], rounds: number): Promise<number> {
  let nearest = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && Math.abs(nearest - 1) > MOST; tried++) {
    const ratio = await ratioOfTimes(twins, door, rounds);
    if (Math.abs(ratio - 1) < Math.abs(nearest - 1)) nearest = ratio;
  }
  return nearest;
}

/** The same house with the faults such pages have had: one empty element more, and a look at protected matters that takes its time. */
function betray({ door, hidden }: Twins): Pick<Twins['door'], 'get' | 'post'> {
  const slower = async (address: string, answer: Response): Promise<Response> => {
    if (!address.includes(hidden) || !address.includes('pass=')) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 15); });
    return new Response((await answer.text()).replace('</main>', '<p hidden></p></main>'), { status: answer.status, headers: answer.headers });
  };
  return { get: async (actor, address, headers) => slower(address, await door.get(actor, address, headers)), post: door.post };
}
