import { callsOfProgramme } from '#modules/incubation/public.ts';
import { attributedTo } from '../attribution/attributed-to.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import { countKept } from '../kept/count.ts';
import { keptWhenStated, ofNobody } from '../kept/read-kept.ts';
import { standing, statedValues } from '../kept/stated.ts';
import type { Period } from '../reading/period.ts';
import { countPlaces } from './count-places.ts';
import type { Actual, ReadTarget, Target } from './levels.ts';
import { bareOf, isWhole, sayAt, sayWithin } from './outside.ts';
import { atPrintedHubs, everyMonth, monthsOfParts } from './shown-groups.ts';
import type { AskingTargets } from './standing-targets.ts';

interface Reached { readonly said: Omit<Actual, 'upTo'>; readonly leftOut: ReadTarget['leftOut'] }

const uncounted: Reached = { said: { value: null, atLeast: null, kept: false }, leftOut: [] };

/** What was reached of one target in a period, as this reader may see it. */
export async function readActual(asking: AskingTargets, target: Target, period: Period, exact: boolean): Promise<Reached> {
  const { network } = asking;
  const { counts: definition, scope } = target;
  if (definition.source === 'context') return uncounted;
  if (definition.source === 'stated') return stated(asking, target, period, exact);
  if (scope.level === 'funder') return { said: await attributedTo(asking, { funder: scope.id!, definition, period }), leftOut: [] };
  const hub = scope.level === 'hub' ? scope.id! : undefined;
  const region = scope.level === 'region' ? scope.id! : undefined;
  const within = scope.level === 'programme' ? { programme: scope.id!, calls: await callsOfProgramme(asking.tx, network, scope.id!) } : undefined;
  return asking.counting(async (by) => {
    if (exact || ofNobody(definition)) {
      const { all, leftOut } = await countKept(by, definition, { network, period, hub, region, within });
      return { said: { value: all.value, atLeast: null, kept: false }, leftOut };
    }
    const counted = await countPlaces(by, definition, { network, period, within });
    const whole = isWhole(definition) && !within;
    const all = whole ? null : await countPlaces(by, bareOf(definition), { network, period });
    const places = await placesOf(by);
    const mayAdd = all ? await monthsOfParts(by, definition, { network, period, places, counted, all, whole: bareOf(definition) }) : everyMonth;
    if (within) return { said: sayWithin(definition, counted, all!, atPrintedHubs(all!, places, mayAdd)), leftOut: [] };
    const place = hub ? `hub:${hub}` : region ? `region:${region}` : 'all';
    return { said: sayAt(definition, counted, all, { place, places, mayAdd }), leftOut: [] };
  });
}

/** Numbers stated of one's own work: a hub's to who reads them there, the network's own for the network and its programmes; a region states nothing. */
async function stated({ counting, network }: AskingTargets, { indicator, scope, counts }: Target, period: Period, exact: boolean): Promise<Reached> {
  if (scope.level === 'region' || scope.level === 'funder' || (scope.level === 'hub' && !exact)) return uncounted;
  const values = await counting((by) => statedValues(by, network, indicator));
  const { value, unproven } = standing(values, 'stated', period, scope.level === 'hub' ? scope.id! : undefined);
  if (!exact && keptWhenStated(counts, value)) return { said: { value: null, atLeast: null, kept: true }, leftOut: [] };
  return { said: { value, atLeast: null, kept: false }, leftOut: unproven ? [{ reason: 'no-proof', many: unproven }] : [] };
}
