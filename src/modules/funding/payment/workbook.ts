import type { PaymentLine } from './carrier.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The lines as a workbook with accounts as text, so that no sheet turns them into numbers or formulas. */
export async function asWorkbook(lines: readonly PaymentLine[], name: string): Promise<{ content: string; mediaType: string; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('payments', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['reference', 'holder', 'account', 'way', 'amount', 'currency']);
  for (const { reference, holder, number, way, amount, currency } of lines) sheet.addRow([reference, holder, number, way, Number(amount), currency]).getCell(3).numFmt = '@';
  return { content: Buffer.from(await book.xlsx.writeBuffer()).toString('base64'), mediaType, fileName: `${name}.xlsx` };
}
