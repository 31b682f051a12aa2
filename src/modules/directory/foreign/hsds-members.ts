/**
 * The members of each HSDS 3.1 object: `name` a text, `name!` one that must be there, `name:kind` a number, an address on the web
 * (uri), an e-mail, a date, a moment, one of several codes (a|b), another object, or a list of them (object[]).
 * Facts of the standard (docs.openreferral.org, CC BY 4.0); members it does not name are kept as they come.
 */
export const hsdsMembers = {
  service: `id! organization_id program_id name! alternate_name description url:uri additional_urls:url[] email:email 
    status!:active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees 
    accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert 
    last_modified:moment phones:phone[] schedules:schedule[] service_areas:service_area[] service_at_locations:service_at_location[] 
    languages:language[] organization:organization funding:funding[] cost_options:cost_option[] program:program 
    required_documents:required_document[] contacts:contact[] capacities:service_capacity[] attributes:attribute[] metadata:metadata[]`,
  organization: `id! name! alternate_name description! email:email website:uri additional_websites:url[] tax_status tax_id 
    year_incorporated:number legal_status logo uri:uri parent_organization_id funding:funding[] contacts:contact[] phones:phone[] 
    locations:location[] programs:program[] organization_identifiers:organization_identifier[] attributes:attribute[] metadata:metadata[]`,
  location: `id! location_type!:physical|postal|virtual url:uri organization_id name alternate_name description transportation 
    latitude:number longitude:number external_identifier external_identifier_type languages:language[] addresses:address[] 
    contacts:contact[] accessibility:accessibility[] phones:phone[] schedules:schedule[] attributes:attribute[] metadata:metadata[]`,
  service_at_location: `id! service_id location_id description service_areas:service_area[] contacts:contact[] phones:phone[] 
    schedules:schedule[] location:location attributes:attribute[] metadata:metadata[]`,
  program: `id! organization_id name! alternate_name description! attributes:attribute[] metadata:metadata[]`,
  phone: `id! location_id service_id organization_id contact_id service_at_location_id number! extension:number type description 
    languages:language[] attributes:attribute[] metadata:metadata[]`,
  contact: `id! organization_id service_id service_at_location_id location_id name title department email:email phones:phone[] 
    attributes:attribute[] metadata:metadata[]`,
  address: `id! location_id attention address_1! address_2 city! region state_province! postal_code! country! 
    address_type!:physical|postal|virtual attributes:attribute[] metadata:metadata[]`,
  schedule: `id! service_id location_id service_at_location_id valid_from:date valid_to:date dtstart:date timezone:number until:date 
    count:number wkst:MO|TU|WE|TH|FR|SA|SU freq:WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at 
    closes_at schedule_link:uri attending_type notes attributes:attribute[] metadata:metadata[]`,
  service_area: `id! service_id service_at_location_id name description extent extent_type uri attributes:attribute[] metadata:metadata[]`,
  language: `id! service_id location_id phone_id name code note attributes:attribute[] metadata:metadata[]`,
  cost_option: `id! service_id valid_from:date valid_to:date option currency amount:number amount_description attributes:attribute[] 
    metadata:metadata[]`,
  required_document: `id! service_id document uri:uri attributes:attribute[] metadata:metadata[]`,
  funding: `id! organization_id service_id source attributes:attribute[] metadata:metadata[]`,
  accessibility: `id! location_id description details url:uri attributes:attribute[] metadata:metadata[]`,
  service_capacity: `id! service_id unit!:unit unit_id available!:number maximum:number description updated!:moment 
    attributes:attribute[] metadata:metadata[]`,
  unit: `id! name! scheme identifier uri:uri attributes:attribute[] metadata:metadata[]`,
  url: `id! label url!:uri organization_id service_id attributes:attribute[] metadata:metadata[]`,
  organization_identifier: `id! organization_id identifier_scheme identifier_type! identifier! attributes:attribute[] metadata:metadata[]`,
  attribute: `id! link_id taxonomy_term_id link_type link_entity value taxonomy_term:taxonomy_term metadata:metadata[] label`,
  taxonomy_term: `id! code name! description! parent_id taxonomy taxonomy_detail:taxonomy language taxonomy_id term_uri:uri 
    metadata:metadata[]`,
  taxonomy: `id! name! description! uri:uri version metadata:metadata[]`,
  metadata: `id! resource_id resource_type last_action_date!:date last_action_type! field_name! previous_value! replacement_value! 
    updated_by!`,
} as const;

export type HsdsObject = keyof typeof hsdsMembers;

export interface HsdsMember {
  readonly name: string;
  readonly needed: boolean;
  /** text, number, uri, email, date, moment, or the name of another object. */
  readonly kind: string;
  readonly list: boolean;
  /** The codes it may be; empty for everything that is no code. */
  readonly codes: readonly string[];
}

function read(word: string): HsdsMember {
  const [name = '', kind = 'text'] = word.split(':');
  const codes = kind.includes('|') ? kind.split('|').map((code) => code.replaceAll('_', ' ')) : [];
  return { name: name.replace('!', ''), needed: name.endsWith('!'), kind: codes.length ? 'code' : kind.replace('[]', ''), list: kind.endsWith('[]'), codes };
}

/** The same table, read: members by object. */
export const hsdsObjects: ReadonlyMap<string, readonly HsdsMember[]> = new Map(
  Object.entries(hsdsMembers).map(([object, words]) => [object, words.trim().split(/\s+/u).map(read)]),
);
