import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import type { Candidate } from '../matching/duplicate-hints.ts';
import { HintCards, SeenDuplicates } from '../matching/hint-cards.tsx';
import { callThatLedHere, proposeWhereAsked, visitThatLedHere } from '../person/back-to-visit.ts';
import { NewPersonFields } from '../person/person-form.tsx';
import { personFormChoices } from '../person/person-form-choices.ts';
import { peopleWords } from '../words.ts';
import { registerPerson } from './register-person.ts';

/** Look first, then register: the name and year, who may be the same, and only then the form (domain.md rule 4). */
export const registerPersonPage = definePage<View>({
  path: '/people/new',
  audience: 'staff',
  needs: 'people.register-person',
  show: async (visit) => {
    const words = peopleWords(visit.view);
    const looked = visit.search.name?.trim();
    const from = visitThatLedHere(visit.search);
    const call = callThatLedHere(visit.search);
    const back = from ? { href: `/desk/tickets/${from}/client`, label: words('back_to_visit') } : call ? { href: `/calls/${call}/apply`, label: words('back_to_application') } : { href: '/people', label: words('back') };
    return {
      title: words('look.title'),
      body: (
        <Stack>
          <PageTitle lede={words('look.lede')} back={back} actions={visit.may('people.register-unnamed') ? <LinkButton kind="quiet" href={`/people/unnamed${visit.view.search}`}>{words('unnamed.title')}</LinkButton> : null}>{words('look.title')}</PageTitle>
          <LookFirst visit={visit} />
          {looked ? await registerForm(visit, looked) : null}
        </Stack>
      ),
    };
  },
  post: { action: registerPerson, leadsTo: ({ person }, { search }) => proposeWhereAsked(search, person) ?? `/people/${person}` },
});

/** The first question: a name and a year, asked by address so that it may be asked again. No phone ever stands in an address. */
const LookFirst = ({ visit: { view, search } }: { visit: Visit<View> }) => {
  const words = peopleWords(view);
  const f = { view, values: search, errors: {} };
  return (
    <form method="get" action="/people/new" className="filters" role="search" aria-label={words('look.go')}>
      {(['visit', 'organization', 'call'] as const).map((kept) => (search[kept] ? <HiddenField key={kept} name={kept} value={search[kept]} /> : null))}
      <TextField {...f} required name="name" label={words('name')} help={words('name_help')} autoComplete="off" maxLength={200} />
      <NumberField {...f} name="birth_year" label={words('birth_year')} min={1890} max={2100} />
      <Buttons><Button kind={search.name ? 'quiet' : 'primary'} icon="search">{words(search.name ? 'look.again' : 'look.go')}</Button></Buttons>
    </form>
  );
};

async function registerForm(visit: Visit<View>, name: string) {
  const { view, search, values, errors } = visit;
  const words = peopleWords(view);
  const birth_year = /^\d{4}$/.test(search.birth_year ?? '') ? search.birth_year : undefined;
  const { found, ...hints } = await visit.ask(duplicateHintsQuery, { name: name.slice(0, 200), birth_year });
  const offered = (visit.refusal?.offer.candidates ?? hints.inside) as readonly Candidate[];
  const f = { view, values: { name, birth_year, ...values }, errors };
  return (
    <>
      <HintCards view={view} hints={{ ...hints, inside: offered }} found={found} hrefOf={(person) => proposeWhereAsked(search, person) ?? `/people/${person}`} linkHref="/people/known" />
      {offered.length + found.length > 0 ? <h2>{words('hints.other')}</h2> : null}
      <Form {...f}>
        <SeenDuplicates candidates={offered} />
        <NewPersonFields {...f} choices={await visit.ask(personFormChoices, {})} />
        <Buttons><Button icon="check">{words('register.save')}</Button></Buttons>
      </Form>
    </>
  );
}
