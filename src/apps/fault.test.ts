import { expect, it } from 'vitest';
import { faultOf } from './fault.ts';

it('says of an identifier used before what it says of a form sent before, and calls any other clash a bug', () => {
  expect(faultOf({ code: '23505', constraint: 'organization_pkey' })).toMatchObject({ kind: 'refused', status: 409, error: { code: 'core.key-reused' } });
  expect(faultOf({ code: '23505', constraint: 'membership_once' })).toMatchObject({ kind: 'bug', status: 500 });
});
