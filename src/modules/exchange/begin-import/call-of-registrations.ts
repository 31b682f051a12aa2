import type { Asking } from '#core/action.ts';
import { type RegistrationCall, registrationCall } from '#modules/incubation/public.ts';
import type { ExchangeTables } from '../exchange.ts';

/** The call whose registrations a file brings, by its id or code. Refuses `call-missing`, and `call-takes-no-files` when it is judged already. */
export async function callOfRegistrations(asking: Asking<ExchangeTables>, named: string | undefined): Promise<RegistrationCall> {
  const call = named ? await registrationCall(asking, named) : undefined;
  if (!call) return asking.refuse('call-missing', {}, 'call');
  return call.takesFiles ? call : asking.refuse('call-takes-no-files', {}, 'call');
}
