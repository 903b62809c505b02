import type { AddressInfo } from "node:net";
import { Provider, type Configuration } from "oidc-provider";

/** An identity provider on the loopback address, and the browser that signs in there. */
export type TestProvider = {
  readonly issuer: string;
  /** Signs in as somebody at the address that the program sent us to; answers where it leads. */
  signIn(address: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
};

export const testClient = { clientId: "zhibu", clientSecret: "a-secret-of-the-tests-alone" };

const configuration = (redirectUrl: string): Configuration => ({
  clients: [
    {
      client_id: testClient.clientId,
      client_secret: testClient.clientSecret,
      redirect_uris: [redirectUrl],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  cookies: { keys: ["key of the tests"] },
  claims: { openid: ["sub", "amr"], profile: ["name"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, name: `${id} 姓名` }),
  }),
});

/** Of subjects so named the provider says that they proved themselves by two factors. */
const strong = "strong-";

class TellingProvider extends Provider {
  override interactionFinished(
    ...[request, response, result, options]: Parameters<Provider["interactionFinished"]>
  ): Promise<void> {
    const { login } = result;
    const told = login?.accountId?.startsWith(strong)
      ? { ...result, login: { ...login, amr: ["pwd", "otp", "mfa"] } }
      : result;
    return super.interactionFinished(request, response, told, options);
  }
}

/** Starts the provider; the caller stops it. */
export async function startProvider(redirectUrl: string): Promise<TestProvider> {
  const { createServer } = await import("node:http");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new TellingProvider(issuer, configuration(redirectUrl));
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    issuer,
    signIn: (address, subject) => walk(new URL(address), { issuer, subject, redirectUrl }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Walk = { readonly issuer: string; readonly subject: string; readonly redirectUrl: string };

/** Follows the provider's own sign-in page and its consent until it sends the browser back. */
async function walk(start: URL, { issuer, subject, redirectUrl }: Walk): Promise<URL> {
  const cookies = new Map<string, string>();
  const visit = async (url: URL, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  let response = await visit(start);
  for (let step = 0; step < 12; step += 1) {
    const location = response.headers.get("location");
    if (location?.startsWith(redirectUrl)) return new URL(location);
    if (location) response = await visit(new URL(location, issuer));
    else response = await answerPage(await response.text(), { visit, issuer, subject });
  }
  throw new Error(`the provider never came back: ${response.status}`);
}

type Page = {
  readonly visit: (url: URL, form?: Record<string, string>) => Promise<Response>;
  readonly issuer: string;
  readonly subject: string;
};

/** Fills in the form that the provider shows: first who one is, then that one agrees. */
function answerPage(html: string, { visit, issuer, subject }: Page): Promise<Response> {
  const action = /action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no form: ${html.slice(0, 300)}`);
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? "consent";
  const form = prompt === "login" ? { prompt, login: subject, password: "any" } : { prompt };
  return visit(new URL(action, issuer), form);
}
