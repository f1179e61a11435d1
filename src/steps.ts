import type { Reaction, Tools } from '#access';
import { edgesWith as accessEdgesWith } from '#access/edges';
import { measures as accessMeasures } from '#access/measures';
import { reactions as accessReactions } from '#access/reactions';
import { routes as access } from '#access/routes';
import { edges as dependencyTrackEdges } from '#edges/dependency-track/edges';
import { measures as intelligenceMeasures } from '#intelligence/measures';
import { reactions as intelligenceReactions } from '#intelligence/reactions';
import { routes as intelligence } from '#intelligence/routes';
import { duties as inventoryDuties } from '#inventory/duties';
import { reactions as inventoryReactions } from '#inventory/reactions';
import { routes as inventory } from '#inventory/routes';
import { edges as matchingEdges } from '#matching/edges';
import { reactions as matchingReactions } from '#matching/reactions';
import { routes as matching } from '#matching/routes';
import { measures as messagesMeasures } from '#messages/measures';
import { reactions as messagesReactions } from '#messages/reactions';
import { routes as messages } from '#messages/routes';
import { measures as operationsMeasures } from '#operations/measures';
import { routesWith as operationsWith } from '#operations/routes';
import type { DutySource } from '#organization';
import { reactions as organizationReactions } from '#organization/reactions';
import { routesWith as organizationWith } from '#organization/routes';
import type { Routes } from '#platform/http/api';
import type { Edge } from '#platform/http/edges';
import type { Measure } from '#platform/metrics';
import { routes as verdicts } from '#verdicts/routes';
import { deedsIn } from './deeds.ts';

// What hangs on posts, as the steps to the right of organization say it.
const duties: DutySource[] = [inventoryDuties];

/** Every step that stands, from left to right: the one list that a new step is added to. */
export const steps: Record<string, Routes<Tools>> = {
  access,
  messages,
  operations: operationsWith((language) => deedsIn(language).jobs),
  organization: organizationWith(duties),
  inventory,
  intelligence,
  verdicts,
  matching,
};

/** Routes outside the contract. */
export const edges: Edge<Tools>[] = [...accessEdgesWith(deedsIn), ...matchingEdges, ...dependencyTrackEdges];

/** What happens by itself. */
export const reactions: Reaction[] = [
  ...accessReactions,
  ...messagesReactions,
  ...organizationReactions,
  ...inventoryReactions,
  ...intelligenceReactions,
  ...matchingReactions,
];

/** What is counted for Prometheus. */
export const measures: Measure<Tools>[] = [
  ...accessMeasures,
  ...messagesMeasures,
  ...operationsMeasures,
  ...intelligenceMeasures,
];
