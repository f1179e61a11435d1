import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { type Routes, routesOf } from '#platform/http/api';
import { createDivision, orderDivisions, removeDivision, renameDivision, restoreDivision } from './change-divisions.ts';
import { changePost, createPost, removePost, restorePost } from './change-posts.ts';
import { organization } from './contract.ts';
import { createDivisions } from './create-divisions.ts';
import { describeMaker } from './describe-maker.ts';
import { describePerson } from './describe-person.ts';
import type { DutySource } from './duties.ts';
import { exportPosts } from './export-posts.ts';
import { findPeople } from './find-people.ts';
import { handOver } from './hand-over.ts';
import { listDivisions } from './list-divisions.ts';
import { listPosts } from './list-posts.ts';
import { nameMaker } from './name-maker.ts';
import { previewHandOver } from './plan-hand-over.ts';
import { describeFirstSteps, putOffFirstStep, takeUpFirstStep } from './put-off-first-step.ts';
import { endAbsence, recordAbsence, removeAbsence } from './record-absence.ts';
import { searchOrganization } from './search-organization.ts';
import { undoHandOver } from './undo-hand-over.ts';

const isTrue = (word: 'true' | 'false' | undefined) => word === 'true';

/** @param sources  what the steps to the right say hangs on posts */
export const routesWith = (sources: readonly DutySource[]): Routes<Tools> =>
  routesOf<Tools>()(organization, {
    describeMaker: (tools) => describeMaker(tools),
    nameMaker: (tools, input) => nameMaker(tools, input),
    listDivisions: (tools) => listDivisions(tools),
    createDivision: (tools, input) => createDivision(tools, input),
    createDivisions: (tools, input) => createDivisions(tools, input),
    renameDivision: (tools, input) => renameDivision(tools, input),
    removeDivision: (tools, input) => removeDivision(tools, input),
    restoreDivision: (tools, input) => restoreDivision(tools, input),
    orderDivisions: (tools, input) => orderDivisions(tools, input),
    describeFirstSteps: (tools) => describeFirstSteps(tools),
    putOffFirstStep: (tools, input) => putOffFirstStep(tools, input),
    takeUpFirstStep: (tools, input) => takeUpFirstStep(tools, input),
    listPosts: (tools, { after, limit, vacant, ...query }) =>
      listPosts(tools, { ...query, vacant: isTrue(vacant) }, { after, limit }),
    exportPosts: (tools, { vacant, ...query }) =>
      exportInLine(() => exportPosts(tools, { ...query, vacant: isTrue(vacant) })),
    createPost: (tools, input) => createPost(tools, input),
    changePost: (tools, input) => changePost(tools, input),
    removePost: (tools, input) => removePost(tools, sources, input),
    restorePost: (tools, input) => restorePost(tools, input),
    previewHandOver: (tools, input) => previewHandOver(tools, sources, input),
    handOver: (tools, input) => handOver(tools, input),
    undoHandOver: (tools, input) => undoHandOver(tools, input),
    describePerson: (tools, input) => describePerson(tools, sources, input),
    findPeople: (tools, input) => findPeople(tools, input),
    recordAbsence: (tools, input) => recordAbsence(tools, input),
    endAbsence: (tools, input) => endAbsence(tools, input),
    removeAbsence: (tools, input) => removeAbsence(tools, input),
    search: (tools, input) => searchOrganization(tools, input),
  });
