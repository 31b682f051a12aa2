import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes: they go first, so that no worker waits for one of them at the end. */
const long = ['/every-page.test.ts', '/tests/journeys/', '/tests/keeping/', '/tests/command/', '/demo/'];

/** The order of the files: those that take long, those in a process of their own, then those that share one, each as vitest orders them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const place = long.findIndex((part) => moduleId.includes(part));
  return place >= 0 ? place : long.length + (project.config.isolate ? 0 : 1);
}
