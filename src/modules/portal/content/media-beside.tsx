import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { Audio } from '#ui/audio.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import type { Item } from './read-item.ts';

type Medium = Item['media'][number];

/** Pictures, sounds and links to films beside an item: those in the language read first, each with its words. */
export const MediaBeside = ({ view, media, lang, after }: { view: View; media: readonly Medium[]; lang: string; after?: (medium: Medium) => ReactNode }): ReactNode =>
  [...media].sort((a, b) => Number(fits(b, lang)) - Number(fits(a, lang))).map((medium) => (
    <figure key={medium.id} className="medium">
      <Shown view={view} medium={medium} />
      {medium.kind === 'audio' ? null : <figcaption><Said view={view} value={medium.words} /></figcaption>}
      {after?.(medium)}
    </figure>
  ));

const fits = (medium: Medium, lang: string): boolean => medium.lang === null || medium.lang === lang;

const Shown = ({ view, medium }: { view: View; medium: Medium }): ReactNode => {
  const { text, lang } = inLanguage(medium.words, view.locale.lang);
  switch (medium.kind) {
    case 'image': return <img src={`/media/${medium.id}`} alt={text} lang={lang} loading="lazy" />;
    case 'audio': return <><p><Bdi lang={lang}>{text}</Bdi></p><Audio view={view} src={`/media/${medium.id}`} {...(medium.lang ? { lang: medium.lang } : {})} label={text} /></>;
    case 'video': return <p><Icon name="screen" /> <a href={medium.url!} rel="noreferrer noopener external">{portalWords(view)('content.film')}</a> <span className="soft"><Bdi>{new URL(medium.url!).host}</Bdi></span></p>;
  }
};
