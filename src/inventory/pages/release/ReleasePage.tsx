import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Facts } from '#kit/Facts';
import { useActions } from '#kit/Keys';
import { PageHead } from '#kit/PageHead';
import { Skeleton } from '#kit/Skeleton';
import { Time } from '#kit/Time';
import { useUrlState } from '#kit/UrlState';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { ReleasePage as Release } from '../../contract/releases.ts';
import shared from '../products.module.css';
import { modelQuery } from '../queries.ts';
import { DropAnywhere } from '../sbom/DropAnywhere.tsx';
import { useUploads } from '../sbom/uploads.ts';
import { useChanged } from '../use-changed.ts';
import { useWho } from '../use-who.ts';
import { AtAddress } from './AtAddress.tsx';
import { releaseSbomQuery } from './queries.ts';
import { ReleaseActions } from './ReleaseActions.tsx';
import { ReleaseForm } from './ReleaseForm.tsx';
import { ReleaseTabs, TabContent } from './ReleaseTabs.tsx';
import classes from './release.module.css';
import { ReleaseAnswer, useReleaseFacts } from './release-facts.tsx';
import { releaseParams } from './release-state.ts';
import { text } from './release-text.ts';
import { labelOf, titleOf } from './release-title.ts';

/** One release: where it stands, what it consists of, its bill of materials, what contains it, where it went. */
export function ReleasePage(): ReactNode {
  const words = useText(text);
  return <AtAddress title={words.release} page={(release) => <Known key={release.id} release={release} />} />;
}

/** Its facts come with it, so that nothing below them moves. */
function Known({ release }: { release: Release }): ReactNode {
  const facts = [useQuery(releaseSbomQuery(release.id)), useQuery(modelQuery(release.model.slug))];
  return facts.some(({ isPending }) => isPending) ? <Skeleton rows={8} /> : <Standing release={release} />;
}

function Standing({ release }: { release: Release }): ReactNode {
  const words = useText(text);
  const sbom = useQuery(releaseSbomQuery(release.id)).data;
  const [asked, change] = useUrlState(releaseParams);
  // Of a release of which nothing is known there is nothing to match: what is in it comes first.
  const isEmpty = release.tally.components === 0 && release.tally.sbomAt === null;
  const leads = asked.tab === 'matches' && isEmpty;
  const view = leads ? { ...asked, tab: 'components' as const } : asked;
  // The address keeps the place, so that the first part that is entered does not take the form away.
  useEffect(() => {
    if (leads) change({ tab: 'components' }, 'same');
  }, [leads, change]);
  const [isEditing, setEditing] = useState(false);
  const uploads = useUploads(release.id);
  useReplaced(sbom?.present?.id);
  const mayChange = release.mayChange && !release.removed;
  useActions(mayChange ? [{ label: words.edit, reading: 'りりーすをへんこうする', run: () => setEditing(true) }] : []);
  const send = (files: File[]) => {
    change({ tab: 'sbom', upload: null, row: null });
    uploads.send(files);
  };

  return (
    <>
      <PageHead
        title={titleOf(release)}
        here={labelOf(release)}
        answer={<ReleaseAnswer release={release} sbom={sbom} />}
        crumbs={[
          { label: words.crumb, to: '/products' },
          { label: release.model.name, to: `/products/${release.model.slug}` },
        ]}
        actions={
          <ReleaseActions
            release={release}
            sbom={sbom}
            leads={view.tab !== 'sbom'}
            onEdit={() => setEditing(true)}
            onFiles={send}
          />
        }
      />
      <div className={classes.facts}>
        <Facts facts={useReleaseFacts({ release, sbom })} />
      </div>
      <ReleaseTabs release={release} sbom={sbom} tab={view.tab} />
      <div className={classes.content}>
        <TabContent {...{ release, sbom, view, change, uploads, mayChange }} onFiles={send} />
      </div>
      <Foot release={release} />
      {mayChange ? <DropAnywhere onFiles={send} words={words.drop} /> : null}
      <ReleaseForm release={release} model={release.model} opened={isEditing} onClose={() => setEditing(false)} />
    </>
  );
}

/** When another bill of materials has come into use, everything that hangs on it is asked for again. */
function useReplaced(presentId: string | undefined): void {
  const changed = useChanged();
  const before = useRef(presentId);
  useEffect(() => {
    if (before.current !== undefined && before.current !== presentId) changed();
    before.current = presentId;
  }, [presentId, changed]);
}

function Foot({ release }: { release: Release }): ReactNode {
  const words = useText(text);
  const who = useWho();
  const mayAudit = useMay('audit:read');
  return (
    <p className={shared.foot}>
      {release.changed ? (
        <>
          <span>{words.changed(words.changedParts[release.changed.what])}</span>
          <Time at={release.changed.at} />
          <span>{who(release.changed.by)}</span>
        </>
      ) : null}
      {mayAudit ? (
        <Link to={'/settings/audit' as never} search={{ subject: release.id } as never}>
          {words.audit}
        </Link>
      ) : null}
    </p>
  );
}
