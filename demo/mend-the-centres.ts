import { checkCentre } from '#modules/network/centre/assess-centre.ts';
import { registerCentre } from '#modules/network/centre/register-centre.ts';
import { currentStandard } from '#modules/network/centre/service-standard.ts';
import { openCentreDesk, upgradeCentre } from '#modules/network/centre/upgrade-centre.ts';
import { finishWorks, planWorks, startWorks } from '#modules/network/centre/works.ts';
import { said, type Written } from './content/written.ts';
import { inLanes } from './in-lanes.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** A centre of the inventory; every one is invented. */
interface DemoCentre {
  readonly names: Written;
  readonly kind: 'social-centre' | 'womens-space' | 'boarding-house';
  readonly territory: string;
  readonly operator: string;
  readonly condition: 'good' | 'fair' | 'poor';
  readonly reaches: 'existing' | 'works' | 'upgraded';
  /** How many items of the standard are met. */
  readonly met: number;
}

const centres: readonly DemoCentre[] = [
  { names: ['المركز الاجتماعي النخيل (مثال)', 'Centre social Annakhil (exemple)', 'Annakhil social centre (example)'],
    kind: 'social-centre', territory: 'MA-OUD', operator: 'entraide', condition: 'good', reaches: 'upgraded', met: 10 },
  { names: ['فضاء متعدد الوظائف للنساء الواحة (مثال)', 'Espace multifonctionnel pour femmes Al Waha (exemple)', 'Al Waha women’s space (example)'],
    kind: 'womens-space', territory: 'MA-OUD', operator: 'entraide', condition: 'fair', reaches: 'works', met: 6 },
  { names: ['دار الطالبة المنارة (مثال)', 'Dar Taliba Al Manara (exemple)', 'Al Manara girls’ boarding house (example)'],
    kind: 'boarding-house', territory: 'MA-AOU', operator: 'entraide', condition: 'poor', reaches: 'existing', met: 3 },
  { names: ['المركز الاجتماعي الأفق (مثال)', 'Centre social Al Oufouq (exemple)', 'Al Oufouq social centre (example)'],
    kind: 'social-centre', territory: 'MA-AOU', operator: 'amal-sud', condition: 'fair', reaches: 'existing', met: 5 },
];

/** The inventory of centres: existing, under works, upgraded with the desk that opened in it (domain.md 2.3, 2.4). */
export async function mendTheCentres(load: Load): Promise<void> {
  if (!load.hubs.has('centre')) return;
  await inLanes(centres, 3, (one) => mendOne(load, one));
}

async function mendOne(load: Load, { names, kind, territory, condition, operator, reaches, met }: DemoCentre): Promise<void> {
  const admin = (days: number) => adminAt(load, daysAgo(load, days));
  const { centre } = await does(load, admin(205), registerCentre, {
    names: said(names), kind, territory, condition, condition_on: dayAgo(load, 205), operator: known(load.bodies, operator),
  });
  if (reaches !== 'existing') {
    const { works } = await does(load, admin(200), planWorks, {
      centre, titles: { ar: 'إعادة التأهيل والربط بالإنترنت', fr: 'Réhabilitation et connexion', en: 'Rehabilitation and connection' }, planned_on: dayAgo(load, 200),
    });
    await does(load, admin(180), startWorks, { centre, works, on: dayAgo(load, 180) });
    if (reaches === 'upgraded') await does(load, admin(125), finishWorks, { centre, works, on: dayAgo(load, 125) });
  }
  await does(load, admin(120), checkCentre, { centre, met: currentStandard.items.slice(0, met).map(({ code }) => code), on: dayAgo(load, 120) });
  if (reaches !== 'upgraded') return;
  await does(load, admin(118), upgradeCentre, { centre, on: dayAgo(load, 118) });
  await does(load, admin(115), openCentreDesk, { centre, hub: known(load.hubs, 'centre') });
}
