const isLoopback = (hostname: string) => /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname);

/**
 * The same address under the name that this house goes by, when it was asked for under another name of this machine:
 * the provider sends people back to that one name, and a cookie of "localhost" is not seen at 127.0.0.1.
 * @returns null when the name is right, or not one of this machine (a proxy may call us what it likes)
 */
export function loopbackHome(requestUrl: string, baseUrl: string): string | null {
  const here = new URL(requestUrl);
  const home = new URL(baseUrl);
  if (here.hostname === home.hostname || !isLoopback(here.hostname) || !isLoopback(home.hostname)) return null;
  return home.origin + here.pathname + here.search;
}
