ALTER TABLE "views" ADD COLUMN "groups" jsonb;--> statement-breakpoint
-- Who is limited to groups shared with everybody until now.
UPDATE "views" SET "groups" = "maker"."groups" FROM (SELECT "id", "groups" FROM "users" UNION ALL SELECT "id", "groups" FROM "tokens") AS "maker" WHERE "maker"."id" = "views"."owner_id";
