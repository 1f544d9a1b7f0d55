ALTER TABLE "keys" ADD COLUMN "untold" boolean GENERATED ALWAYS AS (jsonb_path_exists(absent, '$.* ? (@ == "denied" || @ == "failed" || @ == "pending")')) STORED NOT NULL;--> statement-breakpoint
-- Without the right to add pg_trgm (a trusted extension since PostgreSQL 13) texts are found by a scan, as before.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "keys_search" ON "keys" USING gin ("search" gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
  RAISE NOTICE 'no index of texts: %', SQLERRM;
END $$;--> statement-breakpoint
CREATE INDEX "keys_untold" ON "keys" USING btree ("source_id") WHERE "keys"."untold";--> statement-breakpoint
CREATE INDEX "keys_created" ON "keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "keys_deletes" ON "keys" USING btree ("deletes_at") WHERE "keys"."deletes_at" is not null;--> statement-breakpoint
CREATE INDEX "keys_expires" ON "keys" USING btree ("expires_at") WHERE "keys"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "keys_rotated" ON "keys" USING btree ("last_rotated_at") WHERE "keys"."last_rotated_at" is not null;