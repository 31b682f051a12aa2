import { approveAgreement, concludeNegotiation } from '#modules/network/agreement/approve-agreement.ts';
import { draftAgreement } from '#modules/network/agreement/draft-agreement.ts';
import { signAgreement } from '#modules/network/agreement/sign-agreement.ts';
import type { HubKey } from './content/hubs.ts';
import { said, type Written } from './content/written.ts';
import { inLanes } from './in-lanes.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

const DRAFTED = 190;

/** An agreement of the demo; its dates are days from the load, minus before it. Invented in its wording. */
interface DemoAgreement {
  readonly hub: HubKey;
  readonly kind: 'partnership' | 'space' | 'data' | 'delegated-service';
  readonly opens: readonly string[];
  readonly parties: readonly [string, string, ...string[]];
  readonly titles: Written;
  readonly until: number;
  /** How many parties have signed; all of them when not said. */
  readonly signed?: number;
}

const agreements: readonly DemoAgreement[] = [
  { hub: 'medina', kind: 'space', opens: ['space'], parties: ['tunis', 'tcse'], until: 24,
    titles: ['اتفاقية استعمال فضاء دار بن عاشور', 'Convention d’usage de Dar Ben Achour', 'Agreement on the use of Dar Ben Achour'] },
  { hub: 'medina', kind: 'partnership', opens: [], parties: ['tcse', 'acpp', 'afturd'], until: 300,
    titles: ['شراكة من أجل الإنتاج المشترك للخدمات', 'Partenariat pour la coproduction de services', 'Partnership for the co-production of services'] },
  { hub: 'mahdia', kind: 'delegated-service', opens: ['delegated-service', 'data'], parties: ['citess-mahdia', 'law-clinic'], until: 82,
    titles: ['اتفاقية خدمات قانونية مسندة (مثال)', 'Convention de service juridique délégué (exemple)', 'Agreement on delegated legal services (example)'] },
  { hub: 'mahdia', kind: 'space', opens: ['space'], parties: ['citess-mahdia', 'onat'], until: -12,
    titles: ['اتفاقية فضاء عرض موسمي (مثال)', 'Convention d’espace d’exposition saisonnier (exemple)', 'Agreement on a seasonal show space (example)'] },
  { hub: 'sidi-bouzid', kind: 'partnership', opens: [], parties: ['citess-sidi-bouzid', 'bts', 'aneti'], until: 400, signed: 2,
    titles: ['شراكة لتمويل المشاريع الجماعية (مثال)', 'Partenariat pour le financement de projets collectifs (exemple)', 'Partnership to finance collective projects (example)'] },
  { hub: 'dakhla', kind: 'delegated-service', opens: ['delegated-service', 'data'], parties: ['ads', 'amal-sud'], until: 210,
    titles: ['اتفاقية تسيير الحاضنة (مثال)', 'Convention de gestion de l’incubateur (exemple)', 'Agreement on running the incubator (example)'] },
  { hub: 'dakhla', kind: 'partnership', opens: [], parties: ['ads', 'region-dakhla'], until: 540,
    titles: ['اتفاقية شراكة جسر (مثال)', 'Convention de partenariat Jisr (exemple)', 'Jisr partnership agreement (example)'] },
  { hub: 'centre', kind: 'delegated-service', opens: ['delegated-service'], parties: ['entraide', 'amal-sud'], until: 61,
    titles: ['اتفاقية استماع ومواكبة (مثال)', 'Convention d’écoute et d’accompagnement (exemple)', 'Agreement on listening and support (example)'] },
];

/** Agreements in force, ending within 30 and 90 days, over, and signed by some of the parties only. */
export async function signAgreements(load: Load): Promise<void> {
  await inLanes(agreements.filter(({ hub }) => load.hubs.has(hub)), 3, (one) => signOne(load, one));
}

async function signOne(load: Load, { hub, titles, kind, opens, until, signed, ...agreed }: DemoAgreement): Promise<void> {
  const parties = agreed.parties.map((party) => load.bodies.get(party)).filter((party) => party !== undefined);
  const admin = (days: number) => adminAt(load, daysAgo(load, days));
  const { agreement } = await does(load, admin(DRAFTED), draftAgreement, {
    kind, hub: known(load.hubs, hub), titles: said(titles), parties, opens, valid_from: dayAgo(load, DRAFTED - 8), valid_until: dayAgo(load, -until),
  });
  const step = { agreement, version: 1 };
  await does(load, admin(DRAFTED - 3), concludeNegotiation, step);
  for (const organization of parties) await does(load, admin(DRAFTED - 5), approveAgreement, { ...step, organization });
  for (const organization of parties.slice(0, signed)) {
    await does(load, admin(DRAFTED - 8), signAgreement, { ...step, organization, signed_on: dayAgo(load, DRAFTED - 8), signed_name: 'من له الصفة (اسم متخيل)' });
  }
}
