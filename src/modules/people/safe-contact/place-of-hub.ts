import type { AnyTx } from '#core/db/transaction.ts';
import { weekdayOf } from '#core/time/wall-clock.ts';
import { hubCard, hubHours, spansOn } from '#modules/network/public.ts';
import type { Place } from './may-contact.ts';

const officeDay = [{ opens: '09:00', closes: '17:00' }];

/** The clock and the door of a hub. One that has not said its hours is taken to be open from Monday to Friday, 9 to 17. */
export async function placeOfHub(tx: AnyTx, hub: string): Promise<Place | undefined> {
  const card = await hubCard(tx, hub);
  const hours = await hubHours(tx, hub);
  return card && {
    timeZone: card.timeZone,
    openOn: (date) => (hours ? spansOn(hours, date) : weekdayOf(date) <= 5 ? officeDay : []),
  };
}
