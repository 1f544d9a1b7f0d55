const WORDS = {
  proxy_unreachable: (_to: string, told: string) => `The outbound proxy could not be reached (${told}).`,
  proxy_timeout: (to: string) => `The outbound proxy did not open the way to ${to} in time.`,
  proxy_authentication: () => "The outbound proxy refused the name and password that it was given, or asks for some (407).",
  proxy_refused: (to: string, told: string) => `The outbound proxy refused the way to ${to} (${told}).`,
  proxy_failed: (to: string, told: string) => `The outbound proxy could not open the way to ${to} (${told}).`,
  proxy_protocol: (_to: string, told: string) => `The outbound proxy did not speak as an HTTP proxy does (${told}).`,
};

export type ProxyFault = keyof typeof WORDS;

/** The proxy's failure and not the cloud's: it says nothing of a credential. `told`: a status or an error's code, never a text of the proxy's. */
export class ProxyFailure extends Error {
  override name = "ProxyFailure";
  readonly code: ProxyFault;

  constructor(code: ProxyFault, at: { to: string; told: string }) {
    super(WORDS[code](at.to, at.told));
    this.code = code;
  }
}
