import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { countryFacts } from '#core/words/countries.ts';
import { nameFor } from '#core/words/named.ts';
import { lawsOf } from '#core/words/protection-law.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { codeWord } from '../write-entry/entry-words.ts';
import { confidentialWords } from '../words.ts';
import { contractSheet } from './contract-sheet.query.ts';

/** Where no law was read for us, the two who sign keep one each. */
const bothSides = ['worker', 'employer'] as const;

/** One copy of the contract, marked with its number and for whom it is; the law of the country says how many there are. */
export const contractPage = definePage<View>({
  path: '/safe/f/:file/contract/:entry/:copy/print',
  audience: 'print',
  needs: 'confidential.contract-sheet',
  show: async ({ view: reader, params, ask }) => {
    const view: View = { ...reader, hubName: '' };
    const words = confidentialWords(view);
    const named = (key: Parameters<typeof words>[0]) => labelled(view, words(key));
    const { country } = view.locale;
    const law = lawsOf[country]?.work;
    const copies = law?.copies ?? bothSides;
    const copy = /^[1-9]$/.test(params.copy!) ? Number(params.copy) : 0;
    const holder = copies[copy - 1];
    if (!holder) throw new NotFound();
    const { worker, contract, work } = await ask(contractSheet, { file: params.file!, entry: params.entry! });
    const { currency, minorUnits } = countryFacts[country];
    const to = (number: number) => `/safe/f/${params.file}/contract/${params.entry}/${number}/print`;
    return {
      title: words('contract.title'),
      quiet: true,
      reader: view,
      back: copy < copies.length ? { href: to(copy + 1), label: words('contract.next') } : { href: `/safe/f/${params.file}`, label: words('file.back') },
      body: (
        <>
          <p><strong>{words('contract.copy', { number: copy, of: copies.length })} — {codeWord(view, 'copies', holder)}</strong></p>
          {law ? <p>{nameFor(law.name, view.locale)}</p> : null}
          <h2>{words('contract.between')}</h2>
          <p>{named('field.employer')} <Bdi>{work.employer ?? words('contract.blank')}</Bdi></p>
          <p>{named('contract.paper')} {words('contract.blank')}</p>
          <p>{named('contract.and')} <Bdi>{worker}</Bdi></p>
          <p>{named('contract.paper')} {words('contract.blank')}</p>
          <h2>{words('contract.work')}</h2>
          <p>{named('field.tasks')} {(contract.tasks?.length ? contract.tasks : (work.tasks ?? [])).map((task) => codeWord(view, 'tasks', task)).join(' · ') || words('contract.blank')}</p>
          <p>{named('field.employer_address')} <Bdi>{work.employer_address ?? words('contract.blank')}</Bdi></p>
          <p>{named('field.begins_on')} <CalendarDate view={view} value={contract.begins_on!} /> — {named('field.term')} {codeWord(view, 'term', contract.term!)}</p>
          {contract.ends_on ? <p>{named('field.ends_on')} <CalendarDate view={view} value={contract.ends_on} /></p> : null}
          <h2>{words('contract.terms')}</h2>
          <p>{named('field.week_hours')} <Num view={view} value={contract.week_hours!} /></p>
          <p>{named('field.rest')} {codeWord(view, 'rest', contract.rest!)}</p>
          <p>{named('contract.wage')} <Money view={view} value={contract.wage! * 10 ** minorUnits} currency={currency} /> — {words('field.wage_per')} {codeWord(view, 'wage_per', contract.wage_per!)}</p>
          <p>{words('contract.receipt')}</p>
          <p>{words('contract.security')}</p>
          {contract.lives_in ? <p>{named('field.lives_in')} {words('contract.lodging')}</p> : null}
          <h2>{words('contract.signatures')}</h2>
          <p>{named('field.employer')} {words('contract.blank')}</p>
          <p>{named('contract.and')} {words('contract.blank')}</p>
          <p>{words('contract.legalise')}</p>
          <p className="soft">{words('contract.lawyer')}</p>
        </>
      ),
    };
  },
});
