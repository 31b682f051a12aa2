import { dakhlaServices } from './services-dakhla.ts';
import { mahdiaServices } from './services-mahdia.ts';
import { medinaServices } from './services-medina.ts';
import { sidiBouzidServices } from './services-sidi-bouzid.ts';
import type { DemoService } from './service.ts';

/** Every service of the demo's directory. */
export const demoServices: readonly DemoService[] = [...medinaServices, ...sidiBouzidServices, ...mahdiaServices, ...dakhlaServices];
