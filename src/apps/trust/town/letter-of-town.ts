import { type Actor, visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { leaveRequest } from '#modules/portal/leave-request/leave-request.ts';
import { requestForm } from '#modules/portal/leave-request/request-form.query.ts';
import { requestList } from '#modules/portal/requests/request-list.query.ts';
import { takeRequest } from '#modules/portal/requests/take-request.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** A stranger's letter with the town's own words, opened by an officer. Its name is told to nobody at the door: the desk finds it. */
export async function letterOfTown({ house, network, hub }: World, officer: Actor, text: (field: string, most: number) => string): Promise<{ request: string }> {
  await ask(house, visitor(network), requestForm, { hub });
  await act(house, visitor(network), leaveRequest, {
    hub, press: newId(), wish: 'call-back', subject: 'rights', way: 'phone', phone: '+216 20 123 456', hours: ['morning'], language: 'ar',
    ask_for: text('ask_for', 60), words: text('words', 500),
  });
  const { requests } = await ask(house, officer, requestList, {});
  return act(house, officer, takeRequest, { request: requests[0]!.id });
}
