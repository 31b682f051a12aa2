import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { reasonChoices } from '../ticket/reason-choices.ts';
import { deskWords } from '../words.ts';
import { typePaperIntake } from './type-paper-intake.ts';

/** A paper sheet typed later: its number, its true date, what it was about; then the visit goes on as any other. */
export const typePaperIntakePage = definePage<View>({
  path: '/desk/paper',
  audience: 'staff',
  needs: 'desk.type-paper-intake',
  show: ({ view, values, errors }) => {
    const words = deskWords(view);
    const f = { view, values, errors };
    return {
      title: words('paper.title'),
      body: (
        <Stack>
          <PageTitle lede={words('paper.lede')} back={{ href: '/desk', label: words('desk.back') }}>{words('paper.title')}</PageTitle>
          <Form {...f}>
            <TextField {...f} required ltr name="paper_number" label={words('paper.number')} maxLength={20} />
            <DateField {...f} required name="date" label={words('paper.date')} />
            <TimeField {...f} name="hour" label={words('paper.hour')} />
            <Radios {...f} required name="reason" label={words('new.reason')} choices={reasonChoices(view)} />
            <Button icon="check">{words('paper.save')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: typePaperIntake, leadsTo: ({ ticket }) => `/desk/tickets/${ticket}` },
});
