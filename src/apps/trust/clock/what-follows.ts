import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { askPayment } from '#modules/currency/till/ask-payment.ts';
import { stepAt } from '#modules/network/second-step/code.ts';
import { tokenHash } from '#modules/network/sign-in/secret-token.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard, openShop } from '#tests/fixtures/paying.ts';
import { hireColleague } from '../sign-in/colleague.ts';
import type { Asker, Heard } from './through-the-door.ts';

/** What is tried under a clock; each gives what went otherwise than by the clock of the database. */
export interface Trial {
  readonly cases: number;
  run(asker: Asker): Promise<string[]>;
}

const wanted = (what: string, { status, to, text }: Heard, fits: boolean): string[] => (fits ? [] : [`${what}: answered ${status}${to && ` to ${to}`} ${status >= 400 ? text.replace(/\s+/g, ' ').slice(-160) : ''}`]);
const opens = (heard: Heard): boolean => heard.status === 200;
/** A session is remembered for less than a second. */
const FORGOTTEN_MS = 1_100;

/** Sessions, what must be shown again after a quarter of an hour, and roles. */
export function sessionTrial(world: World): Trial {
  const { house, as } = world;
  const age = (session: string, set: string) => ownerQuery(house, `update network.session set ${set} where token_hash = $1`, [tokenHash(session)]);
  return {
    cases: 7,
    run: async (asker) => {
      const faults: string[] = [];
      const officer = await as('desk_officer');
      const hers = await asker.session(officer);
      faults.push(...wanted('a session that is open', await asker.page(hers, '/desk'), opens(await asker.page(hers, '/desk'))));
      await age(hers, `closed_at = now()`);
      await wait(FORGOTTEN_MS);
      const closed = await asker.page(hers, '/desk');
      faults.push(...wanted('a session that was closed', closed, closed.to.startsWith('/sign-in')));
      const idle = await asker.session(officer);
      await age(idle, `seen_at = now() - interval '61 minutes'`);
      const gone = await asker.page(idle, '/desk');
      faults.push(...wanted('a session idle for an hour', gone, gone.to.startsWith('/sign-in')));
      const guardian = await as('protection_officer');
      const fresh = await asker.page(await asker.session(guardian), '/safe');
      faults.push(...wanted('what she proved just now', fresh, opens(fresh)));
      const stale = await asker.session(guardian);
      // A password newer than a session ends it: hers is from long before.
      await ownerQuery(house, `update network.account set password_set_at = now() - interval '1 day' where id = $1`, [guardian.account]);
      await age(stale, `proved_at = now() - interval '16 minutes', second_at = now() - interval '16 minutes'`);
      const again = await asker.page(stale, '/safe');
      faults.push(...wanted('what she proved sixteen minutes ago', again, again.to.startsWith('/prove-again')));
      const hired = await as('desk_officer');
      const screen = await asker.session(hired);
      const open = await asker.page(screen, '/desk');
      faults.push(...wanted('a role that lasts', open, opens(open)));
      await ownerQuery(house, `update network.held_role set from_at = now() - interval '2 hours', until_at = now() - interval '1 second' where account_id = $1`, [hired.account]);
      await wait(FORGOTTEN_MS);
      const over = await asker.page(screen, '/desk');
      faults.push(...wanted('a role that ended a second ago', over, !opens(over)));
      return faults;
    },
  };
}

/** Payments: an aid that ends today, one that ended yesterday, what a card may pay in a day, a price that was asked. */
export async function paymentTrial(): Promise<Trial & { readonly world: World }> {
  const hub = await openAidHub();
  const { world, funded, person, grant } = hub;
  const { house } = world;
  const shop = await openShop(hub);
  const programme = await funded('5000');
  const holder = async (ends: string, more: Record<string, unknown> = {}): Promise<{ code: string; number: string }> => {
    const her = await person();
    await grant(programme, [her]);
    await ownerQuery(house, 'update currency.aid set expires_on = $2 where person_id = $1', [her, ends]);
    return giveReadyCard(hub, her, more);
  };
  return {
    world,
    cases: 6,
    run: async (asker) => {
      const faults: string[] = [];
      const program = await asker.program(shop.till);
      const pay = async (what: string, card: string, amount: string, fits: (heard: Heard) => boolean): Promise<void> => {
        const heard = await program('currency/take-payment', { card, amount, category: 'food', pin: '2580' });
        faults.push(...wanted(what, heard, fits(heard)));
      };
      const paid = ({ status, text }: Heard): boolean => status === 200 && text.includes('"paid"');
      await pay('an aid that ends today', (await holder(dayAtHub(0))).code, '1', paid);
      await pay('an aid that ended yesterday', (await holder(dayAtHub(-1))).code, '1', ({ status }) => status === 422);
      const bounded = await holder(dayAtHub(30), { day: '10', currency: 'TND' });
      await pay('ten dinars of ten a day', bounded.code, '10', paid);
      await pay('an eleventh on the same day', bounded.code, '1', ({ status, text }) => status === 422 && text.includes('till-day'));
      const asked = async (): Promise<string> => (await act(house, shop.till, askPayment, { amount: '1', category: 'food' } as never)).number;
      const [now, late] = [await asked(), await asked()];
      await ownerQuery(house, `update currency.pay_request set made_at = now() - interval '6 minutes', until_at = now() - interval '1 minute' where number = $1`, [late]);
      const buyer = await holder(dayAtHub(30));
      const phone = async (number: string): Promise<Heard> => program('currency/pay-asked', { number, card: buyer.code, pin: '2580' });
      const [inTime, tooLate] = [await phone(now), await phone(late)];
      faults.push(...wanted('a price asked just now', inTime, paid(inTime)), ...wanted('a price asked six minutes ago', tooLate, tooLate.status === 422 && tooLate.text.includes('asked-')));
      return faults;
    },
  };
}

/** Codes of an authenticator app: one of now, and those of phones that go slow and fast, which are told so. */
export function codeTrial(world: World): Trial {
  let hired = 0;
  return {
    cases: 3,
    run: async (asker) => {
      const her = await hireColleague(world, `trust.clock.${++hired}`);
      // A code that is read in another half-minute than it was made in is told another number of minutes: it is shown again.
      const show = async (seconds: number): Promise<Heard> => {
        for (;;) {
          await her.unspend();
          const { token } = await her.half();
          const made = Date.now();
          const heard = await asker.form(token, '/sign-in/second', { code: her.code(new Date(made + seconds * 1_000)) });
          if (stepAt(new Date(made)) === stepAt(new Date())) return heard;
        }
      };
      const says = (heard: Heard, minutes: string): boolean => heard.status === 422 && heard.text.replace(/[\u2066-\u2069]/g, '').includes(minutes);
      const [now, slow, fast] = [await show(0), await show(-300), await show(300)];
      return [
        ...wanted('a code of now', now, now.status === 303 && now.to === '/desk'), ...wanted('a code of a phone five minutes slow', slow, says(slow, 'متأخرة 5 دقائق')),
        ...wanted('a code of a phone five minutes fast', fast, says(fast, 'متقدمة 5 دقائق')),
      ];
    },
  };
}

/** Things that are made one after the other, with the clock set between: their ids, events and links stand in the order they were made. */
export async function orderTrial(world: World, officer: Actor, asker: Asker, set: (offset: string) => Promise<void>, offsets: readonly string[]): Promise<string[]> {
  const program = await asker.program(officer);
  const made: string[] = [];
  for (const offset of offsets) {
    await set(offset);
    for (let n = 0; n < 3; n++) {
      const heard = await program('desk/open-ticket', { via: 'walk-in', reason: 'project' });
      if (heard.status !== 200) return wanted('a ticket', heard, false);
      made.push((JSON.parse(heard.text) as { ticket: string }).ticket);
    }
  }
  const events = await ownerQuery<{ id: string; at: Date }>(world.house, 'select id, at from core.event where network_id = $1 and subject_id = any ($2) order by xid', [world.network, made]);
  const back = events.filter(({ at }, n) => n > 0 && at < events[n - 1]!.at).length;
  return [
    ...(String([...made].sort()) === String(made) ? [] : ['ids do not stand in the order in which things were made']),
    ...(String(events.map(({ id }) => id).sort()) === String(events.map(({ id }) => id)) && back === 0 && events.length === made.length ? [] : [`of ${events.length} events ${back} are told to be before the one before`]),
  ];
}
