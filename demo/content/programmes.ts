import type { DemoBody } from './bodies.ts';
import type { HubKey } from './hubs.ts';
import type { Written } from './written.ts';

/** Bodies that pay or take part and stand nowhere else in the demo; each with its source. They are registered where a programme names them. */
export const programmeBodies: readonly DemoBody[] = [
  { key: 'solidarity-ministry', sector: 'public', kind: 'ministry', source: 'S1, S2; domain.md 3.4',
    names: ['وزارة التضامن والإدماج الاجتماعي والأسرة', 'Ministère de la Solidarité, de l’Insertion sociale et de la Famille', 'Ministry of Solidarity, Social Integration and Family'] },
  { key: 'indh', sector: 'public', kind: 'public-agency', source: 'domain.md 3.4 [R:alalam]',
    names: ['المبادرة الوطنية للتنمية البشرية', 'Initiative nationale pour le développement humain (INDH)', 'National Initiative for Human Development (INDH)'] },
  { key: 'eu', sector: 'public', kind: 'international-body', source: 'S4; domain.md 3.1', names: ['الاتحاد الأوروبي', 'Union européenne', 'European Union'] },
  { key: 'generalitat-valenciana', sector: 'public', kind: 'public-agency', source: 'S0 row 0.3', names: ['حكومة بلنسية (Generalitat Valenciana)', 'Generalitat Valenciana', 'Generalitat Valenciana'] },
  { key: 'ugtt', sector: 'civil', kind: 'union', source: 'S0 row 0.3 [R:acpp2][R:epm]', names: ['الاتحاد العام التونسي للشغل', 'Union générale tunisienne du travail (UGTT)', 'Tunisian General Labour Union (UGTT)'] },
  { key: 'cospe', sector: 'civil', kind: 'association', source: 'domain.md 3.2 [R:iess]', names: ['COSPE', 'COSPE', 'COSPE'] },
  { key: 'iesmed', sector: 'sse', kind: 'federation', source: 'domain.md 3.2 [R:iess]', names: ['iesMed', 'iesMed', 'iesMed'] },
  { key: 'odno', sector: 'public', kind: 'public-agency', source: 'domain.md 3.2 [R:iess]', names: ['ديوان تنمية الشمال الغربي (ODNO)', 'Office de développement du Nord-Ouest (ODNO)', 'North-West Development Office (ODNO)'] },
  { key: 'odco', sector: 'public', kind: 'public-agency', source: 'domain.md 3.2 [R:iess]', names: ['ديوان تنمية الوسط الغربي (ODCO)', 'Office de développement du Centre-Ouest (ODCO)', 'Centre-West Development Office (ODCO)'] },
  { key: 'cgdr', sector: 'public', kind: 'public-agency', source: 'domain.md 3.2 [R:iess]', names: ['المندوبية العامة للتنمية الجهوية (CGDR)', 'Commissariat général au développement régional (CGDR)', 'General Commission for Regional Development (CGDR)'] },
  { key: 'cress-paca', sector: 'sse', kind: 'federation', source: 'domain.md 3.2 [R:iess]', names: ['CRESS PACA', 'CRESS PACA', 'CRESS PACA'] },
];

/** A target as one source has it. Given again for the same thing it is its next version, with the reason. */
export interface DemoTarget {
  readonly indicator: string;
  readonly value: number;
  readonly sex?: 'female' | 'male';
  readonly territory?: string;
  readonly said: string;
  readonly since?: string;
  readonly reason?: string;
}

/** A programme of the demo. Facts stand with the source that has them; what no source has says so. */
export interface DemoProgramme {
  readonly key: string;
  readonly level: 'strategy' | 'programme' | 'project';
  readonly parent?: string;
  readonly follows?: string;
  readonly names: Written;
  readonly about: Written;
  readonly lead?: string;
  readonly territory?: string;
  readonly sensitive?: true;
  /** It is told where one of these hubs is open. */
  readonly where: HubKey;
  readonly from: string;
  readonly to?: string;
  readonly said: string;
  /** Later plans of its dates. */
  readonly replanned?: readonly { readonly to: string; readonly said: string; readonly reason: string }[];
  readonly closed?: string;
  readonly costs?: readonly DemoCost[];
  readonly partners?: readonly DemoPartner[];
  readonly targets?: readonly DemoTarget[];
}

export interface DemoCost {
  readonly amount: string;
  readonly currency: 'MAD' | 'EUR';
  readonly approximate?: true;
  readonly said: string;
  readonly shares?: readonly { readonly body?: string; readonly names?: Written; readonly share?: string; readonly amount?: string; readonly approximate?: true }[];
}

export interface DemoPartner {
  readonly body?: string;
  readonly hub?: HubKey;
  readonly role: 'lead' | 'partner' | 'operator' | 'associate';
  readonly country?: string;
  readonly since: string;
  /** The body whose place it takes. */
  readonly replaces?: string;
  readonly said: string;
}

const unknownDay = 'لا يذكر أي مصدر اليوم؛ التاريخ للعرض فقط · aucune source ne donne le jour ; date de démonstration';
const inventedNumber = 'عدد متخيل لأغراض العرض · nombre inventé pour la démonstration';
const regions = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((n) => `MA-${n}`);
const S2 = 'اليوم الدراسي، 7/12/2022 · journée d’étude du 7/12/2022';
const card = 'بطاقة المشروع · fiche du projet MedTOWN';
const iess = 'medsocialinnovationlab.org';
const medtown = (body: string, country: string, more: Partial<DemoPartner> = {}): DemoPartner => ({ body, country, role: 'partner', since: '2019-09-05', said: card, ...more });

/** Jisr, MedTOWN, RESTART, iESS! and the two phases on domestic work (domain.md 3.1, 3.2, 3.4, rows 0.2, 0.3, 2.2, 2.8). */
export const demoProgrammes: readonly DemoProgramme[] = [
  { key: 'jisr', level: 'strategy', where: 'dakhla', lead: 'solidarity-ministry', from: '2022-01-01', to: '2026-12-31', said: S2,
    names: ['استراتيجية جسر 2022-2026', 'Stratégie Jisr 2022-2026', 'Jisr strategy 2022–2026'],
    about: ['جسر نحو تنمية اجتماعية دامجة.', 'Un pont vers un développement social inclusif.', 'A bridge towards inclusive social development.'] },
  { key: 'jisr-tamkin-wa-riyada', level: 'programme', parent: 'jisr', where: 'dakhla', lead: 'ads', from: '2022-09-22', to: '2026-12-31', said: 'casablanca.ma, 22/9/2022',
    names: ['جسر التمكين والريادة', 'Jisr Tamkin wa Riyada', 'Jisr Tamkin wa Riyada'],
    about: ['تكوين ومواكبة 36\u00a0000 امرأة مع مجالس الجهات.', 'Former et accompagner 36\u00a0000 femmes avec les conseils régionaux.', 'Training and supporting 36,000 women with the regional councils.'],
    costs: [
      { amount: '332000000', currency: 'MAD', said: 'alalam.ma, 2023', shares: [
        { body: 'solidarity-ministry', amount: '140500000' }, { body: 'indh', amount: '35000000' }, { names: ['الجهات والأقاليم', 'Régions et provinces', 'Regions and provinces'], amount: '156500000' }] },
      { amount: '300000000', currency: 'MAD', approximate: true, said: 'صحافة، رقم مقرب · presse, chiffre arrondi' },
      { amount: '386000000', currency: 'MAD', said: 'trendnews.ma', shares: [
        { body: 'solidarity-ministry', share: '41.2', amount: '159000000' }, { names: ['الشركاء', 'Partenaires', 'Partners'], share: '57.6' }] },
    ],
    partners: [
      { body: 'ads', role: 'operator', since: '2022-09-22', said: S2 }, { body: 'region-dakhla', role: 'partner', since: '2022-12-07', said: S2 }, { hub: 'dakhla', role: 'operator', since: '2022-12-07', said: S2 },
      ...regions.slice(0, 11).flatMap((code): DemoPartner[] => [{ body: `region-${code.slice(3)}`, role: 'partner', since: '2022-12-07', said: S2 }, { hub: `incubator-${code.slice(3)}`, role: 'operator', since: '2022-12-07', said: S2 }]),
    ],
    targets: [
      { indicator: 'women-trained', sex: 'female', value: 36_000, said: S2 }, { indicator: 'women-accompanied', sex: 'female', value: 36_000, said: S2 },
      ...regions.map((territory): DemoTarget => ({ indicator: 'women-trained', sex: 'female', territory, value: 3_000, said: S2 })),
      ...[['MA-LAA', 1_500], ['MA-ESM', 600], ['MA-BOD', 450], ['MA-TAF', 400]].map(([territory, value]): DemoTarget => ({ indicator: 'women-trained', sex: 'female', territory: territory as string, value: value as number, said: inventedNumber })),
      { indicator: 'women-trained', sex: 'female', territory: 'MA-12', value: 4_000, said: 'africa4press.com', reason: 'Dakhla : environ 4\u00a0000 annoncées' },
    ] },
  { key: 'eni-cbc-med', level: 'programme', where: 'medina', lead: 'eu', from: '2014-01-01', said: 'enicbcmed.eu',
    names: ['برنامج ENI CBC MED 2014-2020', 'Programme ENI CBC MED 2014-2020', 'ENI CBC MED programme 2014–2020'],
    about: ['التعاون عبر الحدود في حوض المتوسط، الأولوية A.3.2.', 'Coopération transfrontalière en Méditerranée, priorité A.3.2.', 'Cross-border cooperation in the Mediterranean, priority A.3.2.'] },
  { key: 'medtown', level: 'project', parent: 'eni-cbc-med', where: 'medina', lead: 'acpp', from: '2019-09-05', to: '2022-09-04', said: 'cop.acpp.com', closed: '2023-12-04',
    names: ['مشروع MedTOWN', 'MedTOWN', 'MedTOWN'],
    about: ['الإنتاج المشترك للسياسات الاجتماعية مع فاعلي الاقتصاد الاجتماعي والتضامني لمكافحة الفقر واللامساواة والإقصاء.', 'Coproduire les politiques sociales avec les acteurs de l’ESS contre la pauvreté, les inégalités et l’exclusion.', 'Co-producing social policies with SSE actors against poverty, inequality and exclusion.'],
    replanned: [{ to: '2023-12-04', said: card, reason: '36 mois annoncés d’abord' }],
    costs: [{ amount: '3400000', currency: 'EUR', approximate: true, said: card, shares: [{ body: 'eu', share: '86.5', amount: '2900000', approximate: true }] }],
    partners: [
      medtown('acpp', 'ES', { role: 'lead' }), medtown('tier1', 'ES'), medtown('andalusia', 'ES'), medtown('epeksa', 'GR'), medtown('johud', 'JO'), medtown('parc', 'PS'), medtown('phg', 'PS'), medtown('campolide', 'PT'), medtown('afturd', 'TN'),
      medtown('tcse', 'TN', { replaces: 'afturd', since: '2022-11-01', said: 'نوفمبر 2022؛ لا يذكر أي مصدر يوم التغيير · aucune source ne donne le jour du changement' }),
    ],
    targets: [
      { indicator: 'people-involved', value: 20_000, said: card }, { indicator: 'agreements', value: 6, said: card }, { indicator: 'job-opportunities', value: 210, said: card }, { indicator: 'study-visits', value: 12, said: card },
      { indicator: 'recommendations', value: 42, said: card }, { indicator: 'studies', value: 13, said: card }, { indicator: 'social-workers-trained', value: 120, said: card },
      { indicator: 'pilots', value: 6, said: 'medsocialinnovationlab.org' }, { indicator: 'pilots', value: 10, said: card, since: '2019-09-05', reason: '6 puis 10' },
    ] },
  { key: 'iess', level: 'project', where: 'sidi-bouzid', lead: 'cospe', from: '2014-01-01', said: `ENPI/2014/344-995 · ${unknownDay}`,
    names: ['مبادرة التشغيل والاقتصاد الاجتماعي والتضامني (iESS!)', 'Initiative d’emploi de l’économie sociale et solidaire (iESS!)', 'Employment initiative of the social and solidarity economy (iESS!)'],
    about: ['مراكز CitESS في جندوبة والقصرين والمهدية وسيدي بوزيد.', 'Les CitESS de Jendouba, Kasserine, Mahdia et Sidi Bouzid.', 'The CitESS of Jendouba, Kasserine, Mahdia and Sidi Bouzid.'],
    partners: [{ body: 'cospe', role: 'lead', since: '2014-01-01', said: iess }, ...['iesmed', 'tcse', 'odno', 'odco', 'cgdr', 'cress-paca'].map((body): DemoPartner => ({ body, role: 'partner', since: '2014-01-01', said: iess }))],
    targets: [{ indicator: 'youth-with-plan', value: 200, said: iess }, { indicator: 'poles', value: 2, said: iess }, { indicator: 'enterprises-supported', value: 140, said: iess }] },
  { key: 'restart', level: 'project', where: 'sidi-bouzid', lead: 'cospe', from: '2019-01-01', said: unknownDay,
    names: ['RESTART', 'RESTART', 'RESTART'],
    about: ['300 مكان، 278 فكرة جماعية، ثم 150، ثم 50: عشرة في كل ولاية.', '300 places, 278 idées collectives, puis 150, puis 50 : dix par gouvernorat.', '300 places, 278 collective ideas, then 150, then 50: ten in each governorate.'],
    targets: [{ indicator: 'enterprises-supported', value: 50, said: 'padil.org, tunisi.aics.gov.it' }, ...['TN-81', 'TN-32', 'TN-53', 'TN-43', 'TN-51'].map((territory): DemoTarget => ({ indicator: 'enterprises-supported', territory, value: 10, said: 'padil.org' }))] },
  { key: 'domestic-work-1', level: 'project', where: 'medina', lead: 'acpp', sensitive: true, from: '2021-01-01', to: '2022-12-31', said: unknownDay,
    names: ['تحسين ظروف العمل المنزلي، المرحلة الأولى', 'Améliorer les conditions du travail domestique, phase I', 'Improving conditions of domestic work, phase I'],
    about: ['مواجهة الهشاشة والعمل غير المهيكل.', 'Contre la précarité et le travail informel.', 'Against precarity and informal work.'],
    partners: [{ body: 'acpp', role: 'lead', since: '2021-01-01', said: 'acppasamblea.org' }],
    targets: [{ indicator: 'domestic-workers-informed', sex: 'female', value: 200, said: inventedNumber }] },
  { key: 'domestic-work-2', level: 'project', follows: 'domestic-work-1', where: 'medina', lead: 'acpp', sensitive: true, from: '2023-01-01', said: unknownDay,
    names: ['تحسين ظروف العمل المنزلي، المرحلة الثانية', 'Améliorer les conditions du travail domestique, phase II', 'Improving conditions of domestic work, phase II'],
    about: ['ضد كل أشكال العنف القائم على النوع الاجتماعي، مع الاتحاد والجمعيات النسوية.', 'Contre toutes les formes de violence fondée sur le genre, avec le syndicat et les associations féministes.', 'Against all forms of gender-based violence, with the union and feminist associations.'],
    costs: [{ amount: '200000', currency: 'EUR', approximate: true, said: inventedNumber, shares: [{ body: 'generalitat-valenciana', share: '80' }] }],
    partners: [{ body: 'acpp', role: 'lead', since: '2023-01-01', said: 'acppasamblea.org' }, ...['ugtt', 'atfd', 'afturd'].map((body): DemoPartner => ({ body, role: 'partner', since: '2023-01-01', said: 'acppasamblea.org, elperiodicomediterraneo.com' }))],
    targets: [{ indicator: 'domestic-workers-informed', sex: 'female', value: 400, said: inventedNumber }, { indicator: 'domestic-workers-accompanied', sex: 'female', value: 120, said: inventedNumber }] },
];
