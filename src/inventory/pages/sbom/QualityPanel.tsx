import type { ReactNode } from 'react';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import type { SbomResult } from '../../contract/sbom-shapes.ts';
import { checkText } from '../../sbom/check-text.ts';
import { percentOf } from '../../sbom/quality.ts';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';

/** How good a bill of materials is, and of what that number is made. */
export function QualityPanel({ quality }: { quality: SbomResult['quality'] }): ReactNode {
  const words = useText(text).quality;
  const names = useText(checkText).part;
  if (!quality) return null;
  return (
    <Panel title={words.title} padded>
      <p className={classes.score}>{words.score(quality.score)}</p>
      <table className={classes.bars} aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col" colSpan={2}>
              {words.share}
            </th>
            <th scope="col" className={classes.number}>
              {words.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {quality.parts.map(({ part, weight, share }) => {
            const percent = percentOf(share);
            return (
              <tr key={part}>
                <td>{names[part]}</td>
                <td className={classes.bar} aria-hidden="true">
                  <span>
                    <i style={{ width: `${percent}%` }} />
                  </span>
                </td>
                <td className={classes.number}>{percent}%</td>
                <td className={classes.number}>{weight}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.quiet}>{words.why}</p>
    </Panel>
  );
}
