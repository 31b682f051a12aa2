import { shippedForms } from '#modules/desk/public.ts';
import { callProjectForm } from './call-project-form.ts';

// Whoever opens a call finds a questionnaire to begin from.
shippedForms.push(callProjectForm);
