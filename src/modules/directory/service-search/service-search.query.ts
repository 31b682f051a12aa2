import { query } from '../directory.ts';
import { searchServices } from './search-services.ts';
import { serviceFilterInput } from './service-filter.input.ts';

/** The public directory: what is listed, found by words in any language and spelling, and by kind, stage, mode, place, language. */
export const serviceSearch = query({
  name: 'service-search',
  says: 'Look for a service in the public directory',
  input: serviceFilterInput,
  run: (asking, filter) => searchServices(asking, filter, true),
});

/** The directory as staff see it: also entries that are not shown to the public, and old ones. */
export const serviceList = query({
  name: 'service-list',
  says: 'Look for a service in the whole directory',
  input: serviceFilterInput,
  run: (asking, filter) => searchServices(asking, filter, false),
});
