import type { Named } from './named.ts';

/** The law a data notice must name in a country, and the authority a person may turn to. */
export interface DataLaw {
  readonly code: 'TN-2004-63' | 'MA-09-08' | 'GDPR';
  readonly name: Named;
  readonly authority: Named;
}

/** Tunisia (domain.md 3.10): express, written, revocable consent; the Municipality and an association differ under it. */
export const tunisianLaw: DataLaw = {
  code: 'TN-2004-63',
  name: {
    ar: 'القانون الأساسي عدد 63 لسنة 2004 المتعلق بحماية المعطيات الشخصية',
    fr: 'loi organique n° 2004-63 sur la protection des données à caractère personnel',
    en: 'organic law 2004-63 on the protection of personal data',
  },
  authority: {
    ar: 'الهيئة الوطنية لحماية المعطيات الشخصية',
    fr: 'Instance nationale de protection des données à caractère personnel (INPDP)',
    en: 'National authority for the protection of personal data (INPDP)',
  },
};

/** Morocco (domain.md 3.10): declaration, and an authorisation for sensitive data or the CIN number. */
export const moroccanLaw: DataLaw = {
  code: 'MA-09-08',
  name: {
    ar: 'القانون رقم 09.08 المتعلق بحماية الأشخاص الذاتيين تجاه معالجة المعطيات ذات الطابع الشخصي',
    fr: 'loi n° 09-08 sur la protection des personnes physiques à l’égard du traitement des données à caractère personnel',
    en: 'law 09-08 on the protection of natural persons in the processing of personal data',
  },
  authority: {
    ar: 'اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي',
    fr: 'Commission nationale de contrôle de la protection des données à caractère personnel (CNDP)',
    en: 'National commission for the control of personal data protection (CNDP)',
  },
};

/** The European partners (domain.md 3.10). The Arabic name is a description, not an official title. */
export const gdpr: DataLaw = {
  code: 'GDPR',
  name: {
    ar: 'اللائحة الأوروبية العامة لحماية البيانات (2016/679)',
    fr: 'règlement général sur la protection des données (UE) 2016/679',
    en: 'General Data Protection Regulation (EU) 2016/679',
  },
  authority: {
    ar: 'سلطة حماية البيانات في البلد',
    fr: 'l’autorité de protection des données du pays',
    en: 'the data protection authority of the country',
  },
};
