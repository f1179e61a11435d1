import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Steps } from '#kit/Steps';
import { useText } from '#platform/browser/language';
import type { Explanation } from '../../contract.ts';
import classes from '../match.module.css';
import { text } from '../text.ts';
import { componentQuery } from './component-query.ts';
import { waysTo } from './ways-to.ts';

/** Where the component sits: MR-1167 1.4.7 › rootfs › openssl. It leads to what else is known of the component. */
export function ComponentPlace(props: {
  release: Explanation['release'];
  component: NonNullable<Explanation['component']>;
}): ReactNode {
  const { release, component } = props;
  const words = useText(text).evidence;
  const found = useQuery(componentQuery(release.id, component.id)).data;
  const ways = found ? waysTo(found) : [];
  const [way = [`${release.model.name} ${release.version}`, component.name], ...others] = ways;
  return (
    <Link to="." search={{ tab: 'components', row: String(component.id) } as never} className={classes.path}>
      <Steps names={way} />
      {others.length > 0 ? <span>{words.morePlaces(others.length)}</span> : null}
    </Link>
  );
}
