-- a list narrowed by words looks up which records were found: what that asks stands in the index, beside the texts of the documents
CREATE INDEX search_doc_found ON search_doc (gen, num, kind, record, office, public);
