import { z } from 'zod';
import { listOf, maybe, multilingual, type Multilingual, text } from '#core/input.ts';
import type { Template } from '../codes.ts';
import type { Section } from '../reports.ts';

/** Pieces of narrative a form shows at once; empty ones are left out. */
export const sectionsShown = 4;

const spoken = (most: number) => z.strictObject({ ar: maybe(text(most)), fr: maybe(text(most)), en: maybe(text(most)) }).optional();
const bare = (words: Multilingual | undefined): Multilingual => Object.fromEntries(Object.entries(words ?? {}).filter(([, one]) => one));

/** The words of a report as typed: a title in one language at least, and up to twelve pieces of narrative. */
export const wordFields = {
  titles: multilingual(200).transform(bare),
  sections: listOf(z.strictObject({ heads: spoken(200), words: spoken(8_000) })).pipe(z.array(z.custom<{ heads?: Multilingual; words?: Multilingual }>()).max(12))
    .transform((typed): Section[] => typed.map(({ heads, words }) => ({ heads: bare(heads), words: bare(words) })).filter(({ heads, words }) => Object.keys({ ...heads, ...words }).length > 0)),
};

const heading = (ar: string, fr: string, en: string): Section => ({ heads: { ar, fr, en }, words: {} });

/** The headings with which a report of this template begins. */
export const firstSections: Readonly<Record<Template, readonly Section[]>> = {
  medtown: [heading('ما أُنجز', 'Ce qui a été réalisé', 'What was achieved'), heading('ما تغيّر، مقصودا وغير مقصود', 'Changements voulus et non voulus', 'Changes, intended and not'), heading('صعوبات وما يلي', 'Difficultés et suite', 'Difficulties and what comes next')],
  jisr: [heading('مسار النساء في الحاضنات', 'Le parcours des femmes dans les incubateurs', 'The path of women in the incubators'), heading('تمويل المشاريع', 'Le financement des projets', 'Funding of projects')],
  own: [heading('ما أُنجز', 'Ce qui a été réalisé', 'What was achieved')],
};

/** What a report of this template is called until its writer says otherwise. */
export const firstTitles: Readonly<Record<Template, Multilingual>> = {
  medtown: { ar: 'تقرير إلى الممول: أهداف MedTOWN', fr: 'Rapport au bailleur : cibles de MedTOWN', en: 'Report to the donor: targets of MedTOWN' },
  jisr: { ar: 'تقرير إلى الممول: مؤشرات جسر', fr: 'Rapport au bailleur : indicateurs de Jisr', en: 'Report to the donor: indicators of Jisr' },
  own: { ar: 'تقرير إلى الممول', fr: 'Rapport au bailleur', en: 'Report to the donor' },
};
