import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { TimeField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { setSchedule } from '../set-schedule/set-schedule.ts';
import { weekdayName } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';
import { partPage, serviceInPath, startingWith, toSheet } from './part-page.tsx';

/** The opening hours, one line a day and season; three empty lines wait for more. */
export const hoursPage = definePage<View>({
  path: '/services/:service/hours',
  audience: 'staff',
  needs: 'directory.set-schedule',
  show: partPage(({ view }) => ({ title: directoryWords(view)('hours.title'), lede: directoryWords(view)('hours.lede') }), (visit, { entry }) => {
    const { view, errors } = visit;
    const words = directoryWords(view);
    const f = { view, errors, values: startingWith(visit, { openings: entry.openings }), required: true };
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(view, day) }));
    const seasons = (['ordinary', 'ramadan'] as const).map((value) => ({ value, label: words(`sheet.${value}`) }));
    return (
      <Form {...f}>
        {Array.from({ length: entry.openings.length + 3 }, (_, at) => (
          <Card key={at} title={words('hours.line', { number: at + 1 })}>
            <SelectField {...f} name={`openings.${at}.season`} label={words('hours.season')} choices={seasons} />
            <SelectField {...f} name={`openings.${at}.weekday`} label={words('hours.day')} choices={days} />
            <TimeField {...f} name={`openings.${at}.opens`} label={words('hours.opens')} />
            <TimeField {...f} name={`openings.${at}.closes`} label={words('hours.closes')} />
            <Checkbox {...f} name={`openings.${at}.byAppointment`} label={words('hours.by_appointment')} />
          </Card>
        ))}
        <Button>{words('form.save')}</Button>
      </Form>
    );
  }),
  post: { action: setSchedule, input: serviceInPath, leadsTo: toSheet },
});
