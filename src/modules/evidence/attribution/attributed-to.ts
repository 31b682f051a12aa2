import { within } from '#core/db/transaction.ts';
import { callsOfProgramme } from '#modules/incubation/public.ts';
import type { EvidenceTables } from '../evidence.ts';
import type { Definition } from '../kept/definition.ts';
import type { Period } from '../reading/period.ts';
import type { Actual } from '../target/levels.ts';
import type { AskingTargets } from '../target/standing-targets.ts';
import { attribute } from './attribute.ts';
import type { FunderShare } from './shares.ts';

/** Who pays which part: of one programme, or of every programme of one body. Earliest first. */
export async function funderShares({ tx, network }: Pick<AskingTargets, 'tx' | 'network'>, { programme, funder }: { programme?: string; funder?: string }): Promise<FunderShare[]> {
  return within<EvidenceTables>(tx).selectFrom('evidence.funder_share')
    .select(['id', 'programme_id as programme', 'funder_id as funder', 'share_ten_thousandths as share', 'from_on as from', 'to_on as to'])
    .where('network_id', '=', network).$if(programme !== undefined, (q) => q.where('programme_id', '=', programme!)).$if(funder !== undefined, (q) => q.where('funder_id', '=', funder!))
    .orderBy('from_on').orderBy('id').execute();
}

/** What may be reported to one body: its part of every programme it pays for, added up. Null value and nothing kept: it pays for none. */
export async function attributedTo(asking: AskingTargets, { funder, definition, period }: { funder: string; definition: Definition; period: Period }): Promise<Omit<Actual, 'upTo'>> {
  const programmes = [...new Set((await funderShares(asking, { funder })).map(({ programme }) => programme))];
  const said: Omit<Actual, 'upTo'>[] = [];
  for (const programme of programmes) {
    const [shares, calls] = [await funderShares(asking, { programme }), await callsOfProgramme(asking.tx, asking.network, programme)];
    const { funders } = await asking.counting((by) => attribute(by, { network: asking.network, programme, calls, definition, period, shares, partners: [] }));
    said.push(funders.get(funder)!);
  }
  if (said.length === 0) return { value: null, atLeast: null, kept: false };
  if (said.every(({ value }) => value !== null)) return { value: said.reduce((sum, { value }) => sum + value!, 0), atLeast: null, kept: false };
  const least = said.reduce((sum, { atLeast }) => sum + (atLeast ?? 0), 0);
  return least > 0 ? { value: null, atLeast: least, kept: false } : { value: null, atLeast: null, kept: true };
}
