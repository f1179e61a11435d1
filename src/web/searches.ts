import type { Permission } from '#access/model';
import type { IconName } from '#kit/Icon';
import { clientOf } from '#platform/browser/client';
import { nameAndVersion, type SearchObjects } from './palette.ts';

/** A step's search over its objects, asked only for those who may use it. */
export interface Search {
  needs: Permission;
  search: SearchObjects;
}

const icons: Record<string, IconName> = { division: 'organization', post: 'person' };

// Contracts come when somebody searches for the first time: the first page does without them.
const products: SearchObjects = async (q, signal) => {
  const { inventory } = await import('#inventory/contract');
  const { items } = await clientOf(inventory).search({ q }, { signal });
  return items.map(({ id, title, sub, path }) => ({ id, title, detail: sub, icon: 'product', to: path }));
};

// The name of a component, also with a version or a range behind it, leads to the products that contain it.
const components: SearchObjects = async (q, signal) => {
  const { inventory } = await import('#inventory/contract');
  const { name: typed, version } = nameAndVersion(q);
  const { items } = await clientOf(inventory).listComponentNames({ q: typed, limit: 5 }, { signal });
  return items.map(({ name }) => {
    const title = version === '' ? name : `${name} ${version}`;
    return {
      id: `component ${title}`,
      title,
      icon: 'search',
      to: `/products/components?${new URLSearchParams({ q: title })}`,
    };
  });
};

const uploads: SearchObjects = async (q, signal) => {
  const { inventory } = await import('#inventory/contract');
  const { items } = await clientOf(inventory).listSbomImports({ q, limit: 3 }, { signal });
  return items.map(({ id, fileName, release }) => ({
    id,
    title: fileName,
    detail: `${release.model.name} ${release.version}`,
    icon: 'file',
    to: `/products/sboms?${new URLSearchParams({ q: fileName })}`,
  }));
};

const vulnerabilities: SearchObjects = async (q, signal) => {
  const { intelligence } = await import('#intelligence/contract');
  const { items } = await clientOf(intelligence).search({ q, limit: 6 }, { signal });
  return items.map(({ id, title, sub, path }) => ({ id, title, detail: sub, icon: 'shield', to: path }));
};

const organization: SearchObjects = async (q, signal) => {
  const contract = (await import('#organization/contract')).organization;
  const { items } = await clientOf(contract).search({ q }, { signal });
  return items.map(({ id, kind, title, holder, to }) => ({
    id,
    title,
    detail: holder ?? undefined,
    icon: icons[kind],
    to,
  }));
};

const people: SearchObjects = async (q, signal) => {
  const { access } = await import('#access/contract');
  const { items } = await clientOf(access).listPeople({ text: q, limit: 3 }, { signal });
  return items.map(({ id, name, email }) => ({
    id: `person ${id}`,
    title: name,
    detail: email,
    icon: 'person',
    to: `/settings/people?${new URLSearchParams({ q: email, row: id })}`,
  }));
};

/** Every search that the palette asks. */
export const searches: Search[] = [
  { needs: 'product:read', search: products },
  { needs: 'product:read', search: components },
  { needs: 'vulnerability:read', search: vulnerabilities },
  { needs: 'organization:read', search: organization },
  { needs: 'person:read', search: people },
  { needs: 'product:read', search: uploads },
];
