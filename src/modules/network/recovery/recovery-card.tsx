import type { Visit } from '#core/page.ts';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../form-at.ts';
import { hubQuery } from '../settings/settings-hub.ts';
import { oneTimePassword } from '../sign-in/password.ts';
import { networkWords } from '../words.ts';
import { openRecovery } from './open-recovery.query.ts';

/** A colleague's second step as her officers see it: whether there is one, and its renewal by two of them. */
export async function RecoveryCard(visit: Visit<View>, her: { readonly id: string; readonly secondStep: boolean }) {
  const { view } = visit;
  const words = networkWords(view);
  const here = `/settings/staff/${her.id}`;
  const open = await visit.ask(openRecovery, { account: her.id });
  const f = formAt(visit, `${here}/recovery/confirm`, { code: oneTimePassword() });
  return (
    <Card title={words('recovery.title')}>
      <p>{words(her.secondStep ? 'recovery.has' : 'recovery.none')}</p>
      {open?.confirmedAt ? <Notice view={view} kind="info">{words('recovery.code_out')}</Notice> : null}
      {open && !open.confirmedAt && open.askedByMe ? <Notice view={view} kind="info">{words('recovery.waits')}</Notice> : null}
      {open && !open.confirmedAt && !open.askedByMe ? (
        <Form {...f} action={`${here}/recovery/confirm${hubQuery(visit)}`}>
          <p>{words('recovery.confirm_says')}</p>
          <HiddenField name="recovery" value={open.id} />
          <TextField {...f} name="code" label={words('recover.code')} help={words('recovery.code_help')} required ltr />
          <Buttons><Button icon="check">{words('recovery.confirm')}</Button></Buttons>
        </Form>
      ) : null}
      {her.secondStep && (!open || open.confirmedAt) ? <PostButton view={view} kind="quiet" icon="lock" action={`${here}/recovery/ask${hubQuery(visit)}`}>{words('recovery.ask')}</PostButton> : null}
    </Card>
  );
}
