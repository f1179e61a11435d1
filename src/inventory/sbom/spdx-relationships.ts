import type { Link } from './part-graph.ts';

type Meaning = Pick<Link, 'kind' | 'marks'> & { direction: 'forward' | 'backward' };

const forward = (kind: Link['kind'], marks: Link['marks'] = null): Meaning => ({ kind, marks, direction: 'forward' });
const backward = (kind: Link['kind'], marks: Link['marks'] = null): Meaning => ({ kind, marks, direction: 'backward' });

/**
 * What relationships of SPDX 2 say of parts: `A TYPE B`, forward when A contains or depends on B.
 * Those left out say nothing of what is inside (COPY_OF, VARIANT_OF, AMENDS …).
 * @source SPDX 2.3, 11.1 (table 68)
 */
export const relationships2: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    CONTAINS: forward('contains'),
    CONTAINED_BY: backward('contains'),
    PACKAGE_OF: backward('contains'),
    DATA_FILE_OF: backward('contains'),
    OPTIONAL_COMPONENT_OF: backward('contains', 'optional'),
    // What is linked statically is inside.
    STATIC_LINK: forward('contains'),
    DYNAMIC_LINK: forward('depends-on'),
    DEPENDS_ON: forward('depends-on'),
    DEPENDENCY_OF: backward('depends-on'),
    RUNTIME_DEPENDENCY_OF: backward('depends-on'),
    PROVIDED_DEPENDENCY_OF: backward('depends-on'),
    OPTIONAL_DEPENDENCY_OF: backward('depends-on', 'optional'),
    HAS_PREREQUISITE: forward('depends-on'),
    PREREQUISITE_FOR: backward('depends-on'),
    GENERATED_FROM: forward('depends-on', 'source'),
    GENERATES: backward('depends-on', 'source'),
    EXPANDED_FROM_ARCHIVE: forward('depends-on', 'source'),
    BUILD_DEPENDENCY_OF: backward('depends-on', 'build'),
    BUILD_TOOL_OF: backward('depends-on', 'build'),
    DEV_DEPENDENCY_OF: backward('depends-on', 'build'),
    DEV_TOOL_OF: backward('depends-on', 'build'),
    TEST_DEPENDENCY_OF: backward('depends-on', 'test'),
    TEST_TOOL_OF: backward('depends-on', 'test'),
    TEST_OF: backward('depends-on', 'test'),
    TEST_CASE_OF: backward('depends-on', 'test'),
  }),
);

/**
 * The same for SPDX 3: `from TYPE to[]`. A lifecycle scope of build or test marks `to` whatever the type.
 * @source SPDX 3.0.1, Core/RelationshipType
 */
export const relationships3: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    contains: forward('contains'),
    packagedBy: backward('contains'),
    hasOptionalComponent: forward('contains', 'optional'),
    hasDataFile: forward('contains'),
    hasStaticLink: forward('contains'),
    hasDynamicLink: forward('depends-on'),
    dependsOn: forward('depends-on'),
    hasProvidedDependency: forward('depends-on'),
    hasOptionalDependency: forward('depends-on', 'optional'),
    hasPrerequisite: forward('depends-on'),
    generates: backward('depends-on', 'source'),
    expandsTo: backward('depends-on', 'source'),
    usesTool: forward('depends-on', 'build'),
    hasTest: forward('depends-on', 'test'),
    hasTestCase: forward('depends-on', 'test'),
  }),
);
