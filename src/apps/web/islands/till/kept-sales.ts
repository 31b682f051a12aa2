import type { OfflineSale } from '#modules/currency/offline/sale-text.input.ts';

/** A sale as this phone keeps it: signed, waiting for the network, or as it ended. Of the card only a mark that nobody else can make; what was sealed goes when it is settled. */
export interface KeptSale extends OfflineSale {
  readonly sealed: string;
  readonly signature: string;
  readonly day: string;
  readonly mark: string;
  readonly state: 'waiting' | 'paid' | 'refused';
  /** What the house said of it. */
  readonly told: string;
}

/** This phone as a till: its keys, which it can use and not give away, and how far it has counted. */
export interface KeptTill {
  readonly shop: string;
  readonly id: string;
  readonly keys: CryptoKeyPair;
  readonly marks: CryptoKey;
  readonly number: number;
  readonly previous: string;
  readonly stopped: boolean;
}

const opened = new Promise<IDBDatabase>((resolve, reject) => {
  const asked = indexedDB.open('hadina-till', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('till');
    asked.result.createObjectStore('sales', { keyPath: ['till', 'number'] });
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

/** Reads one thing. */
const read = async <T>(store: 'till' | 'sales', ask: (of: IDBObjectStore) => IDBRequest): Promise<T> => {
  const request = ask((await opened).transaction(store).objectStore(store));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
};

/** Writes all of it or nothing, and comes back when the disk has it. */
const write = async (work: (till: IDBObjectStore, sales: IDBObjectStore) => void): Promise<void> => {
  const together = (await opened).transaction(['till', 'sales'], 'readwrite', { durability: 'strict' });
  work(together.objectStore('till'), together.objectStore('sales'));
  return new Promise((resolve, reject) => {
    together.oncomplete = () => resolve();
    together.onabort = () => reject(together.error);
  });
};

/** This phone's till for a shop, when it is one. */
export const keptTill = async (shop: string): Promise<KeptTill | undefined> => read('till', (of) => of.get(shop));

/** Keeps the till itself. */
export const keepTill = (till: KeptTill): Promise<void> => write((tills) => tills.put(till, till.shop));

/** Every sale this till keeps, in the order of their numbers. */
export const keptSales = async ({ id }: KeptTill): Promise<KeptSale[]> => (await read<KeptSale[]>('sales', (of) => of.getAll())).filter(({ till }) => till === id);

/** Keeps a new sale and counts on, in one: no number is given twice, whatever is switched off meanwhile. */
export const keepSale = (till: KeptTill, sale: KeptSale, previous: string): Promise<void> =>
  write((tills, sales) => { sales.add(sale); tills.put({ ...till, number: sale.number, previous }, till.shop); });

/** Writes how a sale ended; her card and digits are wiped with it. */
export const keepEnd = (sale: KeptSale, state: 'paid' | 'refused', told: string): Promise<void> => write((_, sales) => sales.put({ ...sale, sealed: '', signature: '', mark: state === 'paid' ? sale.mark : '', state, told }));

/** Forgets sales that ended before a day. */
export const forgetBefore = async (till: KeptTill, day: string): Promise<void> => {
  const old = (await keptSales(till)).filter((sale) => sale.state !== 'waiting' && sale.day < day);
  if (old.length) await write((_, sales) => { for (const { number } of old) sales.delete([till.id, number]); });
};
