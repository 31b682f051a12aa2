import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Ltr } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import { type CompetenceCode, type CompetenceKind, competenceKinds } from './competence-kinds.ts';

interface Shown {
  readonly standing: 'held' | 'not_applicable';
  readonly why: 'civil_servant' | 'not_her_work' | null;
  /** Days until the last one; negative once it is past, null without an end. */
  readonly days: number | null;
  readonly ended_why?: 'replaced' | 'withdrawn' | 'mistaken' | null;
}

/** Does this paper count today, and for how long still. */
export const CompetenceState = ({ view, of: { standing, why, days, ended_why } }: { view: View; of: Shown }): ReactNode => {
  const words = networkWords(view);
  if (ended_why) return <Badge tone="clay">{words(`competence.state.${ended_why}`)}</Badge>;
  if (standing === 'not_applicable') return <div><Badge>{words('competence.state.not_applicable')}</Badge> <span className="soft">{words(`competence.why.${why!}`)}</span></div>;
  if (days !== null && days < 0) return <Badge tone="rose">{words('competence.state.expired')}</Badge>;
  if (days !== null && days <= 90) return <Badge tone="saffron">{words('competence.state.soon', { days })}</Badge>;
  return <Badge tone="olive">{words('competence.state.valid')}</Badge>;
};

/** What the paper is about, with the law of the reader's country that asks for it. */
export const CompetenceName = ({ view, kind }: { view: View; kind: CompetenceCode }): ReactNode => {
  const words = networkWords(view);
  const { laws }: CompetenceKind = competenceKinds[kind];
  const law = laws[view.locale.country];
  return <span>{words(`competence.kind.${kind}`)}{law ? <> <span className="soft">{words('competence.law')} <Ltr>{law}</Ltr></span></> : null}</span>;
};
