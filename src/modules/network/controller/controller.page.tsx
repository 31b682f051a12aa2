import { definePage } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import { countries } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { controllerWords } from '../controller-words.ts';
import { hubQuery } from '../settings/settings-hub.ts';
import { nameIn } from '../shown.tsx';
import { controllerList } from './controller-list.query.ts';
import { declarations, legalBases, regimes } from './controller-table.ts';
import { setController } from './set-controller.ts';

/** Where it is said how one organization answers for personal data at the hub. */
export const controllerPage = definePage<View>({
  path: '/personal-data/bodies/:organization',
  audience: 'staff',
  needs: 'network.set-controller',
  show: async (visit) => {
    const { view, params } = visit;
    const words = controllerWords(view);
    const list = await visit.ask(controllerList, { hub: visit.search.hub });
    const body = list.bodies.find(({ organization }) => organization === params.organization);
    const title = body ? nameIn(view, body.names) : words('none');
    const back = { href: `/personal-data${hubQuery(visit)}`, label: words('back') };
    if (!body) return { title, body: <Stack><PageTitle back={back}>{title}</PageTitle><EmptyState title={words('none')}>{words('none_says')}</EmptyState></Stack> };
    const said = body.said && {
      regime: body.said.regime, legal_basis: body.said.basis, retention_months: String(body.said.months), hosting_country: body.said.hosting,
      declaration: body.said.declaration, declaration_number: body.said.number ?? '', declared_on: body.said.declaredOn ?? '', contact: body.said.contact ?? '', version: String(body.said.version),
    };
    const first = { regime: body.sector === 'public' ? 'public-body' : 'association', hosting_country: list.hub!.country, declaration: 'pending', version: '0' };
    const f = { view, values: { ...(said ?? first), ...visit.values }, errors: visit.errors };
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={back}>{title}</PageTitle>
          <Card>
            <Form {...f}>
              <HiddenField name="version" value={String(f.values.version)} />
              <Radios {...f} required name="regime" label={words('regime')} choices={regimes.map((value) => ({ value, label: words(`regime.${value}`) }))} />
              <Radios {...f} required name="legal_basis" label={words('basis')} choices={legalBases.map((value) => ({ value, label: words(`basis.${value}`) }))} />
              <NumberField {...f} required name="retention_months" label={words('retention_field')} min={1} max={600} />
              <SelectField {...f} required name="hosting_country" label={words('hosting_field')} choices={countries.map((value) => ({ value, label: nameFor(countryFacts[value].name, view.locale) }))} />
              <Radios {...f} required name="declaration" label={words('declaration')} choices={declarations.map((value) => ({ value, label: words(`declaration.${value}`) }))} />
              <TextField {...f} ltr name="declaration_number" label={words('number')} autoComplete="off" maxLength={60} />
              <DateField {...f} name="declared_on" label={words('declared_on')} />
              <TextField {...f} name="contact" label={words('contact')} help={words('contact_help')} autoComplete="off" maxLength={200} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setController, input: (visit) => ({ organization: visit.params.organization, hub: visit.search.hub }), leadsTo: (_, visit) => `/personal-data${hubQuery(visit, 'done=1')}` },
});
