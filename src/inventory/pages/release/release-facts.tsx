import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Label } from '#kit/Chip';
import { Id } from '#kit/Id';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ReleasePage } from '../../contract/releases.ts';
import type { ReleaseSbom } from '../../contract/sbom-shapes.ts';
import { releaseStateText } from '../../release-state-text.ts';
import shared from '../products.module.css';
import { modelQuery } from '../queries.ts';
import { formatWords } from '../sbom/sbom-words.ts';
import { dayWords } from '../support-words.ts';
import classes from './release.module.css';
import { text } from './release-text.ts';

interface Known {
  release: ReleasePage;
  /** undefined while it is on its way. */
  sbom: ReleaseSbom | undefined;
}

/** Where the release stands, in one sentence or two. */
export function ReleaseAnswer({ release, sbom }: Known): ReactNode {
  const words = useText(text).answer;
  if (release.removed) return words.removed;
  const { components, unidentified } = sbom?.counts ?? release.tally;
  const hasNone = components === 0 && (sbom ? !sbom.present : !release.tally.sbomAt);
  return (
    <>
      {words[release.state]}
      {hasNone
        ? words.noParts
        : unidentified > 0
          ? words.unidentified(countText(components), countText(unidentified))
          : words.parts(countText(components))}
    </>
  );
}

/** What is known of the release, in one row. */
export function useReleaseFacts({ release, sbom }: Known): ([string, ReactNode] | null)[] {
  const words = useText(text);
  const model = useQuery(modelQuery(release.model.slug)).data;
  const { facts } = words;
  const endsOn = model?.supportDates.find(({ kind }) => kind === 'security')?.endsOn ?? null;
  return [
    [facts.state, <StateWords key="state" release={release} />],
    [facts.units, release.tally.units > 0 ? words.unitCount(countText(release.tally.units)) : words.noUnits],
    [facts.hardware, release.hardware ? <Id key="hardware">{release.hardware.name}</Id> : words.anyHardware],
    [facts.support, model ? <Support key="support" endsOn={endsOn} today={release.today} /> : '…'],
    [facts.owner, <People key="owner" owner={release.owner} />],
    model?.rebuiltOn ? [facts.rebuilt, <DayWords key="rebuilt" on={model.rebuiltOn} />] : null,
    [facts.sbom, sbom?.present ? <Present key="sbom" present={sbom.present} /> : sbom ? words.noSbom : '…'],
    release.firmwareName ? [facts.firmware, <Id key="firmware">{release.firmwareName}</Id>] : null,
    release.tags.length > 0 ? [facts.tags, <Tags key="tags" tags={release.tags} />] : null,
  ];
}

function StateWords({ release }: { release: ReleasePage }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const { state, releasedOn, endedOn } = release;
  const said = useText(releaseStateText)[state];
  const on = state === 'ended' ? endedOn : releasedOn;
  if (!on) return said;
  const day = dayWords(on, language);
  return state === 'in-development' ? words.planned(said, day) : words.stateOn(said, day);
}

function Support(props: { endsOn: string | null; today: string }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  if (props.endsOn === null) return words.unknown;
  const day = dayWords(props.endsOn, language);
  if (props.endsOn >= props.today) return words.until(day);
  return <span className={shared.alert}>{words.endedOn(day)}</span>;
}

function People({ owner }: { owner: ReleasePage['owner'] }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const people = [owner?.holder, owner?.deputy].filter((name) => name != null);
  if (people.length > 0) return people.join(language === 'ja' ? '・' : ', ');
  return <span className={shared.alert}>{words.noOwner}</span>;
}

function DayWords({ on }: { on: string }): ReactNode {
  const { language } = useLanguage();
  return <time dateTime={on}>{dayWords(on, language)}</time>;
}

function Present({ present }: { present: NonNullable<ReleaseSbom['present']> }): ReactNode {
  return (
    <span className={classes.pair}>
      <span>{formatWords(present)}</span>
      <Time at={present.acceptedAt} />
    </span>
  );
}

function Tags({ tags }: { tags: string[] }): ReactNode {
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <Label key={tag}>{tag}</Label>
      ))}
    </span>
  );
}
