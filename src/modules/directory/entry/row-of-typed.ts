import type { Multilingual } from '#core/input.ts';
import type { ServiceRow } from '../directory.ts';
import type { TypedService } from './service.input.ts';

/** A multilingual text without the languages left empty. */
export const written = (value: Multilingual): Multilingual =>
  Object.fromEntries(Object.entries(value).filter(([, text]) => text));

/** The status of each language written: as said, else `original` for the first and `human` for the others. */
function statusOf({ names, textStatus }: TypedService): Record<string, string> {
  const langs = Object.keys(written(names));
  const said = textStatus as Record<string, string | undefined>;
  const original = langs.find((lang) => said[lang] === 'original') ?? langs.find((lang) => !said[lang]);
  return Object.fromEntries(langs.map((lang) => [lang, said[lang] ?? (lang === original ? 'original' : 'human')]));
}

/** The columns of a service's row that follow from what was typed. */
export function columnsOf(typed: TypedService): Omit<
  ServiceRow,
  | 'network_id' | 'id' | 'hub_id' | 'version' | 'status' | 'status_reason' | 'capacity_places' | 'free_places' | 'waiting_days'
  | 'capacity_at' | 'verified_at' | 'verified_by' | 'created_at' | 'updated_at'
> {
  return {
    organization_id: typed.organization,
    names: written(typed.names),
    descriptions: written(typed.descriptions),
    text_status: statusOf(typed),
    type_codes: [typed.mainType, ...typed.otherTypes.filter((code) => code !== typed.mainType)],
    modes: typed.modes,
    stages: typed.stages,
    languages: typed.languages,
    area_codes: typed.areas,
    listed: typed.listed,
    delicate: typed.delicate,
    url: typed.url ?? null,
    email: typed.email ?? null,
    phone: typed.phone ?? null,
    childcare: typed.childcare,
    transport_help: typed.transportHelp,
    born_of: written(typed.bornOf),
    born_of_reference: typed.bornOfReference ?? null,
  };
}
