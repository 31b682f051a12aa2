import type { FormContent } from './form-content.ts';
import { needsFormV2 } from './needs-form-v2.ts';

/** The questionnaires that come with the house; a module that asks something of its own adds it here. */
export const shippedForms: FormContent[] = [needsFormV2];
