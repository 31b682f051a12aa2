import { type RawBuilder, sql } from 'kysely';
import { nameIn } from '../copy/name-order.ts';
import type { ServiceFilter } from './service-filter.input.ts';
import { freshOn } from './matching-rows.ts';

/** The order of a list that is not ordered by how well words are met, as SQL over `directory.service as service`. */
export function orderOf({ sort, lang = 'ar' }: Pick<ServiceFilter, 'sort' | 'lang'>): RawBuilder<unknown> {
  switch (sort) {
    case '-name': return sql`${nameIn[lang]} desc, service.id desc`;
    case 'fresh': return sql`${freshOn} desc, service.id`;
    case '-fresh': return sql`${freshOn}, service.id`;
    case 'waiting': return sql`service.waiting_days nulls last, service.id`;
    case '-waiting': return sql`service.waiting_days desc nulls last, service.id`;
    default: return sql`${nameIn[lang]}, service.id`;
  }
}
