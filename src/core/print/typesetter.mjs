import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

// Setting a page takes some milliseconds of pure work: it is done beside the server, in a thread of its own.
const require = createRequire(join(workerData.root, 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const fontsOf = (name) => ['400Regular', '700Bold'].map((weight) => join(dirname(require.resolve(`${name}/package.json`)), weight));
const compiler = NodeCompiler.create({
  fontArgs: [{ fontPaths: [...fontsOf('@expo-google-fonts/noto-sans'), ...fontsOf('@expo-google-fonts/noto-sans-arabic')] }],
});
const template = readFileSync(join(workerData.root, 'src/core/print/sheet.typ'), 'utf8');

parentPort.on('message', ({ turn, sheet, as }) => {
  try {
    const given = { mainFileContent: template, inputs: { sheet: JSON.stringify(sheet) } };
    parentPort.postMessage({ turn, made: as === 'svg' ? compiler.plainSvg(given) : compiler.pdf(given) });
  } catch (error) {
    parentPort.postMessage({ turn, fault: String(error?.message ?? error) });
  } finally {
    compiler.evictCache(20);
  }
});
