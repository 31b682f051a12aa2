import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { servicesThatMayFit } from '#modules/directory/public.ts';
import { matchService, rankMatches, type Reason } from '#modules/desk/public.ts';
import { hubCard, hubsOf, organizationsByIds, territoryLine } from '#modules/network/public.ts';
import { query } from '../portal.ts';
import { factsOf, readAnswers, typesFor } from './questions.ts';

const MOST_WEIGHED = 80;
const MOST_SHOWN = 12;

/**
 * The services that fit five plain answers, best first, each with the rules it meets and those still to ask; and the hub whose
 * door is nearest: the one she came from, else one of her region. Nothing is kept.
 */
export const whatFits = query({
  name: 'what-fits',
  says: 'The services that fit five plain answers, with the reason why.',
  input: z.strictObject({
    hub: maybe(id()), need: maybe(text(20)), place: maybe(text(20)), who: maybe(text(20)), age: maybe(text(20)), stage: maybe(text(20)),
  }),
  run: async (asking, { hub: from, ...given }) => {
    const { tx } = asking;
    const answers = readAnswers(given);
    const place = answers.place && answers.place !== 'skip' ? answers.place : null;
    const line = place ? territoryLine(place).map(({ code }) => code) : [];
    const types = answers.need && answers.need !== 'skip' ? typesFor[answers.need as Reason] : [];
    const own = from ? await hubCard(tx, from) : undefined;
    const hubs = await hubsOf(tx);
    // A loan in another country is no answer to her: where she lives says which, else the door she came through.
    const country = place?.slice(0, 2) ?? own?.country;
    const near = own?.open ? own : hubs.find(({ open, regionCode }) => open && regionCode !== null && line.includes(regionCode));
    const services = await servicesThatMayFit(asking, { types, territories: line, hubs: country ? hubs.flatMap((hub) => (hub.country === country ? hub.id : [])) : [], most: MOST_WEIGHED });
    const facts = factsOf(answers, line);
    const ranked = rankMatches(services.map((service) => matchService(service, facts, { wants: types, childcare: false }, (code) => territoryLine(code).map((one) => one.code))))
      .filter(({ standing }) => standing !== 'no').slice(0, MOST_SHOWN);
    const providers = new Map((await organizationsByIds(tx, ranked.map(({ service }) => service.organization))).map((one) => [one.id, one.names]));
    return { fits: ranked.map((match) => ({ ...match, provider: providers.get(match.service.organization) ?? null })), near: near ?? null };
  },
});
