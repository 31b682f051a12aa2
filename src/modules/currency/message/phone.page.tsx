import { definePage } from '#core/page.ts';
import { PersonHead } from '#modules/people/public.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../show.tsx';
import { messageWords } from './message-words.ts';
import { phoneSheet } from './phone-sheet.query.ts';
import { messageLangs } from './tables.ts';
import { tiePhone } from './tie-phone.ts';

/** Her telephone at the desk: whether it reads what is left and pays, what she is told before she agrees, and how it is ended. */
export const phonePage = definePage<View>({
  path: '/people/:person/means/phone',
  audience: 'staff',
  needs: 'currency.phone-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, may, ask } = visit;
    const words = messageWords(view);
    const { person, phone, card } = await ask(phoneSheet, { person: params['person']! });
    const at = `/people/${person.id}/means/phone`;
    const form = formAt(visit, at);
    return {
      title: words('phone'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={person} side="means" />
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card title={words('phone')}>
            {phone ? (
              <>
                <Facts view={view} facts={[
                  { label: words('phone.ending'), value: <Ltr>{`…${phone.ending}`}</Ltr> }, { label: words('phone.lang'), value: words(`lang.${phone.lang}`) }, { label: words('phone.since'), value: <OnDate view={view} value={phone.since} /> },
                ]} />
                {may('currency.untie-phone') ? <Buttons><PostButton view={view} kind="danger" icon="cross" action={`${at}/end`}>{words('phone.end')}</PostButton></Buttons> : null}
              </>
            ) : <p>{words('phone.none')}</p>}
          </Card>
          {may('currency.tie-phone') && card ? (
            <Card title={words('phone.tie')}>
              <p>{words('phone.told')}</p>
              <Form {...form} action={at}>
                <TextField {...form} required ltr type="tel" name="phone" label={words('phone.number')} help={words('phone.number_help')} autoComplete="off" maxLength={40} />
                <Radios {...form} required name="lang" label={words('phone.lang')} choices={messageLangs.map((value) => ({ value, label: words(`lang.${value}`) }))} />
                <Checkbox {...form} name="agreed" label={words('phone.agreed')} />
                <Buttons><Button kind={phone ? 'quiet' : 'primary'} icon="check">{words('phone.keep')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
          <Card title={words('how')}><p>{words('how.text')}</p><p><Ltr>{words('how.commands')}</Ltr></p></Card>
        </Stack>
      ),
    };
  },
  post: { action: tiePhone, input: ({ params }) => ({ person: params['person'] }), leadsTo: ({ person }) => `/people/${person}/means/phone` },
});
