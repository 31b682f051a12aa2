import type { Actor } from '#core/actor.ts';
import { aidDraft } from '#modules/currency/aid/aid-draft.query.ts';
import { aidList } from '#modules/currency/aid/aid-list.query.ts';
import { grantAid } from '#modules/currency/aid/grant-aid.ts';
import { proposeAid } from '#modules/currency/aid/propose-aid.ts';
import { freezeAid } from '#modules/currency/aid/stop-aid.ts';
import { nameLegalBasis } from '#modules/currency/instrument/name-legal-basis.ts';
import { openInstrument } from '#modules/currency/instrument/open-instrument.ts';
import { publishRulebook } from '#modules/currency/instrument/publish-rulebook.ts';
import { approveLoad, loadFund } from '#modules/currency/programme/load-fund.ts';
import { openAidProgramme } from '#modules/currency/programme/open-aid-programme.ts';
import { publishBudget } from '#modules/currency/programme/publish-budget.ts';
import { drawVouchers } from '#modules/currency/voucher/draw-vouchers.ts';
import { giveWalletLink } from '#modules/currency/wallet/give-wallet-link.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { demoAid } from './content/aid.ts';
import { said } from './content/written.ts';
import { adminAt, asks, colleagueAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** Aid for households of Sidi Bouzid, from the law it stands on to the wallets: law, rules, budget, money, households, a lost card. */
export async function giveAid(load: Load): Promise<void> {
  if (!load.hubs.has('sidi-bouzid')) return;
  const at = (role: string, hour: number): Actor => ({ ...colleagueAt(load, `${role}.sidi-bouzid`, daysAgo(load, 2, hour)), provedAt: new Date() });
  const { instrument } = await does(load, at('manager', 8), openInstrument, { kind: 'aid', names: said(demoAid.instrument), code: 'food-aid', currency: 'TND' });
  await does(load, adminAt(load, daysAgo(load, 2, 8)), nameLegalBasis, { instrument, country: 'TN', basis: demoAid.basis });
  await does(load, at('manager', 9), publishRulebook, { instrument, rules: demoAid.rules, in_force_on: dayAgo(load, 2) });
  const { programme } = await does(load, at('manager', 9), openAidProgramme, {
    instrument, names: said(demoAid.programme), code: 'household-basket', funder: known(load.bodies, 'tcse'), pledged: '5000', base: '120', adult: '40', child: '25', ceiling: '240', lead: '500', territories: ['TN-43'],
    least_members: '1', least_minors: '0', categories: ['food', 'hygiene', 'children'], valid_days: '60', ends_on: dayAgo(load, -120), warn_days: '14', becomes: 'recirculates',
  });
  await does(load, at('manager', 10), publishBudget, { programme, aid: '4500', lines: demoAid.budget });
  const { load: money } = await does(load, at('supervisor', 10), approveLoad, { programme, amount: '3000', proof: demoAid.proof });
  await does(load, at('treasurer', 11), loadFund, { load: money });
  const { people } = await asks(load, at('supervisor', 12), peopleSearch, {});
  const { lines } = await asks(load, at('supervisor', 12), aidDraft, { programme, codes: people.flatMap(({ code, since }) => (since < daysAgo(load, 2, 12) ? code : [])).join(' ') });
  const persons = lines.filter(({ against }) => !against).slice(0, 8).map(({ person }) => person);
  if (persons.length === 0) return;
  const { batch } = await does(load, at('supervisor', 12), proposeAid, { programme, persons });
  await does(load, at('manager', 13), grantAid, { batch });
  const { aids } = await asks(load, at('supervisor', 14), aidList, { programme });
  await does(load, at('desk', 14), giveWalletLink, { aid: aids[0]!.id });
  if (aids.length > 1) await does(load, at('desk', 15), freezeAid, { aid: aids[1]!.id, why: 'lost_card' });
  if (aids.length > 2) await does(load, at('desk', 15), drawVouchers, { aid: aids[2]!.id, pieces: '4', amount: '10' });
  load.say(`  aid for ${persons.length} households of Sidi Bouzid`);
}
