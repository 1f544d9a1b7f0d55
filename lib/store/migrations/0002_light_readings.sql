ALTER TABLE "key_checks" ADD COLUMN "calls" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "is_full" boolean DEFAULT true NOT NULL;