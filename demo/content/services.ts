import { incubatorServices, jisrService } from './incubators.ts';
import { lingareServices } from './lingare.ts';
import { medtownServices } from './medtown.ts';
import { dakhlaServices } from './services-dakhla.ts';
import { mahdiaServices } from './services-mahdia.ts';
import { medinaServices } from './services-medina.ts';
import { sidiBouzidServices } from './services-sidi-bouzid.ts';
import type { DemoService } from './service.ts';

/** Every service of the demo's directory. */
export const demoServices: readonly DemoService[] = [
  ...medinaServices, ...sidiBouzidServices, ...mahdiaServices, ...dakhlaServices,
  jisrService('dakhla', [
    'حوالي 4\u00a0000 مستفيدة متوقعة، وتكوين للمكونين لفائدة نحو عشرين؛ مرحلة التمويل يوم 21 يوليوز 2025 (المصدر: africa4press.com وsahelpress.com).',
    'Environ 4\u00a0000 bénéficiaires visées, une vingtaine de formateurs formés ; phase de financement le 21 juillet 2025 (sources : africa4press.com, sahelpress.com).',
    'About 4,000 women aimed at, some twenty trainers trained; funding stage on 21 July 2025 (sources: africa4press.com, sahelpress.com).',
  ]),
  ...incubatorServices, ...lingareServices, ...medtownServices,
];
