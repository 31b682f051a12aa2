import { nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { modeNames, type ServiceMode, serviceModes } from '../service-mode.ts';
import { type ServiceStage, serviceStages, stageNames } from '../service-stage.ts';
import { findServiceType, serviceTypes } from '../service-type.ts';
import { directoryWords } from '../words.ts';
import { spokenLanguages } from '../entry/service.input.ts';

/** The name of a kind of service in the reader's words. */
export const typeName = (reader: Reader, code: string): string => {
  const type = findServiceType(code);
  return type ? nameFor(type.names, reader.locale) : code;
};

/** The name of a way of giving a service. */
export const modeName = (reader: Reader, code: string): string => nameFor(modeNames[code as ServiceMode], reader.locale);

/** The name of a stage of a project. */
export const stageName = (reader: Reader, code: string): string => nameFor(stageNames[code as ServiceStage], reader.locale);

/** The name of a language or variety spoken. */
export const languageName = (reader: Reader, code: string): string => directoryWords(reader)(`lang.${code}` as 'lang.ar');

/** A list of names written as one phrase in the reader's language. */
export const listed = (reader: Reader, names: readonly string[]): string =>
  new Intl.ListFormat(reader.locale.tag, { type: 'conjunction' }).format(names);

/** What the facets and forms offer to choose from, in the reader's words. */
export const choicesOf = (reader: Reader) => ({
  types: serviceTypes.map(({ code, names, meaning }) => ({ value: code, label: nameFor(names, reader.locale), help: nameFor(meaning, reader.locale) })),
  stages: serviceStages.map((value) => ({ value, label: stageName(reader, value) })),
  modes: serviceModes.map((value) => ({ value, label: modeName(reader, value) })),
  languages: spokenLanguages.map((value) => ({ value, label: languageName(reader, value) })),
});

/** The name of an ISO weekday, 1 Monday to 7 Sunday. */
export const weekdayName = ({ locale }: Reader, weekday: number): string =>
  new Intl.DateTimeFormat(locale.tag, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
