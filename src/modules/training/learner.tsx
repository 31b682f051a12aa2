import type { ReactNode } from 'react';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { trainingWords } from './words.ts';

/** Who has a seat: a person by her card, a colleague or trainer by name; whom the reader may not see has no name. */
export const Learner = ({ view, card, name }: { view: View; card: { readonly name: string; readonly other: string | null } | null; name: string | null }): ReactNode =>
  card ? <PersonName name={card.name} other={card.other} /> : name ? <Bdi>{name}</Bdi> : <span className="soft">{trainingWords(view)('sheet.hidden')}</span>;
