import { type RawBuilder, sql } from 'kysely';
import type { ServiceFilter } from './service-filter.input.ts';
import { freshOn } from './matching-rows.ts';

/** A name in the reader's language or the next best, written exactly as the index of names keeps it. */
const names: Readonly<Record<'ar' | 'fr' | 'en', RawBuilder<unknown>>> = {
  ar: sql`left(coalesce(service.names ->> 'ar', service.names ->> 'fr', service.names ->> 'en'), 120)`,
  fr: sql`left(coalesce(service.names ->> 'fr', service.names ->> 'ar', service.names ->> 'en'), 120)`,
  en: sql`left(coalesce(service.names ->> 'en', service.names ->> 'ar', service.names ->> 'fr'), 120)`,
};

/** The order of a list that is not ordered by how well words are met, as SQL over `directory.service as service`. */
export function orderOf({ sort, lang = 'ar' }: Pick<ServiceFilter, 'sort' | 'lang'>): RawBuilder<unknown> {
  switch (sort) {
    case '-name': return sql`${names[lang]} desc, service.id desc`;
    case 'fresh': return sql`${freshOn} desc, service.id`;
    case '-fresh': return sql`${freshOn}, service.id`;
    case 'waiting': return sql`service.waiting_days nulls last, service.id`;
    case '-waiting': return sql`service.waiting_days desc nulls last, service.id`;
    default: return sql`${names[lang]}, service.id`;
  }
}
