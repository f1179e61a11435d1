/** Official documents called invalid that we accept, each with the reason. */
export const accepted: Record<string, string> = {};
