import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { networkSheet } from '../coverage/coverage.query.ts';
import { networkWords } from '../words.ts';
import { changeNetworkRules } from './change-network-rules.ts';

/** The rules a network sets itself. */
export const networkRulesPage = definePage<View>({
  path: '/network/rules',
  audience: 'staff',
  needs: 'network.change-network-rules',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const { rules } = await visit.ask(networkSheet, {});
    const f = { view, values: { ...rules, ...visit.values }, errors: visit.errors };
    return {
      title: words('rules.title'),
      body: (
        <Stack>
          <PageTitle lede={words('rules.lede')} back={{ href: '/network', label: words('menu.network') }}>{words('rules.title')}</PageTitle>
          <Card>
            <Form {...f}>
              <NumberField {...f} name="reference_incubators_per_region" label={words('rules.reference')} help={words('rules.reference_help')} min={0} max={99} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: changeNetworkRules, leadsTo: () => '/network?done=1' },
});
