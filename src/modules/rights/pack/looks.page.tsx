import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { viewFor } from './hers.ts';
import { LooksList } from './looks-list.tsx';
import { Head } from './person-pack.page.tsx';
import { personPack } from './person-pack.query.ts';

/** Her receipt: who looked at what is kept of her, and why; nothing else stands on it. */
export const looksReceiptPage = definePage<View>({
  path: '/people/:person/rights/:request/looks',
  audience: 'print',
  needs: 'rights.person-pack',
  show: async ({ view, ask, params, search }) => {
    const pack = await ask(personPack, { request: params.request! });
    const hers = viewFor(view, pack, search.in);
    return {
      title: rightsWords(hers)('print.looks_title'),
      quiet: true,
      back: { href: `/people/${params.person}/rights`, label: rightsWords(view)('back') },
      reader: hers,
      body: <><Head view={hers} pack={pack} /><LooksList view={hers} pack={pack} /></>,
    };
  },
});
