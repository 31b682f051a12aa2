import { nameFor } from '#core/words/named.ts';
import { currencies } from '#core/money.ts';
import type { Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { countedSexes, levels, partnerRoles } from '../codes.ts';
import { nameController } from '../controller/name-controller.ts';
import { addCost, withdrawCost } from '../cost/add-cost.ts';
import { addFunder } from '../cost/add-funder.ts';
import { formPage } from '../form-page.tsx';
import { changePeriod, closeProgramme, editProgramme } from '../open-programme/change-programme.ts';
import { linkPredecessor } from '../open-programme/link-predecessor.ts';
import { openProgramme } from '../open-programme/open-programme.ts';
import { endPartner } from '../partner/end-partner.ts';
import { namePartner } from '../partner/name-partner.ts';
import { rowChoices } from '../shown.tsx';
import { indicatorCodes, indicatorNames } from '../target/indicators.ts';
import { setTarget } from '../target/set-target.ts';
import { programmeWords } from '../words.ts';
import { programmeChoices, programmeSheet } from './programme-sheet.query.ts';

const sheetAt = ({ params }: Visit, part = ''): string => `/programmes/${params.programme}${part}`;
const sheet = (visit: Visit<View>) => visit.ask(programmeSheet, { programme: visit.params.programme! });
const countries = ['TN', 'MA', 'ES', 'GR', 'JO', 'PS', 'PT', 'IT', 'FR', 'LB'] as const;

/** Every form of a programme, each on its own page. */
export const programmeForms = [
  formPage({
    path: '/programmes/new', action: openProgramme, title: 'open.title', lede: 'open.lede', icon: 'plus', back: () => '/programmes', leadsTo: ({ programme }) => `/programmes/${programme}`,
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { programmes, bodies } = await visit.ask(programmeChoices, {});
      return (
        <>
          <Radios {...f} name="level" label={words('level')} required choices={levels.map((value) => ({ value, label: words(`level.${value}`), help: words(`level.${value}_help`) }))} />
          <MultilingualField {...f} name="names" label={words('names')} required />
          <TextField {...f} name="code" label={words('code')} help={words('code.help')} required ltr />
          <SelectField {...f} name="parent" label={words('part_of')} choices={rowChoices(f.view, programmes.filter(({ level }) => level !== 'project'))} />
          <SelectField {...f} name="predecessor" label={words('follows')} choices={rowChoices(f.view, programmes)} />
          <SelectField {...f} name="lead" label={words('lead')} choices={rowChoices(f.view, bodies)} />
          <SelectField {...f} name="territory" label={words('place')} choices={await placeChoices(visit)} />
          <DateField {...f} name="starts_on" label={words('starts_on')} required />
          <DateField {...f} name="ends_on" label={words('ends_on')} />
          <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
          <MultilingualField {...f} name="about" label={words('about')} rows={3} />
          <Checkbox {...f} name="listed" label={words('listed')} required />
          <Checkbox {...f} name="sensitive" label={words('sensitive.tick')} help={words('sensitive.help')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/edit', action: editProgramme, title: 'edit.title', lede: 'edit.lede', icon: 'edit', back: sheetAt,
    first: async (visit) => {
      const { names, about, lead, listed, sensitive } = await sheet(visit);
      return { names, about, lead, listed: String(listed), sensitive: String(sensitive) };
    },
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { bodies } = await visit.ask(programmeChoices, {});
      return (
        <>
          <MultilingualField {...f} name="names" label={words('names')} required />
          <MultilingualField {...f} name="about" label={words('about')} rows={3} />
          <SelectField {...f} name="lead" label={words('lead')} choices={rowChoices(f.view, bodies)} />
          <Checkbox {...f} name="listed" label={words('listed')} required />
          <Checkbox {...f} name="sensitive" label={words('sensitive.tick')} help={words('sensitive.help')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/period', action: changePeriod, title: 'period.title', lede: 'period.lede', icon: 'calendar', back: sheetAt,
    first: async (visit) => (({ startsOn, endsOn }) => ({ starts_on: startsOn, ends_on: endsOn }))(await sheet(visit)),
    fields: (f) => {
      const words = programmeWords(f.view);
      return (
        <>
          <DateField {...f} name="starts_on" label={words('starts_on')} required />
          <DateField {...f} name="ends_on" label={words('ends_on')} />
          <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
          <TextArea {...f} name="reason" label={words('reason')} required rows={2} />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/phase', action: linkPredecessor, title: 'phase.title', lede: 'phase.lede', icon: 'check', back: sheetAt,
    fields: async (f, visit) => <SelectField {...f} name="predecessor" label={programmeWords(f.view)('follows')} required choices={rowChoices(f.view, (await visit.ask(programmeChoices, {})).programmes.filter(({ id }) => id !== visit.params.programme))} />,
  }),
  formPage({
    path: '/programmes/:programme/close', action: closeProgramme, title: 'close.title', lede: 'close.lede', icon: 'check', back: sheetAt,
    first: async ({ view }) => ({ on: clockIn(view.locale.timeZone, houseTime()).date }),
    fields: (f) => <DateField {...f} name="on" label={programmeWords(f.view)('closed_on')} required />,
  }),
  formPage({
    path: '/programmes/:programme/cost', action: addCost, title: 'cost.title', lede: 'cost.lede', icon: 'coins', back: (visit) => sheetAt(visit),
    fields: (f) => {
      const words = programmeWords(f.view);
      return (
        <>
          <TextField {...f} name="amount" label={words('amount')} help={words('amount.help')} required ltr />
          <SelectField {...f} name="currency" label={words('currency')} required choices={currencies.map((value) => ({ value, label: new Intl.DisplayNames(f.view.locale.tag, { type: 'currency' }).of(value) ?? value }))} />
          <Checkbox {...f} name="approximate" label={words('approximate')} required />
          <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
          <DateField {...f} name="said_on" label={words('said_on')} />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/costs/:cost/funder', action: addFunder, title: 'funder.title', lede: 'funder.lede', icon: 'plus', back: sheetAt,
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      return (
        <>
          <SelectField {...f} name="organization" label={words('funder')} choices={rowChoices(f.view, (await visit.ask(programmeChoices, {})).bodies)} />
          <MultilingualField {...f} name="names" label={words('funder.names')} />
          <TextField {...f} name="share" label={words('share')} help={words('share.help')} ltr />
          <TextField {...f} name="amount" label={words('amount')} help={words('amount.help')} ltr />
          <Checkbox {...f} name="approximate" label={words('approximate')} required />
          <MultilingualField {...f} name="activity" label={words('funder.activity')} />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/costs/:cost/withdraw', action: withdrawCost, title: 'withdraw.title', lede: 'withdraw.lede', icon: 'cross', kind: 'danger', back: sheetAt,
    fields: (f) => <TextArea {...f} name="why" label={programmeWords(f.view)('reason')} required rows={2} />,
  }),
  formPage({
    path: '/programmes/:programme/partner', action: namePartner, title: 'name_partner.title', lede: 'name_partner.lede', icon: 'together', back: sheetAt,
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { bodies, hubs, agreements } = await visit.ask(programmeChoices, {});
      const { partners } = await sheet(visit);
      const region = new Intl.DisplayNames(f.view.locale.tag, { type: 'region' });
      return (
        <>
          <SelectField {...f} name="organization" label={words('partner.body')} help={words('partner.body_help')} choices={rowChoices(f.view, bodies)} />
          <SelectField {...f} name="partner_hub" label={words('partner.hub')} choices={rowChoices(f.view, hubs)} />
          <Radios {...f} name="role" label={words('partner.role')} required choices={partnerRoles.map((value) => ({ value, label: words(`role.${value}`) }))} />
          <SelectField {...f} name="country" label={words('country')} choices={countries.map((value) => ({ value, label: region.of(value) ?? value }))} />
          <DateField {...f} name="since" label={words('since')} required />
          <DateField {...f} name="until" label={words('until')} />
          <SelectField {...f} name="replaces" label={words('partner.replaces')} help={words('partner.replaces_help')} choices={rowChoices(f.view, partners)} />
          <SelectField {...f} name="agreement" label={words('partner.agreement')} help={words('partner.agreement_help')} choices={rowChoices(f.view, agreements)} />
          <MultilingualField {...f} name="activity" label={words('partner.activity')} />
          <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/partners/:partner/end', action: endPartner, title: 'end_partner.title', lede: 'end_partner.lede', icon: 'exit', back: sheetAt,
    fields: (f) => {
      const words = programmeWords(f.view);
      return <><DateField {...f} name="until" label={words('until')} required /><TextArea {...f} name="reason" label={words('reason')} required rows={2} /></>;
    },
  }),
  formPage({
    path: '/programmes/:programme/target', action: setTarget, title: 'target.title', lede: 'target.lede', icon: 'check', back: sheetAt, first: async () => ({ sex: 'all' }),
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      return (
        <>
          <SelectField {...f} name="indicator" label={words('indicator')} required choices={indicatorCodes.map((value) => ({ value, label: nameFor(indicatorNames[value], f.view.locale) }))} />
          <SelectField {...f} name="territory" label={words('where')} help={words('where.help')} choices={await placeChoices(visit)} />
          <Radios {...f} name="sex" label={words('sex')} required choices={countedSexes.map((value) => ({ value, label: words(`sex.${value}`) }))} />
          <TextField {...f} name="value" label={words('value')} required ltr />
          <DateField {...f} name="since" label={words('since')} />
          <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
          <TextArea {...f} name="reason" label={words('reason')} help={words('target.reason_help')} rows={2} />
        </>
      );
    },
  }),
  formPage({
    path: '/programmes/:programme/controller', action: nameController, title: 'controller.title', lede: 'controller.lede', icon: 'lock', back: sheetAt, first: async ({ view }) => ({ since: clockIn(view.locale.timeZone, houseTime()).date }),
    fields: async (f, visit) => {
      const words = programmeWords(f.view);
      const { bodies, hubs } = await visit.ask(programmeChoices, {});
      return (
        <>
          <SelectField {...f} name="at_hub" label={words('partner.hub')} required choices={rowChoices(f.view, hubs)} />
          <SelectField {...f} name="organization" label={words('partner.body')} required choices={rowChoices(f.view, bodies)} />
          <DateField {...f} name="since" label={words('since')} required />
        </>
      );
    },
  }),
];
