import { z } from 'zod';
import { choice, choices, id, listOf, maybe, multilingual, text, yes } from '#core/input.ts';
import { price } from './money.ts';
import { optionalTexts } from './optional-texts.ts';
import { webAddress } from './web-address.ts';
import { rows } from '../rows.ts';
import { serviceModes } from '../service-mode.ts';
import { serviceStages } from '../service-stage.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';

/** How a text came to be in a language: written first, translated by a person, or by a machine and not yet read by one. */
export const textStatuses = ['original', 'human', 'machine'] as const;

/** What may be lost by accepting a service. */
export const lossKinds = ['aid', 'scheme', 'right'] as const;

/** Languages and varieties spoken at a desk (BCP 47 / ISO 639-3). */
export const spokenLanguages = ['ar', 'fr', 'en', 'aeb', 'ary', 'tzm', 'shi', 'rif', 'es', 'it', 'pt', 'el'] as const;

const atLeastOne = <S extends readonly [string, ...string[]]>(codes: S) =>
  choices(codes).refine((chosen) => (chosen as unknown[]).length > 0, { message: 'required' });

/** Everything that is said of a service when it is listed or edited. Amounts as people write them. */
export const serviceFields = {
  organization: id(),
  names: multilingual(160),
  descriptions: optionalTexts(3_000),
  textStatus: z.preprocess(
    (value) => value ?? {},
    z.strictObject({ ar: maybe(choice(textStatuses)), fr: maybe(choice(textStatuses)), en: maybe(choice(textStatuses)) }),
  ),
  mainType: choice(serviceTypeCodes),
  otherTypes: choices(serviceTypeCodes),
  modes: atLeastOne(serviceModes),
  stages: choices(serviceStages),
  languages: choices(spokenLanguages),
  areas: listOf(text(20)),
  listed: yes(),
  delicate: yes(),
  url: webAddress(),
  email: maybe(z.email().max(200)),
  phone: maybe(text(40)),
  childcare: yes(),
  transportHelp: yes(),
  bornOf: optionalTexts(600),
  bornOfReference: maybe(text(80)),
  documents: rows(multilingual(200), 12),
  costs: rows(price(), 8, ['currency']),
  mayLose: rows(z.strictObject({ kind: choice(lossKinds), names: multilingual(300) }), 8, ['kind']),
};

const fields = z.strictObject(serviceFields);

/** A service as typed. */
export type TypedService = z.output<typeof fields>;
