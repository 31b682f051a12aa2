import { z } from 'zod';
import { choice, maybe, text, wholeNumber, yes } from '#core/input.ts';
import { serviceModes } from '../service-mode.ts';
import { serviceStages } from '../service-stage.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';
import { spokenLanguages } from '../entry/service.input.ts';

export const serviceOrders = ['best', 'name', '-name', 'fresh', '-fresh', 'waiting', '-waiting'] as const;

/** What is looked for: words in any language and spelling, and one choice of each facet. `lang` orders names. */
export const serviceFilterInput = z.strictObject({
  q: maybe(text(200)),
  type: maybe(choice(serviceTypeCodes)),
  stage: maybe(choice(serviceStages)),
  mode: maybe(choice(serviceModes)),
  territory: maybe(text(20)),
  language: maybe(choice(spokenLanguages)),
  stale: yes(),
  sort: maybe(choice(serviceOrders)),
  lang: maybe(choice(['ar', 'fr', 'en'])),
  page: maybe(wholeNumber(1, 10_000)),
  pageSize: maybe(wholeNumber(1, 200)),
});

export type ServiceFilter = z.output<typeof serviceFilterInput>;
