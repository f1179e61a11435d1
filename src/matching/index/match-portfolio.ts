import { keyAt, nameAt, numberOf, positionAmong } from './byte-strings.ts';
import { type Column, column, push } from './columns.ts';
import { type Candidates, findInBlock, noCandidates, type Places, positionIn, takeMet } from './find-candidates.ts';
import { type Layer, type MatchIndex, schemeOfBlock } from './match-index.ts';
import { type Portfolio, ways } from './portfolio.ts';

/**
 * Which components meet which rows. Segment s holds the candidates from segmentFirst[s] to before segmentFirst[s + 1];
 * `component` and `segment` are pairs. All versions between the same two bounds of a product share a segment.
 */
export type PortfolioCandidates = Candidates & { segmentFirst: Column; component: Column; segment: Column };

export function matchPortfolio(layers: readonly Layer[], portfolio: Portfolio): PortfolioCandidates {
  const found = { ...noCandidates(), segmentFirst: column(), component: column(), segment: column() };
  push(found.segmentFirst, 0);
  for (const layer of layers) matchLayer(layer, portfolio, found);
  return found;
}

function matchLayer({ index, isReplaced }: Layer, portfolio: Portfolio, found: PortfolioCandidates): void {
  const places = placesIn(index, portfolio);
  for (let key = 0; key + 1 < portfolio.keyFirst.length; key++) {
    const number = numberOf(index.keys, nameAt(portfolio.keys, key));
    if (number < 0) continue;
    for (let at = index.keyFirst[number] as number; at < (index.keyFirst[number + 1] as number); at++) {
      const block = index.keyBlocks[at] as number;
      if (isReplaced?.[block] === 1) continue;
      for (let group = portfolio.keyFirst[key] as number; group < (portfolio.keyFirst[key + 1] as number); group++)
        addGroup({ index, portfolio, places, block, group }, found);
    }
  }
}

/** Where each version of the portfolio stands among those of the index; both are sorted, so each search goes on from the last. */
function placesIn({ versions }: MatchIndex, { versions: ours }: Portfolio): Uint32Array {
  const places = new Uint32Array(ours.start.length - 1);
  let from = 0;
  for (let version = 0; version < places.length; version++) {
    const place = positionAmong(versions, keyAt(ours, version), from);
    places[version] = place;
    from = place >>> 1;
  }
  return places;
}

type Meeting = { index: MatchIndex; portfolio: Portfolio; places: Uint32Array; block: number; group: number };
const plain = { patches: [], isCarriedBack: false };

function addGroup(meeting: Meeting, found: PortfolioCandidates): void {
  const { index, portfolio, places, block, group } = meeting;
  const isOfScheme = portfolio.groupScheme[group] === schemeOfBlock(index.blockShape[block] as number);
  let [segment, last] = [-1, -1];
  for (let at = portfolio.groupPoints[group] as number; at < (portfolio.groupPoints[group + 1] as number); at++) {
    const place = isOfScheme ? positionIn(index, block, places[portfolio.version[at] as number] as number) : 0;
    if (segment < 0 || place !== last) {
      if (isOfScheme) takeMet(index, { block, spot: plain, first: place, last: place }, found);
      else findInBlock(index, { block, spot: { ...plain, scheme: -1 }, places: [] }, found);
      segment = closeSegment(found);
      last = place;
    }
    if (segmentLength(found, segment) > 0) pair(found, portfolio.component[at] as number, segment);
  }
  for (let at = portfolio.groupOthers[group] as number; at < (portfolio.groupOthers[group + 1] as number); at++) {
    findInBlock(index, { block, ...otherAt(meeting, at) }, found);
    const own = closeSegment(found);
    if (segmentLength(found, own) > 0) pair(found, portfolio.otherComponent[at] as number, own);
  }
}

function otherAt({ portfolio, places, group }: Meeting, at: number) {
  const way = portfolio.otherWay[at] as number;
  const scheme = portfolio.groupScheme[group] as number;
  const first = places[portfolio.otherFrom[at] as number] as number;
  const last = way & ways.span ? ((places[portfolio.otherBefore[at] as number] as number) >>> 1) * 2 : first;
  const stretch: Places = way & ways.any ? [] : [{ first, last }];
  // What a patch level is open to was worked out when the portfolio was made; that it is open is all that counts here.
  const patches = way & ways.open ? [nothing] : [];
  return { spot: { scheme, patches, isCarriedBack: (way & ways.carriedBack) !== 0 }, places: stretch };
}

const nothing = { from: '', before: '' };

function closeSegment({ segmentFirst, vulnerability }: PortfolioCandidates): number {
  push(segmentFirst, vulnerability.count);
  return segmentFirst.count - 2;
}

const segmentLength = ({ segmentFirst: { numbers } }: PortfolioCandidates, segment: number) =>
  (numbers[segment + 1] as number) - (numbers[segment] as number);

function pair(found: PortfolioCandidates, component: number, segment: number): void {
  push(found.component, component);
  push(found.segment, segment);
}
