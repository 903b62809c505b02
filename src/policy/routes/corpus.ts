import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { accept } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { clausePage, corpusPage, documentPage, searchCorpus } from "../actions.ts";
import { ClausePage, CorpusPage, DocumentPage, SearchPage } from "../contract.ts";
import { base, failures, mayLag, sendPolicyRefusal, type Options } from "./refusals.ts";

const DocumentId = Type.String({ maxLength: 60 });
const DocumentPath = Type.Object({ document: DocumentId });
const ClausePath = Type.Object({ document: DocumentId, item: Type.String({ maxLength: 40 }) });
const SearchQuery = Type.Object({
  /** Words, between blanks: a clause that holds all of them comes first. */
  q: Type.String({ maxLength: 200 }),
  document: Type.Optional(DocumentId),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});

/** A look at the texts, which are public. */
const look = (request: FastifyRequest, id?: string) =>
  ({
    caller: callerOf(request),
    act: "read",
    resource: { kind: "corpus" as const, ...(id === undefined ? {} : { id }) },
    options: mayLag,
  }) as const;

/** What there is: the documents with what is wrong, and what is found in them. */
const overviews =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    app.get(
      `${base}/corpus`,
      { schema: { response: { 200: CorpusPage, ...failures } } },
      async (request, reply) => {
        const page = await perform(db, look(request), async (tx) =>
          accept(await corpusPage(tx, options.book)),
        );
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
      },
    );
    app.get(
      `${base}/corpus/search`,
      { schema: { querystring: SearchQuery, response: { 200: SearchPage, ...failures } } },
      async (request, reply) => {
        const { q: text, document, limit = 20 } = request.query;
        const search = { text, limit, ...(document === undefined ? {} : { document }) };
        const page = await perform(db, look(request), (tx) => searchCorpus(tx, search));
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
      },
    );
  };

/** The texts that an operator imported: searched, as trees, and clause by clause. */
export const corpusRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    await app.register(overviews(options), { db });
    app.get(
      `${base}/corpus/:document`,
      { schema: { params: DocumentPath, response: { 200: DocumentPage, ...failures } } },
      async (request, reply) => {
        const { document } = request.params;
        const page = await perform(db, look(request, document), (tx) =>
          documentPage(tx, options.book, document),
        );
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
      },
    );
    app.get(
      `${base}/corpus/:document/:item`,
      { schema: { params: ClausePath, response: { 200: ClausePage, ...failures } } },
      async (request, reply) => {
        const { document, item } = request.params;
        const page = await perform(db, look(request, `${document}/${item}`), (tx) =>
          clausePage(tx, options.book, { document, item }),
        );
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
      },
    );
  };
