import { definePage } from '#core/page.ts';
import { roleName } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { rhythms, usualDays } from '../codes.ts';
import { composingChoices } from '../compose/composing-choices.query.ts';
import { reportSheet } from '../read/report-sheet.query.ts';
import { reportPage } from '../show/report.page.tsx';
import { plain } from '../show/show.tsx';
import { reportsWords } from '../words.ts';
import { deliverReport, withdrawDelivery } from './deliver-report.ts';
import { endSchedule, setSchedule } from './set-schedule.ts';

/** To whom it goes: once now, or again each month or quarter. */
export const deliverPage = definePage<View>({
  path: '/reports/:report/deliver',
  audience: 'staff',
  needs: 'reports.deliver-report',
  show: async (visit) => {
    const { view, params, errors } = visit;
    const words = reportsWords(view);
    const report = await visit.ask(reportSheet, { report: params.report });
    const { readers } = await visit.ask(composingChoices, {});
    const f = { view, values: { days: usualDays, ...visit.values }, errors };
    const choices = readers.map(({ id, name, role }) => ({ value: id, label: `${name} · ${roleName(view, role)}` }));
    return {
      title: words('deliver'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/reports/${report.id}`, label: words('back') }} lede={<Bdi>{plain(view, report.titles)}</Bdi>}>{words('deliver')}</PageTitle>
          <Notice view={view}>{words('deliver.how')}</Notice>
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="reader" label={words('f.reader')} choices={choices} />
              <NumberField {...f} name="days" label={words('f.days')} min={1} max={366} />
              <Buttons><Button icon="forward">{words('deliver')}</Button></Buttons>
            </Form>
          </Card>
          <p><a href={`/reports/${report.id}/schedule`}>{words('schedule.set')}</a></p>
        </Stack>
      ),
    };
  },
  post: {
    action: deliverReport,
    input: ({ params: { report } }) => ({ report }),
    leadsTo: ({ report }) => `/reports/${report}?done=1`,
  },
});

/** Each month or quarter anew, to one reader. */
export const schedulePage = definePage<View>({
  path: '/reports/:report/schedule',
  audience: 'staff',
  needs: 'reports.set-schedule',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = reportsWords(view);
    const report = await visit.ask(reportSheet, { report: params.report });
    const { readers } = await visit.ask(composingChoices, {});
    const f = { view, values, errors };
    return {
      title: words('schedule.set'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/reports/${report.id}`, label: words('back') }} lede={words('schedule.how')}>{words('schedule.set')}</PageTitle>
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="reader" label={words('f.reader')} choices={readers.map(({ id, name, role }) => ({ value: id, label: `${name} · ${roleName(view, role)}` }))} />
              <Radios {...f} required name="every" label={words('f.every')} choices={rhythms.map((value) => ({ value, label: words(`every.${value}`) }))} />
              <Buttons><Button icon="calendar">{words('schedule.set')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setSchedule, input: ({ params: { report } }) => ({ report }), leadsTo: ({ report }) => `/reports/${report}?done=1` },
});

/** The press that takes a delivery back. */
export const withdrawDeliveryPost = definePage<View>({
  path: '/reports/:report/deliveries/:delivery/withdraw', audience: 'staff', needs: 'reports.withdraw-delivery',
  post: { action: withdrawDelivery, input: ({ params: { delivery } }) => ({ delivery }), leadsTo: ({ report }) => `/reports/${report}?done=1`, again: reportPage },
});

/** The press that ends a schedule. */
export const endSchedulePost = definePage<View>({
  path: '/reports/:report/schedules/:schedule/end', audience: 'staff', needs: 'reports.end-schedule',
  post: { action: endSchedule, input: ({ params: { schedule } }) => ({ schedule }), leadsTo: ({ report }) => `/reports/${report}?done=1`, again: reportPage },
});
