import type { ReactNode } from 'react';
import { ButtonAnchor } from '#kit/Button';
import { useText } from '#platform/browser/language';
import { safeNext } from '../next-path.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';

/** The providers of single sign-on; a link, because the whole browser goes there. */
export function ProviderLinks(props: {
  providers: { slug: string; name: string }[];
  next: string | undefined;
}): ReactNode {
  const words = useText(signInText);
  if (props.providers.length === 0) return null;
  return (
    <div className={classes.wide}>
      {props.providers.map(({ slug, name }) => (
        <ButtonAnchor
          key={slug}
          size="large"
          href={`/auth/oidc/${slug}/start?next=${encodeURIComponent(safeNext(props.next))}`}
        >
          {words.by(name)}
        </ButtonAnchor>
      ))}
    </div>
  );
}
