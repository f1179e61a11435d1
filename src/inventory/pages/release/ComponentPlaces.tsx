import type { ReactNode } from 'react';
import { EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Steps } from '#kit/Steps';
import { useText } from '#platform/browser/language';
import type { ReleaseComponentPage } from '../../contract/release-components.ts';
import { text } from './components-text.ts';
import classes from './release.module.css';

const shownPaths = 5;

/** Where a component sits, by each document that names it and each entry by hand: MR-1167 1.4.7 › rootfs › openssl; and its hashes there. */
export function ComponentPlaces({ page }: { page: ReleaseComponentPage }): ReactNode {
  const words = useText(text).panel;
  const hashes = page.found.flatMap((found) => Object.entries(found.hashes));
  const different = [...new Map(hashes.map(([name, value]) => [`${name} ${value}`, [name, value] as const])).values()];
  if (page.found.length === 0) return null;
  return (
    <>
      <EvidenceSection title={words.paths}>
        <div className={classes.paths}>
          {page.found.map((found) => (
            <Paths key={`${found.release.id} ${found.origin}`} page={page} found={found} />
          ))}
        </div>
      </EvidenceSection>
      {different.length > 0 ? (
        <EvidenceSection title={words.hashes}>
          <FactList
            facts={different.map(([name, value]) => [
              name,
              <span key={value} className={classes.identity} translate="no">
                {value}
              </span>,
            ])}
          />
        </EvidenceSection>
      ) : null}
    </>
  );
}

type FoundIn = ReleaseComponentPage['found'][number];

function Paths({ page, found }: { page: ReleaseComponentPage; found: FoundIn }): ReactNode {
  const words = useText(text).panel;
  const all = startsOf(page, found).flatMap((start) =>
    found.paths.length === 0
      ? [start]
      : found.paths.map((path) => [...start, ...belowSubject(path, found).map(({ name }) => name)]),
  );
  // Paths of other references can read the same.
  const different = [...new Map(all.map((steps) => [steps.join(' › '), steps]))];
  const hidden = different.length - shownPaths;
  return (
    <>
      {different.slice(0, shownPaths).map(([name, steps]) => (
        <p key={name} className={classes.path}>
          <Steps names={steps} />
        </p>
      ))}
      {hidden > 0 ? <p className={classes.path}>{words.morePaths(hidden)}</p> : null}
      {found.origin === 'hand' ? <p className={classes.path}>{words.handPart}</p> : null}
      {found.place ? (
        <p className={classes.path}>
          {words.place}
          <span className={classes.identity} translate="no">
            {found.place}
          </span>
        </p>
      ) : null}
    </>
  );
}

const label = ({ model, version }: FoundIn['release']) => `${model.name} ${version}`;

/** The release of the page, and the modules that bring the component when it is in another one: one for each way there. */
function startsOf({ release }: ReleaseComponentPage, found: FoundIn): string[][] {
  if (found.release.id === release.id) return [[label(release)]];
  return found.through.map((way) => [release, ...way, found.release].map(label));
}

/** Most documents describe their product by its name, which stands at the start already. */
function belowSubject(path: FoundIn['paths'][number], { release }: FoundIn): FoundIn['paths'][number] {
  return path.length > 1 && path[0]?.name === release.model.name ? path.slice(1) : path;
}
