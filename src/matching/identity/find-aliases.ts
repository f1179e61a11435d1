import { aliasRows, plainWords } from './aliases.ts';
import { foldName } from './fold.ts';

export type Alias = { vendor: string; product: string };

const rowsByName = new Map<string, Alias[]>();
const rowsByHome = new Map<string, Alias[]>();
const rowsByProduct = new Map<string, Alias[]>();

for (const { names, products, homes } of aliasRows) {
  const aliases = products.map((pair) => {
    const colon = pair.indexOf(':');
    return { vendor: pair.slice(0, colon), product: pair.slice(colon + 1) };
  });
  for (const name of names) rowsByName.set(name, [...(rowsByName.get(name) ?? []), ...aliases]);
  for (const home of homes) rowsByHome.set(home, aliases);
  for (const pair of products) rowsByProduct.set(pair, [...(rowsByProduct.get(pair) ?? []), ...aliases]);
}

/** The products that a package of a system or a source archive of this name is. */
export function aliasesOfPackage(name: string): Alias[] {
  return rowsByName.get(name.toLowerCase()) ?? [];
}

/** The same of a bare name, where an everyday word asks for the vendor as well. */
export function aliasesOfName(name: string, supplier: string | null): Alias[] {
  const aliases = aliasesOfPackage(name);
  if (!plainWords.has(name.toLowerCase())) return aliases;
  return aliases.filter(({ vendor }) => supplier !== null && foldName(supplier).includes(foldName(vendor)));
}

/** Of a repository "owner/name"; whoever copied it under another owner keeps no alias. */
export function aliasesOfHome(home: string): Alias[] {
  return rowsByHome.get(home) ?? [];
}

/** The other names of a product whose vendor and product are known: "arm:mbed_tls" is "trustedfirmware:mbed_tls" too. */
export function aliasesOfProduct(vendor: string, product: string): Alias[] {
  return rowsByProduct.get(`${vendor}:${product}`) ?? [];
}
