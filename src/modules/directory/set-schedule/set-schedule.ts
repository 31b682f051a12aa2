import { z } from 'zod';
import { choice, clockTime, id, maybe, wholeNumber, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../directory.ts';
import { ownService } from '../entry/own-service.ts';
import { rows } from '../rows.ts';

/** Opening hours of one service: day (1 Monday to 7 Sunday), season, from and to, with an appointment or not. */
export const setScheduleInput = z.strictObject({
  service: id(),
  openings: rows(
    z.strictObject({
      location: maybe(id()),
      season: choice(['ordinary', 'ramadan']),
      weekday: wholeNumber(1, 7),
      opens: clockTime(),
      closes: clockTime(),
      byAppointment: yes(),
    }),
    42,
    ['season', 'weekday'],
  ),
});

/** Writes anew when a service is open, week after week and in Ramadan. Refuses hours that end before they begin. */
export const setSchedule = action({
  name: 'set-schedule',
  says: 'Say when a service is open',
  input: setScheduleInput,
  refuses: ['closes-before-it-opens'],
  run: async (doing, { service, openings }) => {
    const { tx, hub, network, record, refuse } = doing;
    await ownService(doing, service);
    const wrong = openings.findIndex(({ opens, closes }) => opens >= closes);
    if (wrong >= 0) refuse('closes-before-it-opens', {}, `openings.${wrong}.closes`);
    await tx.deleteFrom('directory.schedule').where('network_id', '=', network).where('service_id', '=', service).execute();
    const lines = openings.map((opening) => ({
      network_id: network, id: newId(), service_id: service, hub_id: hub, location_id: opening.location ?? null,
      season: opening.season, weekday: opening.weekday, opens: opening.opens, closes: opening.closes, by_appointment: opening.byAppointment,
    }));
    if (lines.length) await tx.insertInto('directory.schedule').values(lines).execute();
    await record({ name: 'schedule-set', subject: service, body: { openings: lines.length } });
    return { service };
  },
});
