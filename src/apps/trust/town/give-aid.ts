import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';

/** Aid of a hub from the law it stands on to a wallet: one household granted and a part of it on paper, one only proposed; a local currency beside it. Gives what stands in the link to her wallet. */
export async function giveAid({ world, officer, woman, body, person }: ReferringDesk, { supervisor, manager, admin }: { readonly supervisor: Actor; readonly manager: Actor; readonly admin: Actor }): Promise<string> {
  const { house } = world;
  const done = (who: Actor, name: string, input: Record<string, unknown>) => act(house, who, allActions().get(`currency.${name}`)!, input) as Promise<Record<string, string>>;
  const treasurer: Actor = { ...(await world.as('treasurer')), provedAt: new Date() };
  const { instrument } = await done(manager, 'open-instrument', { kind: 'aid', names: { ar: 'مساعدة', fr: 'Aide' }, code: 'town-aid', currency: 'TND' });
  await done(admin, 'name-legal-basis', { instrument, country: world.country, basis: 'Loi 2016-48' });
  await done(manager, 'publish-rulebook', { instrument, rules: { ar: 'القواعد', fr: 'Règles', en: 'Rules' }, in_force_on: dayAtHub() });
  const { programme } = await done(manager, 'open-aid-programme', {
    instrument, names: { ar: 'سلة الأسر', fr: 'Panier' }, code: 'town-basket', funder: body, pledged: '1000', base: '120', adult: '0', child: '0', ceiling: '200', lead: '500', territories: [], least_members: 1, least_minors: 0,
    categories: ['food'], valid_days: 30, ends_on: dayAtHub(60), warn_days: 7, becomes: 'recirculates',
  });
  await done(manager, 'publish-budget', { programme, aid: '900', lines: [] });
  const { load } = await done(supervisor, 'approve-load', { programme, amount: '500', proof: 'Relevé 4' });
  await done(treasurer, 'load-fund', { load });
  const { batch } = await done(supervisor, 'propose-aid', { programme, persons: [woman] });
  await done(manager, 'grant-aid', { batch });
  await done(supervisor, 'propose-aid', { programme, persons: [await person('جميلة الطرابلسي')] });
  const [aid] = await ownerQuery<{ id: string }>(house, 'select id from currency.aid where batch_id = $1', [batch]);
  const { token } = await done(officer, 'give-wallet-link', { aid: aid!.id });
  await done(officer, 'draw-vouchers', { aid: aid!.id, pieces: '3', amount: '10' });
  // A local currency with an account of somebody, and money for it that waits for the treasurer.
  const { instrument: local } = await done(manager, 'open-instrument', { kind: 'currency', names: { ar: 'عملة الحي', fr: 'Monnaie du quartier' }, code: 'town-currency', currency: 'TND' });
  await done(admin, 'name-legal-basis', { instrument: local, country: world.country, basis: 'Loi 2016-48' });
  await done(manager, 'publish-rulebook', { instrument: local, rules: { ar: 'القواعد', fr: 'Règles', en: 'Rules' }, in_force_on: dayAtHub() });
  const [holder] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [woman]);
  const { wallet } = await done(officer, 'open-local-wallet', { instrument: local, person: holder!.code });
  await done(supervisor, 'approve-purchase', { instrument: local, account: wallet, amount: '20', proof: 'Reçu 7' });
  return token!;
}
