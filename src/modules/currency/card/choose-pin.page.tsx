import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { tillWords } from '../till/till-words.ts';
import { cardSheet } from './card-sheet.query.ts';
import { choosePin } from './choose-pin.ts';

/** The page that is turned to her: she types her digits herself, and nobody reads them again. What is typed is never shown again. */
export const choosePinPage = definePage<View>({
  path: '/cards/:card/pin',
  audience: 'staff',
  needs: 'currency.choose-pin',
  show: async ({ view, params, errors, ask }) => {
    const words = tillWords(view);
    const { card, person } = await ask(cardSheet, { card: params.card! });
    const form = { view, values: {}, errors };
    return {
      title: words('pin.choose'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle lede={words('pin.lede')} back={{ href: `/people/${person}/means`, label: words('means') }}>{words('pin.choose')}</PageTitle>
          <Form {...form} action={`/cards/${card}/pin`}>
            <TextField {...form} required type="password" name="pin" label={words('pin')} help={words('pin.help')} autoComplete="new-password" maxLength={6} />
            <TextField {...form} required type="password" name="again" label={words('pin.again')} autoComplete="new-password" maxLength={6} />
            <TextField {...form} type="password" name="forced" label={words('pin.forced')} help={words('pin.forced_help')} autoComplete="new-password" maxLength={6} />
            <Buttons><Button icon="check">{words('pin.keep')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: choosePin, input: ({ params }) => ({ card: params.card }), leadsTo: ({ card }) => `/cards/${card}/print` },
});
