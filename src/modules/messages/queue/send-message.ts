import type { Doing } from '#core/action.ts';
import type { MessageParams, Template } from '../template/templates.ts';

/** A message wished for by another module: one of the closed list, with what it is about so that it can be called off. */
export interface WishedMessage {
  /** The hub that sends; where the actor stands unless named (she may stand in none: a body that answers by a link). */
  readonly hub?: string;
  readonly person: string;
  readonly template: Template;
  readonly params?: Partial<MessageParams>;
  /** Not before this moment. */
  readonly at?: Date;
  /** Of no use after this moment. */
  readonly until?: Date;
  /** What it is about: `appointment`, `referral`, and its id. One live message of a kind for each. */
  readonly basis?: string;
  readonly basisId?: string;
}

/**
 * Wishes that a person be told something, from any action of any module: the wish leaves with that action's transaction, and the
 * house's job asks the gate and puts the message in the outbox, or writes down why not. Nothing is promised to the caller.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function sendMessage(doing: Pick<Doing<any>, 'later' | 'hub' | 'actor'>, wish: WishedMessage): Promise<void> {
  const { hub = doing.hub, person, template, params = {}, at, until, basis, basisId } = wish;
  // The demo's loader lives in the past: what would be over by today is not wished for.
  if (doing.actor.app === 'demo' && until && until.getTime() < Date.now()) return;
  await doing.later('messages.queue-message', {
    hub, person, template, params: { call_back: true, ...params }, at: at?.toISOString(), until: until?.toISOString(), basis, basis_id: basisId,
  }, basis ? { key: jobKey(basis, basisId!) } : {});
}

/** What it was about ended (a cancelled appointment): messages that still wait are taken back, those not yet queued never are. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function recallMessages(doing: Pick<Doing<any>, 'later' | 'hub'>, basis: string, basisId: string): Promise<void> {
  await doing.later('messages.recall-messages', { hub: doing.hub, basis, basis_id: basisId }, { key: jobKey(basis, basisId) });
}

/** Under one key a later job takes the place of one that has not begun. */
const jobKey = (basis: string, basisId: string): string => `message-about-${basis}-${basisId}`;
