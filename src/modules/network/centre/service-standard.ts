import type { Named } from '#core/words/named.ts';

/** One thing a centre must have before it counts as upgraded. */
export interface StandardItem {
  readonly code: string;
  readonly name: Named;
}

/** A version of the service standard for proximity social services (domain.md 1.6); an older one stays readable for ever. */
export interface ServiceStandard {
  readonly version: string;
  readonly items: readonly StandardItem[];
}

const item = (code: string, ar: string, fr: string, en: string): StandardItem => ({ code, name: { ar, fr, en } });

/**
 * The first version. The items are Hadina's own reading of what the mission's texts ask of an upgraded centre (reception, listening
 * in private, orientation, digital link, access); a ministry that publishes its own standard becomes v2.
 */
const v1: ServiceStandard = {
  version: 'v1',
  items: [
    item('reception', 'فضاء استقبال بمقاعد كافية', 'un espace d’accueil avec assez de sièges', 'a reception area with enough seats'),
    item('private-listening', 'قاعة استماع تحفظ السرية', 'une salle d’écoute qui garde le secret', 'a listening room that keeps talks private'),
    item('step-free', 'دخول دون عوائق للأشخاص ذوي الإعاقة', 'un accès sans obstacle pour les personnes handicapées', 'step-free access'),
    item('toilets', 'مرافق صحية نظيفة ومنفصلة', 'des toilettes propres et séparées', 'clean, separate toilets'),
    item('safety', 'وسائل الوقاية من الحريق ومخرج آمن', 'une protection contre l’incendie et une issue sûre', 'fire protection and a safe way out'),
    item('child-corner', 'ركن للأطفال المرافقين', 'un coin pour les enfants qui accompagnent', 'a corner for accompanying children'),
    item('signs', 'لافتات واضحة بالعربية وبالصور', 'une signalétique claire, en arabe et en images', 'clear signs, in Arabic and in pictures'),
    item('connection', 'ربط بالإنترنت وحاسوب للشباك', 'une connexion et un ordinateur pour le guichet', 'a connection and a computer for the desk'),
    item('trained-officer', 'عون استقبال تلقى تكوينا', 'un agent d’accueil formé', 'a trained desk officer'),
    item('hours-posted', 'أوقات العمل معلقة عند الباب', 'les horaires affichés à la porte', 'opening hours posted at the door'),
  ],
};

const standards: Readonly<Record<string, ServiceStandard>> = { v1 };

/** The standard new centres are measured by. */
export const currentStandard = v1;

/** The standard of a version, or the current one for an unknown version. */
export const standardOf = (version: string): ServiceStandard => standards[version] ?? currentStandard;
