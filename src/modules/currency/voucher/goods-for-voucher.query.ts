import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import type { Category } from '../codes.ts';
import { query } from '../currency.ts';
import { shopAt, shopsOfTill } from '../till/shop-of-till.ts';
import { voucherBrought } from './known-voucher.ts';
import { voucherLink } from './voucher-code.ts';

/**
 * What the shop at the till may sell for a voucher that was brought: of what it sells, what the paper pays for. Before a code is there, and for one that pays nothing here,
 * everything the shop sells, so that the page looks the same; why it is not taken is said when it is tried. It names no aid.
 */
export const goodsForVoucher = query({
  name: 'goods-for-voucher',
  says: 'Shows a shop what it may sell for a voucher.',
  input: z.strictObject({ code: maybe(text(200)) }),
  link: ({ code }) => voucherLink(code ?? ''),
  run: async (asking, { code }): Promise<{ categories: readonly Category[] }> => {
    const voucher = code ? await voucherBrought(asking, code) : undefined;
    const shop = (voucher && (await shopAt(asking, voucher.hub))) ?? (await shopsOfTill(asking))[0];
    if (!shop) return { categories: [] };
    const paid = voucher && !voucher.altered && voucher.state === 'issued' ? shop.categories.filter((each) => voucher.categories.includes(each)) : [];
    return { categories: paid.length > 0 ? paid : shop.categories };
  },
});
