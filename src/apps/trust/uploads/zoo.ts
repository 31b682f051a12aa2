import { archives } from './archives.ts';
import { type Beast, kept } from './beast.ts';
import { deceivingNames, disguises } from './disguises.ts';
import { papers } from './papers.ts';
import { pictures } from './pictures.ts';

/** Every file of the zoo, made in memory by this program: nobody's file is needed and none lies on disk. */
export async function openZoo(): Promise<Beast[]> {
  const shown = await pictures();
  const plain = shown[0]!.bytes;
  return [...shown, ...deceivingNames.map((name) => kept(`a picture called ${JSON.stringify(name).slice(0, 40)}`, name, plain)), ...papers(), ...archives(), ...disguises()];
}
