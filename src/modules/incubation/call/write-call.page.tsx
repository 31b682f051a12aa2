import { clockIn } from '#core/time/wall-clock.ts';
import { definePage, type Visit } from '#core/page.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { callChoices } from './call-choices.query.ts';
import { CallFields } from './call-fields.tsx';
import { changeCall } from './change-call.ts';
import { draftCall } from './draft-call.ts';

const offeredTo = async (visit: Visit<View>, coded: boolean) => {
  const { forms, programmes, timeZone, territory, country } = await visit.ask(callChoices, {});
  return { forms, programmes, timeZone, territory, coded, places: await placeChoices(visit, country) };
};

/** Writes a new call: what, when, for whom, what it asks. Its criteria and quotas follow on its own sheet. */
export const draftCallPage = definePage<View>({
  path: '/calls/new',
  audience: 'staff',
  needs: 'incubation.draft-call',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = callWords(view);
    const offered = await offeredTo(visit, true);
    const usual = { territory: offered.territory ?? '', opens_hour: '08:00', closes_hour: '17:00', appeal_days: '15', members_least: '1', applicants: 'all', form: offered.forms[0]?.id ?? '', tie_break: ['jury'] };
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : usual };
    return {
      title: words('call.new'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/calls', label: words('calls') }} lede={words('call.new_lede')}>{words('call.new')}</PageTitle>
          {offered.forms.length ? null : <Notice view={view} kind="warning">{words('call.no_form')}</Notice>}
          <Form {...f}>
            <CallFields {...f} offered={offered} />
            <Buttons><Button icon="check">{words('call.draft')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: draftCall, leadsTo: ({ call }) => `/calls/${call}` },
});

/** Changes a call that is not published yet. */
export const changeCallPage = definePage<View>({
  path: '/calls/:call/change',
  audience: 'staff',
  needs: 'incubation.change-call',
  show: async (visit) => {
    const { view, errors, params } = visit;
    const words = callWords(view);
    const { call, timeZone } = await visit.ask(callSheet, { call: params.call! });
    const [opens, closes] = [clockIn(timeZone, call.opens_at), clockIn(timeZone, call.closes_at)];
    const now = {
      ...call, programme: call.programme_id ?? '', territory: call.territory_code, form: call.form_id, opens: opens.date, opens_hour: opens.time, closes: closes.date, closes_hour: closes.time,
      papers: call.papers.map(({ code }) => code), age_lowest: call.age_lowest ?? '', age_highest: call.age_highest ?? '',
    };
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : now };
    return {
      title: words('call.change'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${call.id}`, label: words('call.sheet') }}>{words('call.change')}</PageTitle>
          <Form {...f}>
            <CallFields {...f} offered={await offeredTo(visit, false)} />
            <Buttons><Button icon="check">{words('call.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: changeCall, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}` },
});
