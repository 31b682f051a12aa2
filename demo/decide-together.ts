import { closeDecision } from '#modules/directory/close-decision/close-decision.ts';
import { openCommitteeDecision } from '#modules/directory/open-committee-decision/open-committee-decision.ts';
import type { HubKey } from './content/hubs.ts';
import { said, type Written } from './content/written.ts';
import { inLanes } from './in-lanes.ts';
import { colleagueAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** A decision of a coordination committee; `decided` and `due` are days before the load. Invented. */
interface DemoDecision {
  readonly hub: HubKey;
  readonly owner: string;
  readonly what: Written;
  readonly decided: number;
  readonly due: number;
  readonly type?: string;
  readonly territory?: string;
  readonly end?: { readonly state: 'done' | 'dropped'; readonly outcome: Written };
}

const decisions: readonly DemoDecision[] = [
  { hub: 'medina', owner: 'tunis', decided: 70, due: 30, type: 'COW', territory: 'TN-11',
    what: ['تخصيص ساعات للنساء في مكتبة دار بن عاشور', 'Réserver des heures aux femmes à la bibliothèque Dar Ben Achour', 'Keep women’s hours at the Dar Ben Achour library'],
    end: { state: 'done', outcome: ['الثلاثاء والخميس صباحا', 'Le mardi et le jeudi matin', 'Tuesday and Thursday mornings'] } },
  { hub: 'medina', owner: 'atfd', decided: 40, due: -20, type: 'LEG', territory: 'TN-14',
    what: ['موعد قانوني متنقل في منوبة مرة في الشهر', 'Une permanence juridique mobile à Manouba, une fois par mois', 'A mobile legal visit to Manouba once a month'] },
  { hub: 'mahdia', owner: 'aneti', decided: 60, due: 12, type: 'CAP', territory: 'TN-53',
    what: ['تفادي دورتين متشابهتين في الأسبوع نفسه', 'Éviter deux formations semblables la même semaine', 'Avoid two similar courses in one week'] },
  { hub: 'mahdia', owner: 'api', decided: 85, due: 45, type: 'INF', territory: 'TN-53',
    what: ['دليل مشترك للتصاريح', 'Un guide commun des autorisations', 'A common guide to permits'],
    end: { state: 'dropped', outcome: ['الدليل الوطني يكفي', 'Le guide national suffit', 'The national guide is enough'] } },
  { hub: 'sidi-bouzid', owner: 'citess-sidi-bouzid', decided: 35, due: -10, type: 'NET', territory: 'TN-42',
    what: ['لقاء شهري في القصرين مع المجموعات الفلاحية', 'Une rencontre mensuelle à Kasserine avec les groupes agricoles', 'A monthly meeting in Kasserine with farming groups'] },
  { hub: 'dakhla', owner: 'amal-sud', decided: 50, due: 5, type: 'ACC', territory: 'MA-AOU',
    what: ['مواكبة متنقلة إلى أوسرد', 'Un accompagnement mobile vers Aousserd', 'Mobile support towards Aousserd'] },
];

/** What the coordination committees decided: done, dropped, still open, and late (domain.md 1.9). */
export async function decideTogether(load: Load): Promise<void> {
  await inLanes(decisions.filter(({ hub }) => load.hubs.has(hub)), 3, (one) => decideOne(load, one));
}

async function decideOne(load: Load, { hub, owner, what, decided, due, type, territory, end }: DemoDecision): Promise<void> {
  const supervisor = (days: number) => colleagueAt(load, `supervisor.${hub}`, daysAgo(load, days));
  const { decision } = await does(load, supervisor(decided), openCommitteeDecision, {
    what: said(what), owner: known(load.bodies, owner), decidedOn: dayAgo(load, decided), dueOn: dayAgo(load, due), serviceType: type, territory,
  });
  if (end) await does(load, supervisor(due + 1), closeDecision, { decision, state: end.state, outcome: said(end.outcome) });
}
