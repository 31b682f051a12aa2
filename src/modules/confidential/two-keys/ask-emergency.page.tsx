import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { emergencyReasons } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import { askEmergency } from './ask-emergency.ts';

/** Asking for an emergency key. The answer is the same whether such a file exists or not. */
export const askEmergencyPage = definePage<View>({
  path: '/safe/keys/ask',
  audience: 'help',
  needs: 'confidential.ask-emergency',
  show: ({ view, values, errors, refusal }) => {
    const words = confidentialWords(view);
    const f = { view, values, errors };
    return {
      title: words('safe.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('keys.ask_lede')} back={{ href: '/safe/keys', label: words('safe.back') }}>{words('keys.ask')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Form {...f}>
            <TextField {...f} name="code" label={words('keys.code')} help={words('keys.code_help')} ltr required maxLength={20} autoComplete="off" />
            <Radios {...f} name="reason" label={words('keys.reason')} required choices={emergencyReasons.map((value) => ({ value, label: words(`keys.reason.${value}`) }))} />
            <TextArea {...f} name="words" label={words('keys.words')} help={words('keys.words_help')} required rows={4} maxLength={2_000} />
            <Buttons><Button icon="lock">{words('keys.ask_button')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: askEmergency, leadsTo: () => '/safe/keys' },
});
