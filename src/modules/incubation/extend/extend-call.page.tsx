import { definePage } from '#core/page.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { extendCall } from './extend-call.ts';
import { Extensions } from './extensions.tsx';

/** Moves the closing of a call: until when now, and why, as everybody will read it. */
export const extendCallPage = definePage<View>({
  path: '/calls/:call/closing',
  audience: 'staff',
  needs: 'incubation.extend-call',
  show: async (visit) => {
    const { view, errors, params } = visit;
    const words = applicantWords(view);
    const { call, standing, timeZone, moves } = await visit.ask(callSheet, { call: params.call! });
    const closes = clockIn(timeZone, call.closes_at);
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : { closes_hour: closes.time } };
    return {
      title: words('extend'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${call.id}`, label: callWords(view)('call.sheet') }} lede={<Said view={view} value={call.names} />}>{words('extend')}</PageTitle>
          <p>{callWords(view)('application.closes')} <strong><AtTime view={view} value={call.closes_at} /></strong></p>
          <Extensions view={view} moves={moves} />
          {standing === 'published' || standing === 'open' ? (
            <Card>
              <p>{words('extend.says')}</p>
              <Form {...f}>
                <p className="soft">{callWords(view)('call.window_help')}</p>
                <DateField {...f} required name="closes" label={words('extend.day')} min={closes.date} />
                <TimeField {...f} required name="closes_hour" label={callWords(view)('call.closes_hour')} />
                <MultilingualField {...f} required name="reason" label={words('extend.reason')} help={words('extend.reason_help')} rows={2} />
                <Buttons><Button icon="clock">{words('extend.do')}</Button></Buttons>
              </Form>
            </Card>
          ) : <Notice view={view} kind="warning">{words('refusal.closing-not-movable')}</Notice>}
        </Stack>
      ),
    };
  },
  post: { action: extendCall, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}` },
});
