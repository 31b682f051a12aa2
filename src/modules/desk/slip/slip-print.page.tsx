import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { plainly } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { NextStepWords } from './next-step-words.tsx';
import { spelledCode } from '#core/text/slip-code.ts';
import { slipSheet } from './slip-sheet.query.ts';
import { SlipSteps } from './slip-steps.tsx';

/** The slip as it is printed on A5, in her language: the next step large, the code with its square, never the word nor her name. */
export const slipPrintPage = definePage<View>({
  path: '/desk/tickets/:ticket/slip/print',
  audience: 'print',
  needs: 'desk.slip-sheet',
  show: async ({ view, ask, params }) => {
    const { slip, country, timeZone, hubNames } = await ask(slipSheet, { ticket: params.ticket! });
    const locale = slip ? localeOf(slip.lang, country, timeZone) : view.locale;
    const hubName = plainly({ ...view, locale }, hubNames);
    const hers: View = { ...view, locale, hubName, ...(view.actor ? { actor: { ...view.actor, hubName } } : {}) };
    const words = orientationWords(hers);
    const back = { href: `/desk/tickets/${params.ticket}/slip`, label: orientationWords(view)('slip.title') };
    if (!slip) return { title: words('slip.title'), back, reader: hers, body: <p>{words('slip.none')}</p> };
    const address = `${view.origin ?? ''}/s/${slip.code}`;
    return {
      title: words('slip.sheet'),
      back,
      reader: hers,
      code: <Qr text={address} label={words('slip.qr')} />,
      body: (
        <>
          <NextStepWords view={hers} next={slip.next} />
          <SlipSteps view={hers} steps={[]} />
          <p className="slip-code"><Icon name="ticket" /> {words('slip.code')} <strong><Ltr>{spelledCode(slip.code)}</Ltr></strong></p>
          <p><Icon name="phone" /> {words('slip.read_status')} <Ltr>{address.replace(/^https?:\/\//, '')}</Ltr></p>
          <p><Icon name="message" /> {words('slip.word_kept')}</p>
        </>
      ),
    };
  },
});
