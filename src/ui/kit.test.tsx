import { readdirSync, readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { localeOf, type Lang } from '#core/words/locale.ts';
import { Hour, Money, Num } from './amounts.tsx';
import { FreeText, PersonName } from './bdi.tsx';
import { PostButton } from './button.tsx';
import { BarChart } from './chart.tsx';
import { Checkboxes } from './choice.tsx';
import { DateField } from './date-field.tsx';
import { StaffPage } from './document.tsx';
import { Facts } from './facts.tsx';
import { TextField } from './field.tsx';
import { isChosen, textAt } from './field-values.ts';
import { Form } from './form.tsx';
import { hrefWith } from './href.ts';
import { menuPart } from './menu-part.ts';
import { Pager } from './pager.tsx';
import { SiteHeader } from './site-header.tsx';
import { specimenPages } from './specimen-pages.tsx';
import { Table } from './table.tsx';
import type { AssetHrefs, View } from './view.ts';

const assets: AssetHrefs = { css: '/a.css', enhance: '/e.js', print: '/p.js', passkey: '/k.js', autosave: '/s.js', offlineTill: '/t', offlineWorker: '/o', quickExit: '/x.js', icon: '/i.svg', neutralIcon: '/n.svg' };

const viewIn = (lang: Lang, more: Partial<View> = {}): View => ({
  locale: localeOf(lang, 'TN'), terms: {}, path: '/people', search: '?q=ali&page=3', csrf: 'token', nonce: 'n', audience: 'staff',
  nav: [], languages: [], assets, ...more,
});

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const f = { view: viewIn('en'), values: {}, errors: {} };

describe('the staff menu', () => {
  it('folds what belongs together, opens the part she is in and no other, adds up what waits; a part with one entry is that entry', () => {
    const money = menuPart(f.view, 'money');
    const menu = html(<SiteHeader view={viewIn('en', { nav: [
      { href: '/desk', label: 'Desk' }, { href: '/funds', label: 'Funds', group: money, count: 2 }, { href: '/grants', label: 'Grants', group: money, count: 3 },
      { href: '/people', label: 'Persons', group: menuPart(f.view, 'people') }, { href: '/cases', label: 'Cases', group: menuPart(f.view, 'people') }, { href: '/figures', label: 'Numbers', group: menuPart(f.view, 'figures') },
    ] })} />);
    const parts = [...menu.matchAll(/<details name="sections"( open="")?><summary>(.*?)<\/summary>(.*?)<\/details>/g)].map(([, open, head, inside]) => [open !== undefined, head!.replace(/<svg.*?<\/svg>|<[^>]+>/g, ''), [...inside!.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)]);
    expect(parts).toEqual([[false, 'Money5', ['/funds', '/grants']], [true, 'People', ['/people', '/cases']]]);
    expect(menu.replace(/<details.*?<\/details>/g, '')).toMatch(/href="\/desk".*href="\/figures".*Numbers/);
  });

  it('says of one entry alone that she is there, also where its address lies below another’s', () => {
    const menu = html(<SiteHeader view={viewIn('en', { path: '/aid/shops/7', nav: [{ href: '/aid', label: 'Aid' }, { href: '/aid/shops', label: 'Shops' }] })} />);
    expect([...menu.matchAll(/href="([^"]+)" aria-current="page"/g)].map(([, href]) => href)).toEqual(['/aid/shops']);
  });
});

describe('values', () => {
  it('writes millimes with three decimals and dirhams with two', () => {
    expect(html(<Money view={viewIn('fr')} value={1250n} currency="TND" />)).toMatch(/1,250/);
    expect(html(<Money view={viewIn('fr')} value={1250} currency="MAD" />)).toMatch(/12,50/);
  });

  it('walls numbers off and writes hours from left to right in the hub’s time', () => {
    expect(html(<Num view={viewIn('ar')} value={36000} />)).toMatch(/^<bdi class="num">36.000<\/bdi>$/);
    const from = new Date('2026-11-21T08:35:00Z');
    const hours = html(<Hour view={viewIn('ar')} value={from} until={new Date('2026-11-21T09:20:00Z')} />);
    expect(hours).toContain('dir="ltr"');
    expect(hours).toContain('09:35–10:20');
  });

  it('keeps a name in its script with the other beside it, once', () => {
    const both = html(<PersonName name="خديجة" other="Khadija" />);
    expect(both).toMatch(/lang="ar">خديجة<.*lang="fr".*>Khadija</);
    expect(html(<PersonName name="Khadija" other="Khadija" />).match(/Khadija/g)).toHaveLength(1);
  });

  it('never runs what people typed', () => {
    expect(html(<>{FreeText({ text: '<script>1</script>\n\nب' })}</>)).toBe(
      '<p dir="auto" class="free-text">&lt;script&gt;1&lt;/script&gt;</p><p dir="auto" class="free-text">ب</p>',
    );
  });

  it('says "Not known" where nothing is known, and keeps zero', () => {
    const facts = html(<Facts view={f.view} facts={[{ label: 'a', value: null }, { label: 'b', value: 0 }, false]} />);
    expect(facts).toContain('Not known');
    expect(facts).toContain('<dd>0</dd>');
  });
});

describe('forms', () => {
  it('reads kept values by dotted name or nested', () => {
    expect(textAt({ 'title.ar': 'x' }, 'title.ar')).toBe('x');
    expect(textAt({ title: { ar: 'y' } }, 'title.ar')).toBe('y');
    expect(textAt({}, 'constructor')).toBe('');
    expect(textAt({ email: Object.assign(Object.create(null), { length: '3' }) }, 'email')).toBe('');
    expect(isChosen({ kind: [Object.create(null), 'a'] }, 'kind', 'a')).toBe(true);
    expect(isChosen({ needs: ['LEG', 'FIN'] }, 'needs', 'FIN')).toBe(true);
    expect(isChosen({ needs: 'LEG' }, 'needs', 'FIN')).toBe(false);
  });

  it('carry the token and a fresh key each, and keep the key they received', () => {
    const keyOf = (markup: string) => markup.match(/name="_key" value="([^"]+)"/)?.[1];
    const [one, two] = [html(<Form {...f}>x</Form>), html(<Form {...f}>x</Form>)];
    expect(one).toContain('name="_csrf" value="token"');
    expect(keyOf(one)).not.toBe(keyOf(two));
    expect(keyOf(html(<Form {...f} values={{ _key: 'kept' }}>x</Form>))).toBe('kept');
    expect(html(<PostButton view={f.view} action="/call">x</PostButton>)).toMatch(/method="post".*_csrf.*_key/);
  });

  it('lead from the summary to the field and tie the error to its input', () => {
    const errors = { 'address.phone': 'Too short', '': 'Someone else changed it' };
    const markup = html(
      <Form {...f} errors={errors}>
        <TextField {...f} errors={errors} name="address.phone" type="tel" label="Phone" />
      </Form>,
    );
    expect(markup).toContain('<a href="#f-address-phone">Too short</a>');
    expect(markup).toContain('<li>Someone else changed it</li>');
    expect(markup).toMatch(/<input id="f-address-phone"[^>]*aria-describedby="f-address-phone-error"[^>]*aria-invalid="true"/);
    expect(markup).toMatch(/type="tel" dir="ltr"/);
  });

  it('never show a password again', () => {
    expect(html(<TextField {...f} values={{ secret: 'abc' }} name="secret" type="password" label="x" />)).not.toContain('abc');
  });

  it('print a chosen date in words and leave nonsense alone', () => {
    const view = viewIn('fr');
    expect(html(<DateField {...f} view={view} values={{ on: '1991-03-08' }} name="on" label="x" />)).toContain('8 mars 1991');
    expect(html(<DateField {...f} view={view} values={{ on: '1991-99-99' }} name="on" label="x" />)).not.toContain('choisie');
  });

  it('tick what was chosen', () => {
    const choices = [{ value: 'LEG', label: 'Legal' }, { value: 'FIN', label: 'Finance' }];
    const markup = html(<Checkboxes {...f} values={{ needs: ['FIN'] }} name="needs" label="x" choices={choices} />);
    expect(markup.match(/checked=""/g)).toHaveLength(1);
    expect(markup).toMatch(/checked="" value="FIN"|value="FIN"[^>]*checked=""/);
  });
});

describe('lists', () => {
  it('keep the state in the address', () => {
    expect(hrefWith(f.view, { page: 4 })).toBe('/people?q=ali&page=4');
    expect(hrefWith(f.view, { page: null, q: null })).toBe('/people');
  });

  it('turn the order round, start again at the first page, and lead from the first cell', () => {
    const columns = [{ key: 'name', label: 'Name', sortable: true, cell: (row: string) => row }];
    const markup = html(<Table view={f.view} caption="c" columns={columns} rows={['a']} rowKey={String} rowHref={(row) => `/p/${row}`} sort="name" />);
    expect(markup).toContain('href="/people?q=ali&amp;sort=-name"');
    expect(markup).toContain('aria-sort="ascending"');
    expect(markup).toContain('<a class="row-link" href="/p/a">');
  });

  it('count true to the last page', () => {
    const markup = html(<Pager view={f.view} page={3} pageSize={25} total={60} />);
    expect(markup).toContain('51–60 of 60');
    expect(markup).toContain('rel="prev"');
    expect(markup).not.toContain('rel="next"');
  });
});

describe('pictures', () => {
  const chart = (lang: Lang) => html(<BarChart view={viewIn(lang)} title="t" bars={[{ key: 'a', label: 'a', value: 100 }, { key: 'b', label: 'b', value: 25, target: 50 }]} />);

  it('start where reading starts', () => {
    expect(chart('fr')).toContain('<rect x="0%" y="3" width="25%"');
    expect(chart('ar')).toContain('<rect x="75%" y="3" width="25%"');
  });

  it('have the figures behind them', () => expect(chart('en')).toMatch(/<details>.*<td class="numeric"><bdi>25<\/bdi><\/td>/));
});

describe('pages', () => {
  it('state language, direction and nonce', () => {
    const markup = html(<StaffPage view={viewIn('ar')} title="t">x</StaffPage>);
    expect(markup).toMatch(/^<html lang="ar-TN" dir="rtl">/);
    expect(markup).toContain('<script type="module" src="/e.js" nonce="n">');
  });

  it('hold no inline style or script, and citizens’ pages no script at all', () => {
    for (const [audience, page] of Object.entries(specimenPages('ar', assets))) {
      const markup = html(page);
      expect(markup).not.toMatch(/ style="| on[a-z]+="|<style/);
      expect(markup.match(/<script/g)?.length ?? 0, audience).toBe(audience === 'staff' || audience === 'help' ? 1 : 0);
    }
  });

  it('show nothing of the hub on a help page', () => {
    const markup = html(specimenPages('fr', assets).help);
    expect(markup).not.toMatch(/Hadina|Guichet|khatam|\/i\.svg/);
    expect(markup.indexOf('quick-exit')).toBeLessThan(markup.indexOf('<main'));
  });

  it('speak every word through the word files', () => {
    const text = html(specimenPages('qps', assets).staff).replace(/⟦[^⟧]*⟧/g, '').replace(/<(bdi|time)[^>]*>.*?<\/\1>/g, '').replace(/<title>.*?<\/title>/, '').replace(/<nav class="languages".*?<\/nav>/, '').replace(/<[^>]+>/g, '');
    expect(text.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });
});

describe('words of the kit', () => {
  const folder = new URL('./locales/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = (file: string): Record<string, string> => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

  it.each(files)('%s has the keys of English and nothing left untranslated', (file) => {
    const english = read(file.replace(/(ar|fr|en)\.json$/, 'en.json'));
    expect(Object.keys(read(file)).sort()).toEqual(Object.keys(english).sort());
    if (file.includes('ar.json')) for (const text of Object.values(read(file))) expect(text).toMatch(/\p{Script=Arabic}|^\{/u);
  });

  it('are all used', () => {
    const sources = readdirSync(new URL('./', import.meta.url)).filter((file) => /\.tsx?$/.test(file) && !file.includes('test'))
      .map((file) => readFileSync(new URL(file, new URL('./', import.meta.url)), 'utf8')).join('\n');
    const unused = Object.keys(read('en.json')).filter((key) => !sources.includes(`'${key}'`) && !/^(notice|face|step)_/.test(key));
    expect(unused).toEqual([]);
  });
});
