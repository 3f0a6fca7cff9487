"""Finding: sentences, tenses, date mentions, and the document's own date."""
