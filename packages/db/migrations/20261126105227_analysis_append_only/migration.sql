-- A finished analysis stays as it was.
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "analysis" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
