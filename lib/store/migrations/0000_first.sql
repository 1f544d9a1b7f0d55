CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"cloud" text NOT NULL,
	"name" text NOT NULL,
	"regions" jsonb,
	"groups" jsonb NOT NULL,
	"endpoints" jsonb NOT NULL,
	"projects" jsonb NOT NULL,
	"cloud_account" text,
	"principal" text,
	"identified_at" timestamp with time zone,
	"credential_type" text NOT NULL,
	"credential_hint" text NOT NULL,
	"credential_set_at" timestamp with time zone NOT NULL,
	"problem" jsonb,
	"discovered" jsonb,
	"discovery_problem" jsonb,
	"discovery_tried_at" timestamp with time zone,
	"rests_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"ref" text NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone NOT NULL,
	"operation" text NOT NULL,
	CONSTRAINT "changes_ref_field_at_pk" PRIMARY KEY("ref","field","at")
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_details" (
	"ref" text PRIMARY KEY NOT NULL,
	"facts" jsonb NOT NULL,
	"raw" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"ref" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"account_id" text NOT NULL,
	"presence" text NOT NULL,
	"profile" text NOT NULL,
	"cloud" text NOT NULL,
	"region" text NOT NULL,
	"project" text,
	"state" text,
	"spec" text,
	"family" text,
	"usage" text,
	"origin" text,
	"protection" text,
	"manager" text,
	"rotation" text,
	"deletion_protection" text,
	"instance" text,
	"created_at" timestamp with time zone,
	"deletes_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"last_rotated_at" timestamp with time zone,
	"next_rotation_at" timestamp with time zone,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"described_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	"rotation_interval_days" integer,
	"missed_listings" integer DEFAULT 0 NOT NULL,
	"absent" jsonb NOT NULL,
	"key_id" text NOT NULL,
	"alias" text,
	"alias_sort" text,
	"search" text NOT NULL,
	"alias_text" text NOT NULL,
	"aliases" jsonb,
	"arn" text,
	"tags" jsonb,
	"tag_pairs" jsonb NOT NULL,
	"description" text,
	"description_lower" text,
	"notes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"account_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"region" text NOT NULL,
	"project" text,
	"place" text,
	"outcome" text DEFAULT 'never' NOT NULL,
	"queued_at" timestamp with time zone,
	"accept_drop" boolean DEFAULT false NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	"last_read_at" timestamp with time zone,
	"last_tried_at" timestamp with time zone,
	"next_due_at" timestamp with time zone,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" jsonb,
	"held" integer DEFAULT 0 NOT NULL,
	"claimed" integer,
	"count_mismatch" boolean DEFAULT false NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"expected" integer,
	"calls" integer DEFAULT 0 NOT NULL,
	"throttled" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sources_place" UNIQUE NULLS NOT DISTINCT("account_id","region","project")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"groups" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"groups" jsonb,
	"password_hash" text,
	"disabled" boolean DEFAULT false NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"blocked_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_ref_keys_ref_fk" FOREIGN KEY ("ref") REFERENCES "public"."keys"("ref") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_details" ADD CONSTRAINT "key_details_ref_keys_ref_fk" FOREIGN KEY ("ref") REFERENCES "public"."keys"("ref") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name" ON "accounts" USING btree ("name");--> statement-breakpoint
CREATE INDEX "keys_source" ON "keys" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "keys_alias" ON "keys" USING btree ("alias_sort" collate "C","ref" collate "C");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_place" ON "keys" USING btree ("source_id","key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_one_reader" ON "sources" USING btree ("place");--> statement-breakpoint
CREATE INDEX "sources_due" ON "sources" USING btree ("queued_at","next_due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");