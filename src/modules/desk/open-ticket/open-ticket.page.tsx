import { definePage } from '#core/page.ts';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { backToRequest } from '../ticket/back-to-request.ts';
import { reasonIcons, reasons } from '../ticket/reason.ts';
import { deskWords } from '../words.ts';
import { openTicket } from './open-ticket.ts';

/** Two presses from the desk to a number: this page, then a picture. No name is asked. */
export const openTicketPage = definePage<View>({
  path: '/desk/tickets/new',
  audience: 'staff',
  needs: 'desk.open-ticket',
  show: ({ view, values, errors }) => {
    const words = deskWords(view);
    const f = { view, values: { via: 'walk-in', ...values }, errors };
    const ways = (['walk-in', 'phone'] as const).map((value) => ({ value, label: words(`new.via_${value}`) }));
    return {
      title: words('new.title'),
      body: (
        <Stack>
          <PageTitle lede={words('new.lede')} back={{ href: '/desk', label: words('desk.back') }}>{words('new.title')}</PageTitle>
          <Form {...f}>
            <Radios {...f} required name="via" label={words('new.via')} choices={ways} />
            <fieldset className="field">
              <legend>{words('new.reason')}</legend>
              <div className="picture-buttons">
                {reasons.map((reason) => (
                  <button key={reason} type="submit" name="reason" value={reason} className="button quiet">
                    <Icon name={reasonIcons[reason]} />
                    {words(`reason.${reason}`)}
                  </button>
                ))}
              </div>
            </fieldset>
          </Form>
        </Stack>
      ),
    };
  },
  post: {
    action: openTicket,
    leadsTo: ({ ticket, number, via }, { search }) =>
      backToRequest(search, { ticket }) ?? (via === 'phone' ? `/desk/tickets/${ticket}` : `/desk?given=${number}`),
  },
});
