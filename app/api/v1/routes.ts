import * as accounts from "./accounts/route.ts";
import * as account from "./accounts/[id]/route.ts";
import * as accountCheck from "./accounts/[id]/check/route.ts";
import * as accountsImport from "./accounts/import/route.ts";
import * as regionKeys from "./accounts/[id]/regions/[region]/keys/route.ts";
import * as regionKey from "./accounts/[id]/regions/[region]/keys/[keyId]/route.ts";
import * as keys from "./keys/route.ts";
import * as keysExport from "./keys/export/route.ts";
import * as key from "./keys/[ref]/route.ts";
import * as keyHistory from "./keys/[ref]/history/route.ts";
import * as liveKeys from "./live/keys/route.ts";
import * as preferences from "./preferences/route.ts";
import * as overview from "./overview/route.ts";
import * as sources from "./sources/route.ts";
import * as sync from "./sync/route.ts";
import * as tokens from "./tokens/route.ts";
import * as token from "./tokens/[id]/route.ts";
import * as views from "./views/route.ts";
import * as view from "./views/[id]/route.ts";

/** Every route under /api/v1 but the description itself: what it describes. A test holds it against the folders. */
export const ROUTES = {
  "/keys": keys,
  "/keys/export": keysExport,
  "/keys/{ref}": key,
  "/keys/{ref}/history": keyHistory,
  "/live/keys": liveKeys,
  "/accounts": accounts,
  "/accounts/import": accountsImport,
  "/accounts/{id}": account,
  "/accounts/{id}/check": accountCheck,
  "/accounts/{id}/regions/{region}/keys": regionKeys,
  "/accounts/{id}/regions/{region}/keys/{keyId}": regionKey,
  "/overview": overview,
  "/sources": sources,
  "/sync": sync,
  "/views": views,
  "/views/{id}": view,
  "/preferences": preferences,
  "/tokens": tokens,
  "/tokens/{id}": token,
};
