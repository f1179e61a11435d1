import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { State } from '#kit/Chip';
import { Id } from '#kit/Id';
import { Lines, None, Note } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedRelease } from '../contract/releases.ts';
import type { ListedLine, ListedModel } from '../contract.ts';
import { text as inventoryText } from '../kind-text.ts';
import { fieldStates } from '../model/registers.ts';
import { standingOf } from '../model.ts';
import { oldestGoodBuild } from '../rebuilding.ts';
import { releaseStateText } from '../release-state-text.ts';
import { LackingLink } from './LackingLink.tsx';
import { text } from './list-text.ts';
import { OwnerCell } from './OwnerCell.tsx';
import classes from './products.module.css';
import { countryNames, dayWords, monthWords, timeLeft } from './support-words.ts';
import { text as treeText } from './tree-text.ts';

/** The name of a model and what tells it from others: its kind, its note, where it is sold, what follows it. */
export function ModelName({ model }: { model: ListedModel }): ReactNode {
  const { language } = useLanguage();
  const words = useText(treeText).tree;
  const kinds = useText(inventoryText).kinds;
  const notes = [
    model.kind === 'device' ? '' : kinds[model.kind],
    model.note,
    model.markets.length > 0 ? countryNames(model.markets, language) : '',
    model.successor ? words.succeededBy(model.successor.name) : '',
  ].filter(Boolean);
  return (
    <span className={classes.named}>
      <Link to="/products/$model" params={{ model: model.slug } as never}>
        {model.name}
      </Link>
      <span className={classes.notes}>
        {notes.map((note) => (
          <Note key={note}>{note}</Note>
        ))}
      </span>
    </span>
  );
}

/** The version of a release as a link, its hardware, and when it came out or is to come. */
export function ReleaseName({ release }: { release: ListedRelease }): ReactNode {
  const { language } = useLanguage();
  const words = useText(treeText).tree;
  const { releasedOn, state, hardware } = release;
  const when =
    releasedOn === null
      ? words.noDate
      : state === 'in-development'
        ? words.planned(monthWords(releasedOn, language))
        : dayWords(releasedOn, language);
  return (
    <span className={classes.named}>
      <Link
        to={'/products/$model/$release' as never}
        params={{ model: release.model.slug, release: release.slug } as never}
        className={classes.release}
      >
        <Id>{release.version}</Id>
      </Link>
      <span className={classes.notes}>
        {hardware ? <Note>{hardware.name}</Note> : null}
        <Note>{when}</Note>
      </span>
    </span>
  );
}

/** Where a release stands: filled while customers may hold it. */
export function ReleaseState({ release }: { release: ListedRelease }): ReactNode {
  const states = useText(releaseStateText);
  return <State filled={isInField(release)}>{states[release.state]}</State>;
}

const isInField = ({ state }: ListedRelease) => fieldStates.some((one) => one === state);

/** How many components a release has, and what of it cannot be looked up; red only where customers hold it. */
export function ReleaseParts({ release }: { release: ListedRelease }): ReactNode {
  const words = useText(treeText).tree;
  const lacking = (tab: 'sbom' | 'unidentified', said: string) => (
    <LackingLink
      in={release.model}
      release={{ of: release, tab }}
      said={said}
      tone={isInField(release) ? 'alert' : 'quiet'}
    />
  );
  if (release.components === 0 && release.sbomAt === null) return lacking('sbom', words.noSbom);
  const { unidentified } = release;
  const sub = unidentified > 0 ? lacking('unidentified', words.unidentified(unidentified)) : null;
  return <Lines main={countText(release.components)} sub={sub} />;
}

/** The same for a model, which may have no release yet. */
export function ModelParts({ model }: { model: ListedModel }): ReactNode {
  const words = useText(treeText).tree;
  if (model.releases > 0)
    return <SumOfParts of={model} as={(said) => <LackingLink in={model} said={said} tone="alert" />} />;
  return <span className={classes.quiet}>{words.noReleases}</span>;
}

/** What of the releases in the field cannot be looked up, added up for a model, a line, or everything. */
export function SumOfParts(props: {
  of: Pick<ListedLine, 'withoutSbom' | 'unidentified'>;
  /** How each of them is shown; plain where it has no place of its own. */
  as?: (said: string) => ReactNode;
}): ReactNode {
  const { of, as = (said) => <span className={`${classes.alert} ${classes.together}`}>{said}</span> } = props;
  const words = useText(treeText).tree;
  if (of.withoutSbom === 0 && of.unidentified === 0) return <None />;
  const unidentified = of.unidentified > 0 ? words.unidentified(of.unidentified) : '';
  const withoutSbom = of.withoutSbom > 0 ? words.noSbomIn(of.withoutSbom) : '';
  const [main = '', sub] = [unidentified, withoutSbom].filter(Boolean);
  return <Lines main={as(main)} sub={sub ? as(sub) : null} />;
}

/** Units, or a dash for none. */
export const Units = ({ units }: { units: number }): ReactNode => (units > 0 ? countText(units) : <None />);

/** When security support ends, how near that is, and red when it is over. */
export function SecurityEnd({ model, today }: { model: ListedModel; today: string }): ReactNode {
  const { language } = useLanguage();
  const words = useText(text).products;
  const { securityEndsOn, kind } = model;
  if (securityEndsOn === null)
    return <span className={isOnMarket(kind) ? classes.alert : classes.quiet}>{words.notSaid}</span>;
  const standing = standingOf(securityEndsOn, today);
  const day = (
    <time
      dateTime={securityEndsOn}
      className={standing === 'ended' ? `${classes.together} ${classes.alert}` : classes.together}
    >
      {dayWords(securityEndsOn, language)}
    </time>
  );
  return <Lines main={day} sub={standing === 'ended' ? words.support.ended : timeLeft(securityEndsOn, today, words)} />;
}

const isOnMarket = (kind: ListedModel['kind']) => kind !== 'service' && kind !== 'module';

/** The month of the last build; red when it is too long ago to say that it can still be done. */
export function LastBuild({ model, today }: { model: ListedModel; today: string }): ReactNode {
  const { language } = useLanguage();
  const words = useText(treeText).tree;
  const { unknown } = useText(inventoryText).answers;
  const { rebuiltOn, buildGaps } = model;
  if (rebuiltOn === null) return <span className={classes.quiet}>{unknown}</span>;
  const isOld = rebuiltOn < oldestGoodBuild(Temporal.PlainDate.from(today)).toString();
  const month = (
    <time dateTime={rebuiltOn} className={isOld ? `${classes.together} ${classes.alert}` : classes.together}>
      {monthWords(rebuiltOn, language)}
    </time>
  );
  return (
    <Lines
      main={month}
      sub={
        isOld && buildGaps.includes('people') ? <span className={classes.together}>{words.nobodyBuilds}</span> : null
      }
    />
  );
}

const fewOwners = 2;

/** Who answers for the models of a line; with several, their names. */
export function LineOwners({ owners }: Pick<ListedLine, 'owners'>): ReactNode {
  const { language } = useLanguage();
  const words = useText(treeText).tree;
  const [first, ...others] = owners;
  if (first && others.length === 0) return <OwnerCell owner={first} />;
  const between = language === 'ja' ? '・' : ',';
  const names = [...new Set(owners.flatMap(({ holder, acting }) => holder ?? acting ?? []))];
  const rest = names.length - Math.min(names.length, fewOwners);
  return (
    <>
      {names.slice(0, fewOwners).map((name, index, shown) => (
        <Fragment key={name}>
          <span className={classes.person}>
            {name}
            {index < shown.length - 1 ? between : ''}
          </span>{' '}
        </Fragment>
      ))}
      {rest > 0 ? words.otherOwners(rest) : ''}
    </>
  );
}
