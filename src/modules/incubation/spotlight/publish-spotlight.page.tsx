import { mostPictureBytes } from '#core/files/check-file.ts';
import { definePage } from '#core/page.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { Field, HiddenField, inputAttributes, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { ventureSectors } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { ventureSheet } from '../venture/venture-sheet.query.ts';
import { publishSpotlight } from './spotlights.ts';

/** Publishes the profile she opted into: by the name she wishes, in her words, with a picture or none. */
export const publishSpotlightPage = definePage<View>({
  path: '/ventures/:venture/spotlight',
  audience: 'staff',
  needs: 'incubation.publish-spotlight',
  show: async (visit) => {
    const { view, values, errors, params } = visit;
    const words = ventureWords(view);
    const { venture, application } = await visit.ask(ventureSheet, { venture: params.venture! });
    const f = { view, values: '_key' in values ? values : { sector: venture?.sector }, errors };
    const file = { ...f, values: {}, name: 'file', label: words('spotlight.picture'), help: words('spotlight.picture_help', { size: mostPictureBytes / 1_048_576 }) };
    return {
      title: words('spotlight.publish'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/ventures/${params.venture}/products`, label: <Bdi>{venture?.name}</Bdi> }} lede={words('spotlight.text')}>{words('spotlight.publish')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f} withFile native>
              <input type="hidden" name="application" value={application.id} /><HiddenField name="file_name" value="" />
              <TextField {...f} required name="name" label={words('spotlight.name')} help={words('spotlight.name_help')} maxLength={80} />
              <MultilingualField {...f} required name="words" label={words('spotlight.words')} rows={3} />
              <SelectField {...f} required name="sector" label={words('venture.sector')} choices={ventureSectors.map((value) => ({ value, label: words(`sector.${value}`) }))} />
              <SelectField {...f} name="territory" label={words('place')} choices={await placeChoices(visit)} />
              <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/jpeg,image/png,image/webp" /></Field>
              <Checkbox {...f} required name="she_asked" value="yes" label={words('spotlight.she_asked')} />
              <Button icon="eye">{words('spotlight.publish')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: publishSpotlight, leadsTo: (_, { params }) => `/ventures/${params.venture}/products` },
});
