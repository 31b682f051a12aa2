import { definePage } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { TextField } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { standardWords } from '../words.ts';

/** Published programmes as files of the field's standards. */
export const standardsPage = definePage<View>({
  path: '/standards',
  audience: 'staff',
  needs: 'exchange.take-published',
  menu: { label: (reader) => standardWords(reader)('menu'), order: 49, group: 'programmes', icon: 'download' },
  show: ({ view }) => {
    const words = standardWords(view);
    const f = { view, values: {}, errors: {} };
    return {
      title: words('standards'),
      body: (
        <Stack>
          <PageTitle lede={words('standards_lede')}>{words('standards')}</PageTitle>
          <Card title={words('iati')}>
            <p className="soft">{words('iati_lede')}</p>
            <form method="get" action="/take/published/iati.xml" className="form">
              <TextField {...f} name="ref" label={words('iati_ref')} maxLength={120} ltr />
              <Buttons><Button icon="download">{words('take')}</Button></Buttons>
            </form>
          </Card>
          <Card title={words('cids')}>
            <p className="soft">{words('cids_lede')}</p>
            <Buttons><LinkButton kind="quiet" icon="download" href="/take/published/cids.jsonld"><Ltr>JSON-LD</Ltr></LinkButton></Buttons>
          </Card>
        </Stack>
      ),
    };
  },
});
