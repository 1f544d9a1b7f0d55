CREATE TABLE "key_checks" (
	"ref" text PRIMARY KEY NOT NULL,
	"described_at" timestamp with time zone NOT NULL,
	"request_id" text
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "limits" jsonb DEFAULT '{"perSecond":null,"inFlight":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "enterprise_project" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "only_specs" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "about" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "cost" jsonb;--> statement-breakpoint
ALTER TABLE "key_checks" ADD CONSTRAINT "key_checks_ref_keys_ref_fk" FOREIGN KEY ("ref") REFERENCES "public"."keys"("ref") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Keys that were read before know nothing of the new column, which stands last in their facet text: the next reading tells.
UPDATE "keys" SET "absent" = "absent" || '{"enterpriseProject":"pending"}'::jsonb, "profile" = left("profile", -1) || ',["pending"]]';
