import type { RegistrationQuestion } from '#modules/incubation/public.ts';
import type { ImportKind } from '../exchange.ts';

export type TableKind = Exclude<ImportKind, 'hsds'>;

/** A field that a column may give, with the headings that people write over it, in three languages; folded when compared. */
export interface TableField {
  readonly name: string;
  readonly headings: string;
}

const names: readonly TableField[] = [
  { name: 'id', headings: 'id|identifiant|code|reference|ref|المعرف|الرمز|المرجع' },
  { name: 'name', headings: 'name|nom|intitule|designation|libelle|titre|title|service|nom du service|service name|organisation|organization|organisme|nom de l organisme|الاسم|التسمية|العنوان|اسم الخدمة|الخدمة|اسم الهيئة' },
  { name: 'name_ar', headings: 'name_ar|nom ar|nom arabe|nom en arabe|arabic name|name (ar)|nom (ar)|الاسم بالعربية|التسمية بالعربية' },
  { name: 'name_fr', headings: 'name_fr|nom fr|nom francais|nom en francais|french name|name (fr)|nom (fr)|الاسم بالفرنسية|التسمية بالفرنسية' },
  { name: 'name_en', headings: 'name_en|english name|nom anglais|name (en)|nom (en)|الاسم بالإنجليزية' },
  { name: 'description', headings: 'description|descriptif|resume|presentation|about|details|الوصف|التعريف|نبذة' },
];
const reach: readonly TableField[] = [
  { name: 'phone', headings: 'phone|tel|telephone|mobile|gsm|numero de telephone|contact|الهاتف|رقم الهاتف|الجوال|المحمول' },
  { name: 'email', headings: 'email|e-mail|mail|courriel|adresse electronique|البريد الإلكتروني|العنوان الإلكتروني|البريد' },
  { name: 'url', headings: 'url|website|web|site|site web|lien|الموقع|موقع الواب|الموقع الإلكتروني' },
  { name: 'address', headings: 'address|adresse|rue|street|العنوان البريدي|العنوان|الشارع|مقر السكنى' },
  { name: 'territory', headings: 'territory|territoire|governorate|gouvernorat|wilaya|region|province|zone|area|lieu|place of residence|lieu de residence|الولاية|الجهة|الإقليم|العمالة|المنطقة|المكان|مكان السكن' },
];

const persons: readonly TableField[] = [
  { name: 'name', headings: 'name|full name|nom|nom complet|nom et prenom|nom prenom|الاسم|الاسم الكامل|الاسم واللقب' },
  { name: 'first_name', headings: 'first name|firstname|given name|prenom|الاسم الشخصي|الاسم الأول' },
  { name: 'family_name', headings: 'family name|last name|lastname|surname|nom de famille|اللقب|الاسم العائلي' },
  { name: 'name_other', headings: 'latin name|nom latin|nom en francais|nom en arabe|arabic name|الاسم بالفرنسية|الاسم بالعربية|الاسم باللاتينية' },
  { name: 'birth_date', headings: 'birth date|date of birth|dob|birthdate|date de naissance|ne le|nee le|تاريخ الولادة|تاريخ الميلاد|تاريخ الازدياد' },
  { name: 'birth_year', headings: 'birth year|year of birth|annee de naissance|سنة الولادة|سنة الميلاد' },
  { name: 'sex', headings: 'sex|gender|sexe|genre|الجنس|النوع' },
  { name: 'id_number', headings: 'id number|national id|cin|cnie|n cin|numero cin|carte d identite|رقم بطاقة التعريف|بطاقة التعريف|رقم البطاقة الوطنية' },
  ...reach.filter(({ name }) => name !== 'email' && name !== 'url'),
];

/** The fields of each kind of table, those that one looks for first standing first. */
export const tableFields: Readonly<Record<TableKind, readonly TableField[]>> = {
  services: [
    ...names,
    { name: 'organization', headings: 'organization|organisation|organisme|provider|prestataire|fournisseur|structure|partenaire|الهيئة|الجهة المقدمة|المزود|الشريك|المؤسسة' },
    { name: 'type', headings: 'type|kind|category|categorie|type de service|domaine|النوع|الصنف|نوع الخدمة|المجال' },
    { name: 'modes', headings: 'mode|modes|modalite|طريقة التقديم' },
    { name: 'stages', headings: 'stage|stages|etape|phase|المرحلة' },
    { name: 'languages', headings: 'languages|language|langues|langue|اللغات|اللغة' },
    ...reach,
    { name: 'locality', headings: 'city|ville|locality|localite|commune|delegation|المدينة|البلدية|المعتمدية' },
    { name: 'latitude', headings: 'latitude|lat|خط العرض' },
    { name: 'longitude', headings: 'longitude|lon|lng|long|خط الطول' },
    { name: 'price', headings: 'price|cost|prix|cout|tarif|السعر|الكلفة|التعريفة' },
    { name: 'currency', headings: 'currency|devise|monnaie|العملة' },
    { name: 'age_from', headings: 'minimum age|min age|age minimum|age min|السن الأدنى' },
    { name: 'age_to', headings: 'maximum age|max age|age maximum|age max|السن الأقصى' },
    { name: 'documents', headings: 'documents|required documents|pieces|pieces a fournir|الوثائق|الوثائق المطلوبة' },
    { name: 'places', headings: 'places|capacity|capacite|المقاعد|طاقة الاستيعاب' },
    { name: 'waiting_days', headings: 'waiting days|wait|delai|attente|أيام الانتظار' },
  ],
  organizations: [
    ...names,
    { name: 'kind', headings: 'kind|type|forme|legal form|forme juridique|statut juridique|الشكل القانوني|الصنف|النوع' },
    { name: 'sector', headings: 'sector|secteur|القطاع' },
    { name: 'founded', headings: 'founded|year|annee|annee de creation|date de creation|سنة التأسيس|تاريخ التأسيس' },
    ...reach,
  ],
  persons,
  registrations: persons,
};

/** One of these must be given, or no row says whom it is about. */
export const nameFields: Readonly<Record<TableKind, readonly string[]>> = {
  services: ['name', 'name_ar', 'name_fr', 'name_en'], organizations: ['name', 'name_ar', 'name_fr', 'name_en'], persons: ['name', 'first_name', 'family_name'], registrations: ['name', 'first_name', 'family_name'],
};

/** The fields of a table; a file of registrations gives answers too, one field for each question of its call. */
export const fieldsOf = (kind: TableKind, questions: readonly RegistrationQuestion[] = []): readonly TableField[] =>
  [...tableFields[kind], ...questions.map(({ code, labels }) => ({ name: answerField(code), headings: [code.replaceAll('-', ' '), ...Object.values(labels), usualHeadings[code]].filter(Boolean).join('|') }))];

/** What people write over a column, where a form asks in a whole sentence. */
const usualHeadings: Readonly<Record<string, string>> = {
  stage: 'stage|stade|stade du projet|etape du projet|المرحلة|مرحلة المشروع',
  sector: 'sector|secteur|secteur d activite|القطاع|مجال النشاط',
  project: 'project|projet|idee de projet|intitule du projet|المشروع|فكرة المشروع',
  training: 'training|formation|formation suivie|تكوين سابق|التكوين',
  members: 'members|membres|nombre de membres|عدد الأعضاء',
};

/** The field that answers a question. */
export const answerField = (question: string): string => `answer_${question}`;
