/** Which version of our reading makes statements; whoever changes what a record is taken to say counts it up. */
export const reader = 3;
