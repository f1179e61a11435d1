import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '#kit/Skeleton';
import { Tabs } from '#kit/Tabs';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import type { ReleaseSbom } from '../../contract/sbom-shapes.ts';
import type { Uploads } from '../sbom/uploads.ts';
import { ComponentsTab } from './ComponentsTab.tsx';
import { useMatchesPlace } from './matches-place.tsx';
import { type ChangeView, type ReleaseTab, type ReleaseView, releaseTabs } from './release-state.ts';
import { text } from './release-text.ts';

// The components come with the page; what is looked at less often comes when it is.
const SbomTab = lazy(() => import('../sbom/SbomTab.tsx').then((loaded) => ({ default: loaded.SbomTab })));
const ModulesTab = lazy(() => import('./ModulesTab.tsx').then((loaded) => ({ default: loaded.ModulesTab })));
const ShipmentsTab = lazy(() => import('./ShipmentsTab.tsx').then((loaded) => ({ default: loaded.ShipmentsTab })));
const EvidenceTab = lazy(() => import('./EvidenceTab.tsx').then((loaded) => ({ default: loaded.EvidenceTab })));
const HistoryTab = lazy(() => import('./HistoryTab.tsx').then((loaded) => ({ default: loaded.HistoryTab })));

interface Known {
  release: ReleasePage;
  /** undefined while it is on its way. */
  sbom: ReleaseSbom | undefined;
}

/** What every view of a release is given. */
export interface TabProps extends Known {
  view: ReleaseView;
  change: ChangeView;
  uploads: Uploads;
  mayChange: boolean;
  /** Brings files in as bills of materials. */
  onFiles: (files: File[]) => void;
}

/** The views of a release, each with its own address and count. */
export function ReleaseTabs({ release, sbom, tab }: Known & { tab: ReleaseTab }): ReactNode {
  const words = useText(text).tabs;
  const { components, unidentified } = sbom?.counts ?? release.tally;
  const { useCount } = useMatchesPlace();
  const matches = useCount(release.id);
  const counts: Partial<Record<ReleaseTab, number>> = {
    ...(matches ? { matches: matches.count } : {}),
    components,
    unidentified,
    modules: release.contains.length + release.containedIn.length,
    ...(sbom ? { evidence: sbom.evidence.length } : {}),
  };
  return (
    <Tabs
      label={words.label}
      tabs={releaseTabs.map((key) => ({
        label: words[key],
        to: '.',
        search: key === 'matches' ? {} : { tab: key },
        current: tab === key,
        ...(counts[key] === undefined ? {} : { count: counts[key] }),
        hot: (key === 'unidentified' && unidentified > 0) || (key === 'matches' && matches?.hot === true),
      }))}
    />
  );
}

/** The view that the address names. */
export function TabContent(props: TabProps): ReactNode {
  return (
    <Suspense fallback={<Skeleton rows={6} />}>
      <Content {...props} />
    </Suspense>
  );
}

function Content(props: TabProps): ReactNode {
  const { Content: Matches } = useMatchesPlace();
  switch (props.view.tab) {
    case 'matches':
      return <Matches releaseId={props.release.id} />;
    case 'components':
    case 'unidentified':
      return <ComponentsTab {...props} />;
    case 'sbom':
      return <SbomTab {...props} />;
    case 'modules':
      return <ModulesTab release={props.release} mayChange={props.mayChange} />;
    case 'shipments':
      return <ShipmentsTab release={props.release} mayChange={props.mayChange} />;
    case 'evidence':
      return <EvidenceTab {...props} />;
    case 'history':
      return <HistoryTab release={props.release} />;
  }
}
