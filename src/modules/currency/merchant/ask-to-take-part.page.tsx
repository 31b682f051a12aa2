import { definePage } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { categories } from '../codes.ts';
import { messageWords } from '../message/message-words.ts';
import { nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { askToTakePart } from './ask-to-take-part.ts';
import { ANSWERED_WITHIN_DAYS } from './end-shop-applications.ts';
import { shopsHere } from './shops-here.query.ts';

const FLOOD = 'currency.too-many-applications';

/** By which a shop asks to take part, without an account and without script; once it was sent, that it arrived. */
export const askToTakePartPage = definePage<View>({
  path: '/hubs/:hub/shops/apply',
  audience: 'citizen',
  needs: 'currency.shops-here',
  show: async (visit) => {
    const { view, params, search, ask, refusal } = visit;
    const words = messageWords(view);
    const { hub } = await ask(shopsHere, { hub: params['hub']! });
    const at = `/hubs/${hub.id}/shops`;
    const flooded = refusal?.code === FLOOD;
    const form = flooded ? { ...visit, errors: {} } : visit;
    const kept = search['kept'] === 'yes';
    return {
      title: words('apply'),
      hubName: nameIn(view, hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('apply.lede')} back={{ href: at, label: words('shops') }}>{words('apply')}</PageTitle>
          {flooded ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {kept ? (
            <>
              <Notice view={view} kind="success" title={words('apply.kept')}>{words('apply.kept_text', { days: ANSWERED_WITHIN_DAYS })}</Notice>
              <Buttons><LinkButton kind="quiet" href={at}>{words('shops')}</LinkButton></Buttons>
            </>
          ) : (
            <Form {...form} action={`${at}/apply`}>
              <TextField {...form} required name="shop" label={words('apply.shop')} autoComplete="organization" maxLength={120} />
              <TextField {...form} required name="place" label={words('apply.place')} autoComplete="street-address" maxLength={120} />
              <TextField {...form} required ltr type="tel" name="phone" label={words('apply.phone')} help={words('apply.phone_help')} autoComplete="tel" maxLength={40} />
              <Checkboxes {...form} required name="categories" label={words('apply.sells')} choices={categories.map((value) => ({ value, label: currencyWords(view)(`category.${value}`) }))} />
              <Buttons><Button icon="check">{words('apply.send')}</Button></Buttons>
            </Form>
          )}
        </Stack>
      ),
    };
  },
  post: { action: askToTakePart, input: ({ params }) => ({ hub: params['hub'] }), leadsTo: ({ hub }) => `/hubs/${hub}/shops/apply?kept=yes` },
});
