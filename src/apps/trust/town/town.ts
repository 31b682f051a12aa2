import '../../web/sitemap.ts';
import { type Action, allActions, type Query } from '#core/action.ts';
import type { Actor, RoleCode } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { faultOf } from '../../fault.ts';
import type { Random } from '../random.ts';
import { inventedName } from './invented-name.ts';
import { Known } from './known.ts';
import { letterOfTown } from './letter-of-town.ts';
import { sample, shapeOf } from './sample.ts';
import { townStory } from './town-story.ts';

/** A network in which everything that can be done was done, by actions and nothing else. */
export interface Town {
  readonly world: World;
  readonly known: Known;
  readonly staff: ReadonlyMap<RoleCode, Actor>;
  /** How often each action was done. */
  readonly done: ReadonlyMap<string, number>;
  /** Actions that could not be done, with the last reason. */
  readonly undone: ReadonlyMap<string, string>;
  /** Errors that are nobody's fault but ours. */
  readonly bugs: readonly string[];
}

interface Wish {
  readonly random: Random;
  /** The text for each free field: a canary, a payload, or an ordinary word. */
  readonly text?: (field: string, most: number, action: string) => string;
  /** How many more actions are tried by chance after the story. */
  readonly tries: number;
}

/** Actions that end things or belong to one's own screen; a town is to be looked at afterwards. */
const never = /close-hub|close-account|end-role|set-password|sign-in|sign-out|prove-again|choose-|close-other|replace-password|open-network|index-person|suspend|terminate|withdraw-service|withdraw-document|end-|mark-left|close-visit|revoke|take-back|remind|warn-of/;
const ordinary = (random: Random) => (field: string, most: number): string => (field.startsWith('name') ? inventedName(random) : `كلمة ${field}`).slice(0, most);

/** Builds a town: the story of one visit first, then whatever chance allows. */
export async function buildTown({ random, text = ordinary(random), tries }: Wish): Promise<Town> {
  const world = await openHub();
  const known = new Known(random);
  const staff = new Map<RoleCode, Actor>();
  for (const role of ['desk_officer', 'case_worker', 'supervisor', 'hub_manager', 'protection_officer', 'network_admin', 'dpo', 'coach'] as const) staff.set(role, await world.as(role));
  known.learn({ hub: world.hub, account: staff.get('desk_officer')!.account });
  const [done, undone, bugs] = [new Map<string, number>(), new Map<string, string>(), new Set<string>()];

  const attempt = async (name: string, said: Record<string, unknown> = {}): Promise<boolean> => {
    const action = allActions().get(name);
    if (!action) return false;
    const input = { ...(sample(shapeOf(action.spec.input), { random, text: (field, most) => text(field, most, name), id: (field) => known.id(field) }) as object), ...said };
    try {
      known.learn(await act(world.house, actorFor(action, staff, world), action, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))));
      done.set(name, (done.get(name) ?? 0) + 1);
      undone.delete(name);
      return true;
    } catch (error) {
      if (faultOf(error).kind === 'bug') bugs.add(`${name}: ${(error as Error).message}`);
      if (!done.has(name)) undone.set(name, (error as Error).message);
      return false;
    }
  };

  for (const [name, said] of townStory) {
    for (let n = 0; n < 25; n++) if (await attempt(name, said(known))) break;
  }
  known.learn(await letterOfTown(world, staff.get('desk_officer')!, (field, most) => text(field, most, 'portal.leave-request')));
  const names = [...allActions().keys()].filter((name) => !never.test(name));
  for (let n = 0; n < tries; n++) await attempt(random.pick(names.filter((name) => n % 2 || !done.has(name)).length ? names.filter((name) => n % 2 || !done.has(name)) : names));
  return { world, known, staff, done, undone, bugs: [...bugs] };
}

/** Somebody of the town who may do it by her role; the officer where nobody may. */
export function actorFor(action: Action | Query, staff: ReadonlyMap<RoleCode, Actor>, world: World): Actor {
  const rule = ruleOf(action.fullName);
  const role = rule?.roles.find((wanted) => staff.has(wanted) && wanted !== 'network_admin') ?? rule?.roles.find((wanted) => staff.has(wanted));
  if (rule?.reach === 'network') return world.console;
  return (role && staff.get(role)) || staff.get('desk_officer')!;
}
