import { PassThrough, Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Page } from '#core/page.ts';
import { decide } from '#core/policy/decide.ts';
import { writeTable } from '#modules/exchange/public.ts';
import { faultOf } from '../../fault.ts';
import { absentPage, answerFault, beforeOwnPassword, visitOf, wayToWhatIsOwed } from '../answer-page.tsx';
import { whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** The table of a sheet as CSV or XLSX, with typed cells: whoever may read the sheet takes its numbers as they stand on it. */
export async function answerTable(c: Context, web: WebHouse, page: Page, format: 'csv' | 'xlsx'): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  if (wayToWhatIsOwed(c, who, page) || (who.mustChoosePassword && !beforeOwnPassword.has(page.needs)) || !decide(who.actor, page.needs).allow) return absentPage(c, web, who);
  try {
    const table = await page.table!(visitOf(c, web, who, page));
    const file = new PassThrough();
    writeTable(format, once(table), file).catch((error: Error) => {
      web.log.error({ fault: error.name }, 'a table was cut off');
      file.destroy(error);
    });
    return new Response(Readable.toWeb(file) as never, {
      headers: {
        'Content-Type': mediaTypes[format], 'Content-Disposition': `attachment; filename="hadina.${format}"`,
        'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    });
  } catch (error) {
    const fault = faultOf(error);
    return answerFault(c, web, who, fault.kind === 'invalid' ? { kind: 'absent', status: 404 } : fault);
  }
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}
