import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { ReleaseRef } from '../contract/shapes.ts';
import classes from './products.module.css';
import { labelOf } from './release/release-title.ts';
import { text } from './tree-text.ts';

/** What releases of a model lack, as the way to the model's own page; to what of it can be put right for one release. */
export function LackingLink(props: {
  in: { name: string; slug: string };
  release?: { of: ReleaseRef; tab: 'unidentified' | 'sbom' };
  said: string;
  tone: 'alert' | 'quiet';
}): ReactNode {
  const { in: model, release, said, tone } = props;
  const { lackingIn } = useText(text).tree;
  const name = [model.name, release && labelOf(release.of)].filter(Boolean).join(' ');
  return (
    <Link
      to={(release ? '/products/$model/$release' : '/products/$model') as never}
      params={{ model: model.slug, release: release?.of.slug } as never}
      search={(release ? { tab: release.tab } : {}) as never}
      className={`${classes.together} ${classes.lacking} ${classes[tone]}`}
      aria-label={lackingIn(said, name)}
    >
      {said}
    </Link>
  );
}
