import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import { nameFor } from '#core/words/named.ts';
import { formPreview } from '#modules/desk/public.ts';
import { momentsOf, type PersonEvent } from '#modules/people/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { KeptLine, type NamesOfRows } from '../kept/kept-line.tsx';
import { keptTables } from '../kept/kept-tables.ts';
import { rightsWords } from '../words.ts';
import { LooksList } from './looks-list.tsx';
import { type PersonPack, personPack } from './person-pack.query.ts';
import { viewFor } from './hers.ts';

type Key = Parameters<ReturnType<typeof rightsWords>>[0];

/** Everything this hub keeps of her, on paper and in her language. */
export const personPackPage = definePage<View>({
  path: '/people/:person/rights/:request/pack',
  audience: 'print',
  needs: 'rights.person-pack',
  show: async (visit) => {
    const { view, ask, params, search } = visit;
    const pack = await ask(personPack, { request: params.request! });
    const names = { staff: pack.staff, bodies: pack.bodies, questions: await questionsAsked(visit, pack) };
    const hers = viewFor(view, pack, search.in);
    const words = rightsWords(hers);
    const law = countryFacts[pack.hub.country].dataLaw;
    return {
      title: words('print.title'),
      quiet: true,
      back: { href: `/people/${params.person}/rights`, label: rightsWords(view)('back') },
      reader: hers,
      body: (
        <>
          <Head view={hers} pack={pack} />
          {pack.sections.filter(({ table }) => table !== 'core.look').map(({ table, rows }) => <Section key={table} view={hers} names={names} table={table} rows={rows} />)}
          <h2>{words('section.core_look')}</h2>
          <LooksList view={hers} pack={pack} />
          <p>{words('print.papers')}</p>
          <p>{words('print.other_hubs')}</p>
          {law ? <p>{words('print.turn', { authority: nameFor(law.authority, hers.locale) })}</p> : null}
        </>
      ),
    };
  },
});

/** The questions of each of her assessments, as they were asked: an answer is read beside its question. */
async function questionsAsked({ ask, may }: Visit<View>, pack: PersonPack): Promise<NamesOfRows['questions']> {
  const assessments = pack.sections.find(({ table }) => table === 'desk.needs_assessment')?.rows ?? [];
  if (!may('desk.form-preview')) return {};
  const forms = [...new Set(assessments.map(({ form_id: form }) => String(form)))];
  const asked = new Map(await Promise.all(forms.map(async (form) => [form, (await ask(formPreview, { form })).questions] as const)));
  return Object.fromEntries(assessments.map(({ id, form_id: form }) => [String(id), asked.get(String(form)) ?? []]));
}

/** Whose sheet it is, when it was made, who answers for what is kept and for how long. */
export const Head = ({ view, pack }: { view: View; pack: PersonPack }): ReactNode => {
  const words = rightsWords(view);
  const card = pack.sections.find(({ table }) => table === 'people.person')?.rows.find(({ id }) => id === pack.person);
  return (
    <>
      <p>{words('told', { label: words('print.for') })} <strong><PersonName name={String(card?.name ?? '—')} other={card?.name_other ? String(card.name_other) : null} /></strong></p>
      <p>{words('told', { label: words('print.made') })} <AtTime view={view} value={pack.made_at} /></p>
      {pack.controllers.map((controller) => (
        <p key={controller.organization}>
          {words('told', { label: words('print.controllers') })} <Bdi>{inLanguage(controller.names, view.locale.lang).text}</Bdi>{controller.contact ? <> · <Bdi>{controller.contact}</Bdi></> : null}. {words('print.keeps', { months: controller.months })}
        </p>
      ))}
    </>
  );
};

const Section = ({ view, names, table, rows }: { view: View; names: NamesOfRows; table: string; rows: PersonPack['sections'][number]['rows'] }): ReactNode => {
  const words = rightsWords(view);
  const declared = keptTables.find((each) => each.table === table)!;
  const key = `section.${table.replace('.', '_')}`;
  if (declared.shows.length === 0 || !Object.hasOwn(rightsWords.files.en, key)) return null;
  const told = table === 'core.event' ? momentsOf([...rows].reverse() as unknown as PersonEvent[], view) : null;
  return (
    <section>
      <h2>{words(key as Key)}</h2>
      <ul>{told ? told.map(({ key: id, at, title }) => <li key={id}><AtTime view={view} value={at} /> · {title}</li>) : rows.map((row, at) => <KeptLine key={at} view={view} table={declared} row={row} names={names} />)}</ul>
    </section>
  );
};
