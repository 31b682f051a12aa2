import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import '#apps/web/sitemap.ts';
import { hireStaff } from '../../tests/fixtures/hire-staff.ts';

const first = ['فاطمة', 'خديجة', 'محمد', 'عائشة', 'نورة', 'سلمى', 'أمين', 'ليلى', 'هدى', 'كريم', 'سناء', 'يوسف'];
const middle = ['الزهراء', 'بنت علي', 'أمين', 'بن صالح', 'المختار', 'بن عمر', 'رضا', 'بن حسين', 'الهادي', 'بن منصور'];
const last = ['الطرابلسي', 'المنصوري', 'بوزيان', 'الهمامي', 'أيت الحاج', 'بن علي', 'الغربي', 'العياري', 'الشابي', 'الماجري'];

/** Opens a network with one hub and registers invented persons through the ordinary action, several at once. */
export async function buildRows(house: House, persons: number): Promise<{ officer: Actor; network: string }> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { ar: 'شبكة القياس', en: 'Bench' }, countries: ['TN'] });
  const { hub } = await act(house, admin, openHub, {
    kind: 'citess', names: { ar: 'فضاء القياس', en: 'Bench hub' }, country: 'TN', territory: 'TN-43',
  });
  const officer = await hireStaff({ house, network, hub }, 'desk_officer');
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < persons) {
      const n = next++;
      await act(house, officer, registerPerson, {
        name: `${first[n % 12]} ${middle[Math.floor(n / 12) % 10]} ${last[Math.floor(n / 120) % 10]} ${String.fromCharCode(0x628 + (n % 20))}`,
        sex: n % 3 ? 'female' : 'male', birth_year: 1950 + (n % 55), territory: 'TN-43', seen_duplicates: [],
      }).catch((error: Error) => {
        if (!error.message.includes('possible-duplicate')) throw error;
      });
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return { officer, network };
}
