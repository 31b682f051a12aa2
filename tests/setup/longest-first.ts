import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files take minutes: they go first, so that no worker waits for one of them at the end. */
const long = ['/tests/journeys/', '/tests/keeping/', '/tests/command/', '/demo/'];

/** The order of the files: those that take long, then the others as vitest orders them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (moduleId.endsWith('/every-page.test.ts') ? -1 : (long.findIndex((folder) => moduleId.includes(folder)) + long.length + 1) % (long.length + 1));
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
