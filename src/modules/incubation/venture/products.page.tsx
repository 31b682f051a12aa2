import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { AtTime, CalendarDate, Money } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { NumberField, TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { productCriteria, type ProductCriterion } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { addPrototype } from './products.ts';
import { type Grown, venturePage } from './venture-head.tsx';

/** Prototypes v1 to vn, products with what makes them sustainable, photos with her consent, and her public profile. */
export const ventureProductsPage = venturePage({
  side: 'products',
  draw: (visit, sheet) => ({
    body: <><Prototypes visit={visit} sheet={sheet} /><Products visit={visit} sheet={sheet} /></>,
    aside: <><Photos visit={visit} sheet={sheet} /><Public visit={visit} sheet={sheet} /></>,
  }),
  action: addPrototype,
});

interface Part { readonly visit: Visit<View>; readonly sheet: Grown }

const Prototypes = ({ visit, sheet }: Part): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  const mine = 'changed' in values;
  const f = { view, values: mine ? values : { on: sheet.today, tried_by: '0' }, errors: mine ? errors : {} };
  return (
    <Card title={words('prototypes')}>
      {sheet.venture.prototypes.length === 0 ? <p className="soft">{words('prototypes.none')}</p> : null}
      <ul className="found">
        {sheet.venture.prototypes.map((one) => (
          <li key={one.id}>
            <div><strong><bdi dir="ltr">v{one.version}</bdi></strong> <Bdi>{one.changed}</Bdi></div>
            <div className="soft"><CalendarDate view={view} value={one.madeOn} /> · {words('prototype.tried', { count: one.triedBy })}</div>
            {one.heard ? <FreeText text={one.heard} /> : null}
          </li>
        ))}
      </ul>
      {sheet.works && may('incubation.add-prototype') ? (
        <details open={mine}>
          <summary>{words('prototype.new')}</summary>
          <Form {...f} action={`/ventures/${sheet.venture.id}/products`}>
            <TextArea {...f} required name="changed" label={words('prototype.changed')} rows={2} maxLength={1_000} />
            <NumberField {...f} required name="tried_by" label={words('prototype.tried_by')} min={0} max={100_000} />
            <TextArea {...f} name="heard" label={words('prototype.heard')} rows={2} maxLength={2_000} />
            <DateField {...f} required name="on" label={words('day')} max={sheet.today} />
            <Button icon="plus">{words('prototype.keep')}</Button>
          </Form>
        </details>
      ) : null}
    </Card>
  );
};

const Products = ({ visit, sheet }: Part): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  const mine = 'materials' in values;
  const f = { view, values: mine ? values : {}, errors: mine ? errors : {} };
  return (
    <Card title={words('products')}>
      {sheet.venture.products.length === 0 ? <p className="soft">{words('products.none')}</p> : null}
      <ul className="found">
        {sheet.venture.products.map((one) => (
          <li key={one.id}>
            <div><strong><Bdi>{one.name}</Bdi></strong> <Money view={view} value={one.priceMinor} currency={one.currency} /></div>
            <div className="soft"><Bdi>{one.materials}</Bdi></div>
            <div>{one.criteria.map((criterion) => <span key={criterion}><Badge tone="olive" icon="seedling">{words(`criterion.${criterion as ProductCriterion}`)}</Badge> </span>)}</div>
          </li>
        ))}
      </ul>
      {sheet.works && may('incubation.add-product') ? (
        <details open={mine}>
          <summary>{words('product.new')}</summary>
          <Form {...f} action={`/ventures/${sheet.venture.id}/product`}>
            <TextField {...f} required name="name" label={words('product.name')} maxLength={120} />
            <TextField {...f} required name="materials" label={words('product.materials')} maxLength={500} />
            <TextField {...f} required name="price" label={words('product.price')} maxLength={16} />
            <Checkboxes {...f} name="criteria" label={words('product.criteria')} choices={productCriteria.map((value) => ({ value, label: words(`criterion.${value}`) }))} />
            <Button icon="plus">{words('product.keep')}</Button>
          </Form>
        </details>
      ) : null}
    </Card>
  );
};

const Photos = ({ visit, sheet }: Part): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  const mine = 'what' in values;
  const f = { view, values: mine ? values : { minutes: '60' }, errors: mine ? errors : {} };
  const at = `/ventures/${sheet.venture.id}/photos`;
  return (
    <Card title={words('photos')}>
      <p>{sheet.image ? <Badge tone="olive">{words('image.given')}</Badge> : <Badge tone="clay">{words('image.missing')}</Badge>}</p>
      <ul className="found">
        {sheet.slots.map((slot) => (
          <li key={slot.id}>
            <div>{words(`what.${slot.what}`)} · <AtTime view={view} value={slot.at} /> <Badge>{words(`slot.${slot.state as 'booked'}`)}</Badge></div>
            {may('incubation.mark-photos') ? (
              <Buttons>
                {slot.state === 'booked' ? <><PostButton view={view} kind="quiet" icon="camera" action={`${at}/${slot.id}`} values={{ state: 'shot' }}>{words('slot.mark_shot')}</PostButton><PostButton view={view} kind="quiet" icon="cross" action={`${at}/${slot.id}`} values={{ state: 'called_off' }}>{words('slot.call_off')}</PostButton></> : null}
                {slot.state === 'shot' ? <PostButton view={view} kind="quiet" icon="check" action={`${at}/${slot.id}`} values={{ state: 'delivered' }}>{words('slot.mark_delivered')}</PostButton> : null}
              </Buttons>
            ) : null}
          </li>
        ))}
      </ul>
      {may('incubation.book-photos') && !sheet.cohort?.readOnly ? (
        <details open={mine}>
          <summary>{words('photos.book')}</summary>
          <Form {...f} action={at}>
            <input type="hidden" name="application" value={sheet.application.id} />
            <SelectField {...f} required name="what" label={words('photos.what')} choices={(['photo', 'film'] as const).map((value) => ({ value, label: words(`what.${value}`) }))} />
            <DateField {...f} required name="on" label={words('day')} min={sheet.today} />
            <TimeField {...f} required name="time" label={words('photos.time')} />
            <NumberField {...f} required name="minutes" label={words('photos.minutes')} min={5} max={480} />
            <SelectField {...f} name="photographer" label={words('photos.by')} choices={sheet.staff.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
            <Button icon="calendar">{words('photos.book')}</Button>
          </Form>
        </details>
      ) : null}
    </Card>
  );
};

const Public = ({ visit: { view, may }, sheet }: Part): ReactNode => {
  const words = ventureWords(view);
  return (
    <Card title={words('spotlight')}>
      <p className="soft">{words('spotlight.text')}</p>
      {sheet.spotlight ? (
        <>
          <p><a href={`/made-here/${sheet.spotlight}`}>{words('spotlight.see')}</a></p>
          {may('incubation.take-spotlight-away') ? <PostButton view={view} kind="danger" icon="cross" action={`/ventures/${sheet.venture.id}/spotlight/away`} values={{ application: sheet.application.id }}>{words('spotlight.away')}</PostButton> : null}
        </>
      ) : sheet.image ? (may('incubation.publish-spotlight') ? <LinkButton icon="eye" href={`/ventures/${sheet.venture.id}/spotlight`}>{words('spotlight.publish')}</LinkButton> : null)
        : <Notice view={view} kind="info">{words('spotlight.consent_first')}{sheet.application.person && may('people.record-consent') ? <> <a href={`/people/${sheet.application.person}/consent?purpose=image`}>{words('spotlight.ask_consent')}</a></> : null}</Notice>}
    </Card>
  );
};
