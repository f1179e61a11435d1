import type { ReleaseRef } from '../../contract/shapes.ts';

type Named = Pick<ReleaseRef, 'version'> & { hardware: { name: string } | null };

/** How a release is called below its model: its version, and its hardware where it has its own. */
export const labelOf = ({ version, hardware }: Named): string =>
  [version, hardware?.name].filter((part) => part).join(' ');

/** The title of its page. */
export const titleOf = ({ model, version, hardware }: Named & { model: { name: string } }): string =>
  [model.name, version, hardware?.name].filter((part) => part).join('　');
