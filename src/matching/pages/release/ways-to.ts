import type { ComponentPage } from './component-query.ts';

type Found = ComponentPage['found'][number];

/** The ways to a component of a release, each from the release down, through the modules that bring it and the documents that name it. */
export function waysTo(page: ComponentPage): string[][] {
  const ways = page.found.flatMap((found) =>
    startsOf(page, found).flatMap((start) =>
      found.paths.length === 0
        ? [[...start, page.component.name]]
        : found.paths.map((path) => [...start, ...belowSubject(path, found)]),
    ),
  );
  return [...new Map(ways.map((way) => [way.join('\n'), way])).values()];
}

const label = ({ model, version }: Found['release']) => `${model.name} ${version}`;

function startsOf({ release }: ComponentPage, found: Found): string[][] {
  if (found.release.id === release.id) return [[label(release)]];
  return found.through.map((way) => [release, ...way, found.release].map(label));
}

/** Most documents describe their product by its name, which stands at the start already. */
function belowSubject(path: Found['paths'][number], { release }: Found): string[] {
  const names = path.map(({ name }) => name);
  return names.length > 1 && names[0] === release.model.name ? names.slice(1) : names;
}
