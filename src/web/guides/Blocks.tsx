import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { guides } from '#platform/browser/help';
import { addressOfPicture } from './guide-files.ts';
import classes from './guides.module.css';
import type { Block, Inline } from './markdown.ts';

/** The text of a guide. */
export function Blocks({ blocks }: { blocks: Block[] }): ReactNode {
  return <div className={classes.guide}>{blocks.map((block, place) => keyed(place, <One block={block} />))}</div>;
}

function One({ block }: { block: Block }): ReactNode {
  switch (block.is) {
    case 'heading':
      return block.level === 3 ? <h3>{lineOf(block.inline)}</h3> : <h2>{lineOf(block.inline)}</h2>;
    case 'paragraph':
      return <p>{lineOf(block.inline)}</p>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, place) => keyed(place, <li>{lineOf(item)}</li>));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <div className={classes.table}>
          <table>
            <thead>
              <tr>{block.head.map((cell, place) => keyed(place, <th scope="col">{lineOf(cell)}</th>))}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) =>
                keyed(at, <tr>{row.map((cell, place) => keyed(place, <td>{lineOf(cell)}</td>))}</tr>),
              )}
            </tbody>
          </table>
        </div>
      );
  }
}

const lineOf = (inline: Inline[]): ReactNode => inline.map((piece, place) => keyed(place, <Piece piece={piece} />));

function Piece({ piece }: { piece: Inline }): ReactNode {
  switch (piece.is) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'strong':
      return <b>{piece.text}</b>;
    case 'picture': {
      const source = addressOfPicture(piece.to);
      return source ? <img src={source} alt={piece.text} loading="lazy" /> : null;
    }
    case 'link': {
      const guide = guides.find((one) => piece.to.replace(/(\.ja)?\.md$/, '') === one);
      // What lies beside the guides is read where Mamori was taken from; here its name is enough.
      return guide ? (
        <Link to={'/guides/$guide' as never} params={{ guide } as never}>
          {piece.text}
        </Link>
      ) : (
        piece.text
      );
    }
  }
}

// The blocks of a guide never change their places.
const keyed = (place: number, child: ReactNode): ReactNode => <Keyed key={place}>{child}</Keyed>;
const Keyed = (props: { children: ReactNode }): ReactNode => props.children;
