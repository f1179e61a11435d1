import type { ReactNode } from 'react';
import { EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Icon } from '#kit/Icon';
import { useText } from '#platform/browser/language';
import type { ReleaseComponentPage } from '../../contract/release-components.ts';
import { text } from './components-text.ts';
import classes from './release.module.css';

const shownPaths = 5;

/** Where a component sits, by each document that names it: MR-1167 1.4.7 › rootfs › openssl; and its hashes there. */
export function Found({ page }: { page: ReleaseComponentPage }): ReactNode {
  const words = useText(text).panel;
  const hashes = page.found.flatMap((found) => Object.entries(found.hashes));
  const different = [...new Map(hashes.map(([name, value]) => [`${name} ${value}`, [name, value] as const])).values()];
  if (page.found.length === 0) return null;
  return (
    <>
      <EvidenceSection title={words.paths}>
        <div className={classes.paths}>
          {page.found.map((found) => (
            <Paths key={`${found.release.id} ${found.place}`} found={found} />
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

function Paths({ found }: { found: ReleaseComponentPage['found'][number] }): ReactNode {
  const words = useText(text).panel;
  const { model, version } = found.release;
  const hidden = found.paths.length - shownPaths;
  return (
    <>
      {found.paths.slice(0, shownPaths).map((path) => (
        <Path
          key={path.map(({ ref }) => ref).join(' ')}
          steps={[`${model.name} ${version}`, ...path.map(({ name }) => name)]}
        />
      ))}
      {found.paths.length === 0 ? <Path steps={[`${model.name} ${version}`]} /> : null}
      {hidden > 0 ? <p className={classes.path}>{words.morePaths(hidden)}</p> : null}
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

function Path({ steps }: { steps: string[] }): ReactNode {
  const last = steps.length - 1;
  return (
    <p className={classes.path} translate="no">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name can stand twice on one path
        <span key={at} className={classes.path}>
          {at > 0 ? <Icon name="right" size={12} /> : null}
          {at === last ? <b>{step}</b> : step}
        </span>
      ))}
    </p>
  );
}
