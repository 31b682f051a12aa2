import { sql } from 'kysely';
import type { Actor } from '#core/actor.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { act } from '#core/pipeline.ts';
import { makeSettlement } from '#modules/currency/claim/settle-claims.ts';
import { submitClaim } from '#modules/currency/claim/submit-claim.ts';
import { validateClaim } from '#modules/currency/claim/validate-claim.ts';
import { sayTie } from '#modules/currency/merchant/say-tie.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { openShop, sale, walletsOf } from '#tests/fixtures/shops.ts';

/** Claims of a shop in the middle of their way: one submitted, one validated by the supervisor and put into a run by the funding officer. `kin` said that she is close to the shop. */
export interface ClaimEyes {
  readonly supervisor: Actor;
  readonly manager: Actor;
  readonly officer: Actor;
  readonly treasurer: Actor;
  readonly kin: Actor;
  /** Works at the till and leads a team of the hub as well. */
  readonly insider: Actor;
  readonly till: Actor;
  readonly submitted: string;
  readonly validated: string;
  readonly settlement: string;
}

/** Brings claims that far by actions alone. */
export async function openClaimEyes(): Promise<ClaimEyes> {
  const hub = await openAidHub();
  const { world, supervisor, manager, treasurer } = hub;
  const shop = await openShop(hub);
  const programme = await hub.funded();
  await hub.grant(programme, [await hub.person()]);
  const [aid] = await walletsOf(hub, programme) as [string];
  const claim = async () => {
    await sale(hub, shop, aid, 20_000);
    return (await act(world.house, shop.till, submitClaim, { merchant: shop.merchant, currency: 'TND' } as never)).claim;
  };
  const [kin, officer] = [await world.as('supervisor'), await world.as('funding_officer')];
  const insider = { ...(await world.as('merchant', { scope: 'org', organization: shop.organization, also: ['supervisor', 'treasurer'] })), hub: world.hub };
  await act(world.house, kin, sayTie, { merchant: shop.merchant });
  const validated = await claim();
  await act(world.house, supervisor, validateClaim, { claim: validated });
  const { settlement } = await act(world.house, officer, makeSettlement, { claims: [validated] } as never);
  return { supervisor, manager, officer, treasurer, kin, insider, till: shop.till, submitted: await claim(), validated, settlement };
}

/** What is tried against four eyes on the money of shops: three are the honest way. */
export function claimAttempts({ supervisor, manager, officer, treasurer, kin, insider, till, submitted, validated, settlement }: ClaimEyes) {
  const validate = (said: Actor) => (tx: AnyTx) => sql`update currency.claim set state = 'validated', validated_by = ${said.account}, validated_at = now() where id = ${submitted}`.execute(tx);
  const pay = (said: Actor, more = sql``) => (tx: AnyTx) => sql`update currency.claim set state = 'paid', paid_by = ${said.account}, paid_at = now()${more} where id = ${validated}`.execute(tx);
  const run = (said: Actor) => (tx: AnyTx) => sql`update currency.settlement set paid_by = ${said.account}, paid_at = now() where id = ${settlement}`.execute(tx);
  const tries = (allowed: boolean) => (name: string, by: Actor, does: (tx: AnyTx) => Promise<{ numAffectedRows?: bigint | undefined }>) => ({ name, by, allowed, does });
  const [yes, no] = [tries(true), tries(false)];
  return [
    yes('other eyes validate a claim', manager, validate(manager)),
    yes('other eyes pay a claim', treasurer, pay(treasurer)),
    yes('other eyes pay a run', treasurer, run(treasurer)),
    no('the shop validates its own claim', till, validate(till)),
    no('whoever works at the till validates as a colleague of the hub', insider, validate(insider)),
    no('whoever works at the till pays as a colleague of the hub', insider, pay(insider)),
    no('whoever is close to the shop validates', kin, validate(kin)),
    no('whoever is close to the shop pays', kin, pay(kin)),
    no('a claim is validated in a colleague’s name', kin, validate(manager)),
    no('a claim is paid in a colleague’s name', supervisor, pay(treasurer)),
    no('whoever validated pays', supervisor, pay(supervisor)),
    no('whoever validated writes another’s name over hers and pays', supervisor, pay(supervisor, sql`, validated_by = ${manager.account}`)),
    no('a claim is paid that nobody validated', treasurer, (tx) => sql`update currency.claim set state = 'paid', paid_by = ${treasurer.account}, paid_at = now(), settlement_id = ${settlement} where id = ${submitted}`.execute(tx)),
    no('whoever made a run pays it', officer, run(officer)),
    no('a run is paid in a colleague’s name', officer, run(treasurer)),
    no('a claim becomes more', treasurer, (tx) => sql`update currency.claim set amount_minor = amount_minor + 1 where id = ${validated}`.execute(tx)),
    no('a closeness that was said is taken back', kin, (tx) => sql`delete from currency.merchant_tie where account_id = ${kin.account}`.execute(tx)),
  ];
}
