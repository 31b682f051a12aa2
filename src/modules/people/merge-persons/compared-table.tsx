import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { Tone } from '#ui/tone.ts';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { BirthYear } from '../person/person-facts.tsx';
import type { PersonCard } from '../person/person-card.ts';
import { placeName } from '../person/place-name.ts';
import { peopleWords } from '../words.ts';
import type { Comparison } from './compare-files.ts';
import { type ComparedRow, comparedRows } from './compared-rows.ts';

const tones: Readonly<Record<ComparedRow['verdict'], Tone>> = { same: 'olive', alike: 'saffron', different: 'rose', unknown: 'door' };
const icons = { same: 'check', alike: 'info', different: 'cross', unknown: 'info' } as const;

/** Two files line by line; each line says in a word and a sign whether they agree. What is sealed is not shown, only whether it agrees. */
export const ComparedTable = ({ view, comparison }: { view: View; comparison: Comparison }): ReactNode => {
  const words = peopleWords(view);
  const side = (at: 0 | 1): Column<ComparedRow> => ({
    key: at === 0 ? 'a' : 'b', label: words(at === 0 ? 'merge.first' : 'merge.second'), cell: (row) => <Cell view={view} comparison={comparison} row={row} at={at} />,
  });
  const columns: readonly Column<ComparedRow>[] = [
    { key: 'field', label: words('merge.what'), cell: ({ field, sealed }) => words(sealed ? `contact.kind.${field as 'phone'}` : (field as 'name')) },
    side(0), side(1),
    { key: 'verdict', label: words('merge.verdict'), cell: ({ verdict }) => <Badge tone={tones[verdict]} icon={icons[verdict]}>{words(`merge.verdict.${verdict}`)}</Badge> },
  ];
  return <Table<ComparedRow> view={view} caption={words('merge.compare')} columns={columns} rows={comparedRows(comparison)} rowKey={({ field }) => field} />;
};

const Cell = ({ view, comparison, row: { field }, at }: { view: View; comparison: Comparison; row: ComparedRow; at: 0 | 1 }): ReactNode => {
  const words = peopleWords(view);
  const nothing = <span className="soft">{words('merge.not_noted')}</span>;
  const noted = comparison.sealed.find(({ kind }) => kind === field)?.noted[at];
  if (noted !== undefined) return noted ? <span className="soft">{words('merge.sealed')}</span> : nothing;
  return fieldOf(view, comparison.cards[at], field) || nothing;
};

function fieldOf(view: View, card: PersonCard, field: ComparedRow['field']): ReactNode {
  const words = peopleWords(view);
  switch (field) {
    case 'name': return <Bdi>{card.name}</Bdi>;
    case 'name_other': return card.other && <Bdi>{card.other}</Bdi>;
    case 'birth_year': return card.birthYear && <BirthYear view={view} card={card} />;
    case 'sex': return card.sex && words(`sex.${card.sex}`);
    case 'territory': return card.territory && <Bdi>{placeName(card.territory, view)}</Bdi>;
    case 'languages': return card.languages.map((lang) => words(`lang.${lang}` as 'lang.ar')).join(' · ');
    case 'reading': return card.reading && words(`reading.${card.reading}`);
    default: return null;
  }
}
