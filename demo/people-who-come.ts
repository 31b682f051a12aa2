import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Actor } from '#core/actor.ts';
import type { DemoHub } from './content/hubs.ts';
import { familyNames, knownSpellings, menNames, womenNames } from './content/names.ts';
import type { Chance } from './seeded.ts';
import { does, type Load } from './load.ts';

/** Somebody who will come to a desk; invented. */
export interface Visitor {
  readonly name: string;
  readonly other?: string;
  readonly sex: 'female' | 'male';
  readonly year: number;
  readonly territory: string;
  readonly reading: 'well' | 'little' | 'not';
  readonly phone?: { readonly number: string; readonly owner: string };
  readonly agrees: boolean;
  readonly carriesHome: boolean;
}

/** The people of one desk: those whose names domain.md 3.14 gives, then others, women and young people more often. */
export function peopleWhoCome(hub: DemoHub, count: number, chance: Chance): readonly Visitor[] {
  const named = knownSpellings.filter((spelling) => spelling.hub === hub.key).slice(0, count);
  const others = Array.from({ length: count - named.length }, () => somebody(hub, chance));
  return [...named, ...others].map((one, position) => ({
    territory: chance.yes(0.72) ? hub.around[0]! : chance.pick(hub.around),
    reading: chance.weigh({ well: 60, little: 25, not: 15 }), agrees: chance.yes(0.94), carriesHome: one.sex === 'female' && chance.yes(0.22),
    ...one, ...phoneOf(hub, position, chance),
  }));
}

function somebody({ country }: DemoHub, chance: Chance) {
  const sex = chance.yes(0.74) ? ('female' as const) : ('male' as const);
  const [ar, latin] = chance.pick(sex === 'female' ? womenNames : menNames);
  const [family, latinFamily] = chance.pick(familyNames[country === 'MA' ? 'MA' : 'TN']);
  const written = { name: `${ar} ${family}`, other: `${latin} ${latinFamily}` };
  const spelled = chance.yes(0.15) ? { name: written.other } : chance.yes(0.6) ? written : { name: written.name };
  const [youngest, oldest] = chance.pick([[19, 29], [24, 38], [30, 48], [45, 64]] as const);
  return { ...spelled, sex, year: new Date().getUTCFullYear() - chance.between(youngest, oldest) };
}

/** Invented numbers of the right length; one in three has no phone, one in four shares one. Nothing is ever sent to them. */
function phoneOf({ country, key }: DemoHub, position: number, chance: Chance): Pick<Visitor, 'phone'> {
  if (chance.yes(0.32)) return {};
  const desk = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 90;
  const line = String(position).padStart(3, '0');
  const number = country === 'TN' ? `20 0${String(desk).padStart(2, '0')} ${line}` : `06 00 0${desk % 10} ${line.slice(0, 1)}0 ${line.slice(1)}`;
  return { phone: { number, owner: chance.weigh({ self: 72, household: 16, relative: 8, neighbour: 4 }) } };
}

/** Registers her; when somebody known looks alike, the officer looks first and then goes on. */
export async function registerVisitor(load: Load, officer: Actor, { hub, visitor, witness, chance }: { hub: DemoHub; visitor: Visitor; witness: string; chance: Chance }): Promise<string> {
  const { phone, agrees } = visitor;
  const channel = agrees ? (visitor.reading === 'not' ? 'thumbprint' : chance.weigh({ written: 70, 'oral-witness': 30 })) : undefined;
  const given = {
    name: visitor.name, name_other: visitor.other, birth_year: visitor.year, birth_year_about: chance.yes(0.12), sex: visitor.sex,
    territory: visitor.territory, reading: visitor.reading, languages: languagesOf(hub, chance), head_of_household: visitor.carriesHome,
    consent_answer: agrees ? 'given' : 'refused', consent_channel: channel, consent_language: 'ar',
    consent_witness: agrees && channel !== 'written' ? witness : undefined,
    ...(agrees && phone ? { phone: phone.number, phone_owner: phone.owner, phone_shared: phone.owner !== 'self' } : {}),
  };
  try {
    return (await does(load, officer, registerPerson, given)).person;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'people.possible-duplicate') throw error;
    const seen = (error.offer.candidates as { person: { id: string } }[]).map(({ person }) => person.id);
    return (await does(load, officer, registerPerson, { ...given, seen_duplicates: seen })).person;
  }
}

const languagesOf = ({ country }: DemoHub, chance: Chance): string[] => {
  const spoken = country === 'TN' ? 'ar-TN' : 'ar-MA';
  return chance.weigh({ one: 45, two: 45, three: 10 }) === 'one' ? [spoken] : country === 'MA' && chance.yes(0.3) ? [spoken, 'zgh'] : [spoken, 'fr'];
};
