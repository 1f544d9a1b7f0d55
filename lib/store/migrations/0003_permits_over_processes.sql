CREATE TABLE "ledger" (
	"name" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"entry" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "credential_name" text;