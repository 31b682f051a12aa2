import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { withdrawalReasons, withdrawService } from '../withdraw-service/withdraw-service.ts';
import { directoryWords } from '../words.ts';
import { partPage, serviceInPath } from './part-page.tsx';

/** Taking a service out of the directory, with the reason. */
export const withdrawPage = definePage<View>({
  path: '/services/:service/withdraw',
  audience: 'staff',
  needs: 'directory.withdraw-service',
  show: partPage(({ view }) => ({ title: directoryWords(view)('withdraw.title'), lede: directoryWords(view)('withdraw.lede') }), ({ view, values, errors }) => {
    const words = directoryWords(view);
    const choices = withdrawalReasons.map((value) => ({ value, label: words(`withdraw.reason.${value}`) }));
    return (
      <Form view={view} values={values} errors={errors}>
        <Radios view={view} values={values} errors={errors} required name="reason" label={words('withdraw.reason')} choices={choices} />
        <Button kind="danger">{words('sheet.withdraw')}</Button>
      </Form>
    );
  }),
  post: { action: withdrawService, input: serviceInPath, leadsTo: () => '/services' },
});
