/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

#include "psg-image.h"
#include "psg-markdown.h"
#include "psg-record-reader.h"

#include <string.h>

/* Loading documents with their text, and passages with their quotations, in one
 * language: the first of the person's that the document is there in. */

typedef struct
{
  char *language;
  char *markdown; /* only where it was asked for */
} Text;

static void
clear_text (Text *text)
{
  g_free (text->language);
  g_free (text->markdown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

static guint
rank_language (const char *language)
{
  const char *const *preferred = psg_text_get_preferred ();
  guint rank = 0;

  while (preferred[rank] != NULL && g_ascii_strcasecmp (preferred[rank], language) != 0)
    rank++;

  return rank;
}

/* The first in the file is the reference language: it wins where no other is preferred. */
gboolean
psg_collection_file_choose_language (PsgDb   *db,
                                     guint    document,
                                     char   **language,
                                     GError **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT language FROM document_text WHERE document = ? ORDER BY n", error);
  guint best = G_MAXUINT;
  PsgDbStep step;

  *language = NULL;
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, document);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *each = psg_db_statement_get_text (statement, 0);
      guint rank = each != NULL ? rank_language (each) : G_MAXUINT;

      if (rank >= best)
        continue;
      best = rank;
      g_free (*language);
      *language = g_strdup (each);
    }

  if (step == PSG_DB_ERROR)
    return FALSE;

  return *language != NULL || psg_collection_file_fail (error, "document %u: it has no text", document);
}

static gboolean
read_markdown (PsgCollectionFile  *self,
               guint               document,
               Text               *text,
               GError            **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (
      self->db, "SELECT markdown FROM document_text WHERE document = ? AND language = ?", error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, document);
  psg_db_statement_bind_text (statement, 2, text->language);
  step = psg_db_statement_step (statement, error);
  if (step == PSG_DB_ROW)
    text->markdown = g_strdup (psg_db_statement_get_text (statement, 0));
  if (step == PSG_DB_ERROR)
    return FALSE;

  if (text->markdown == NULL || strlen (text->markdown) > PSG_MAX_DOCUMENT)
    return psg_collection_file_fail (error, "document %u: its text is not UTF-8, or too long", document);

  return TRUE;
}

#define SELECT_QUOTE                                                    \
  "SELECT exact, prefix, suffix, position_start, position_end FROM passage_text " \
  "WHERE passage = ? AND language = ?"

static gboolean
take_quote (PsgPassage      *passage,
            PsgDbStatement  *select,
            GError         **error)
{
  gint64 start = psg_db_statement_get_int (select, 3);
  gint64 end = psg_db_statement_get_int (select, 4);

  passage->anchor = psg_anchor_new_quote (psg_db_statement_get_text (select, 0), psg_db_statement_get_text (select, 1),
                                          psg_db_statement_get_text (select, 2));
  if (passage->anchor->exact == NULL || start < 0 || start >= end || end > PSG_MAX_DOCUMENT)
    return psg_collection_file_fail (error, "passage “%s”: its position is wrong", passage->id);

  passage->anchor->start = (guint) start;
  passage->anchor->end = (guint) end;

  return TRUE;
}

/* Fills in a passage's words. @found is whether it is there in this language. */
static gboolean
read_quote (PsgPassage      *passage,
            PsgDbStatement  *select,
            gint64           n,
            const char      *language,
            gboolean        *found,
            GError         **error)
{
  gboolean good;

  psg_db_statement_bind_int (select, 1, n);
  psg_db_statement_bind_text (select, 2, language);
  switch (psg_db_statement_step (select, error))
    {
    case PSG_DB_ROW:
      *found = TRUE;
      good = take_quote (passage, select, error);
      break;
    case PSG_DB_DONE:
      *found = FALSE;
      good = TRUE;
      break;
    case PSG_DB_ERROR:
    default:
      *found = FALSE;
      good = FALSE;
      break;
    }
  psg_db_statement_reset (select);

  return good;
}

static gboolean
check_passage (PsgCollectionFile  *self,
               const PsgPassage   *passage,
               GError            **error)
{
  return psg_collection_file_check_id (self, PSG_THING_DOCUMENT, passage->document, passage->id, error)
         && psg_collection_file_check_ids (self, PSG_THING_EVENT, passage->events, passage->id, error)
         && psg_collection_file_check_ids (self, PSG_THING_CROSSING, passage->crossings, passage->id, error);
}

/* The language a passage is read in: its document's, found out once a document. */
static const char *
language_of (PsgCollectionFile  *self,
             GHashTable         *languages,
             int                 document,
             GError            **error)
{
  char *language = g_hash_table_lookup (languages, GINT_TO_POINTER (document));

  if (language == NULL && psg_collection_file_choose_language (self->db, document, &language, error))
    g_hash_table_insert (languages, GINT_TO_POINTER (document), language);

  return language;
}

/* Passages whose number or document a query gives for one parameter. */
static GPtrArray *
load_passages (PsgCollectionFile  *self,
               const char         *where,
               const char         *id,
               GError            **error)
{
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (self->db, &psg_schema_passage, where, error);
  g_autoptr (PsgDbStatement) select = reader != NULL ? psg_db_statement_new (self->db, SELECT_QUOTE, error) : NULL;
  g_autoptr (GHashTable) languages = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);
  gpointer record;
  gint64 n;

  if (select == NULL)
    return NULL;

  psg_record_reader_bind_text (reader, id);
  while (psg_record_reader_next (reader, &record, &n, error))
    {
      g_autoptr (PsgPassage) passage = record;
      const char *language;
      gboolean found;

      if (passage == NULL)
        return g_steal_pointer (&passages);
      if (!check_passage (self, passage, error))
        return NULL;

      language = language_of (self, languages,
                              psg_collection_file_find (self, PSG_THING_DOCUMENT, passage->document), error);
      if (language == NULL || !read_quote (passage, select, n, language, &found, error))
        return NULL;
      if (found)
        g_ptr_array_add (passages, g_steal_pointer (&passage));
    }

  return NULL;
}

/* By document, in the collection's order, then by position. */
static int
compare_passages (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const PsgPassage *first = *(PsgPassage *const *) a;
  const PsgPassage *second = *(PsgPassage *const *) b;
  int first_document = psg_collection_file_find (data, PSG_THING_DOCUMENT, first->document);
  int second_document = psg_collection_file_find (data, PSG_THING_DOCUMENT, second->document);

  if (first_document != second_document)
    return first_document < second_document ? -1 : 1;
  if (first->anchor->start != second->anchor->start)
    return first->anchor->start < second->anchor->start ? -1 : 1;

  return (first->anchor->end > second->anchor->end) - (first->anchor->end < second->anchor->end);
}

GPtrArray *
psg_collection_file_load_passages_about (PsgCollection  *collection,
                                         PsgKind         kind,
                                         const char     *id,
                                         GError        **error)
{
  static const char *const queries[] = {
    [PSG_KIND_EVENT] = "WHERE n IN (SELECT n FROM passage_events WHERE id = ?) ORDER BY n",
    [PSG_KIND_CROSSING] = "WHERE n IN (SELECT n FROM passage_crossings WHERE id = ?) ORDER BY n",
    [PSG_KIND_CLAIM] = "WHERE n IN (SELECT n FROM passage_claims WHERE id = ?) ORDER BY n",
    [PSG_KIND_DOCUMENT] = "WHERE document = ? ORDER BY n",
    [PSG_KIND_PASSAGE] = "WHERE id = ?",
  };
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  GPtrArray *passages;

  if (kind >= G_N_ELEMENTS (queries) || queries[kind] == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);

  passages = load_passages (self, queries[kind], id, error);
  if (passages != NULL)
    g_ptr_array_sort_with_data (passages, compare_passages, self);

  return passages;
}

PsgPassage *
psg_collection_file_load_passage (PsgCollection  *collection,
                                  const char     *id,
                                  GError        **error)
{
  g_autoptr (GPtrArray) passages = psg_collection_file_load_passages_about (collection, PSG_KIND_PASSAGE, id, error);

  if (passages == NULL)
    return NULL;

  if (passages->len == 0)
    {
      g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "there is no passage “%s”", id);
      return NULL;
    }

  return g_ptr_array_steal_index (passages, 0);
}

/* The words must stand at their position: a file is compiled whole, so elsewhere they are as wrong as nowhere. */
static gboolean
check_positions (const PsgDocument  *document,
                 GError            **error)
{
  guint n = document->passages->len;
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (document->text);
  g_autofree const PsgAnchor **anchors = g_new (const PsgAnchor *, n);
  g_autofree PsgAnchorMatch *matches = g_new (PsgAnchorMatch, n);

  for (guint i = 0; i < n; i++)
    anchors[i] = ((const PsgPassage *) g_ptr_array_index (document->passages, i))->anchor;

  psg_anchor_resolve_all (text, anchors, n, matches);
  for (guint i = 0; i < n; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);

      if (matches[i].how != PSG_ANCHOR_EXACT || matches[i].place.end != passage->anchor->end)
        return psg_collection_file_fail (error, "passage “%s”: its words are not at its position", passage->id);
    }

  return TRUE;
}

static gboolean
fill_text (PsgCollectionFile  *self,
           PsgDocument        *document,
           guint               index,
           GError            **error)
{
  g_auto (Text) text = { NULL, NULL };
  g_autoptr (PsgMarkdown) parsed = NULL;

  if (!psg_collection_file_choose_language (self->db, index, &text.language, error)
      || !read_markdown (self, index, &text, error))
    return FALSE;

  parsed = psg_markdown_parse (text.markdown, strlen (text.markdown));
  if (parsed->mistakes->len > 0)
    return psg_collection_file_fail (error, "document “%s”: %s", document->id,
                                     g_array_index (parsed->mistakes, PsgMarkdownMistake, 0).message);

  document->passages = psg_collection_file_load_passages_about (PSG_COLLECTION (self), PSG_KIND_DOCUMENT,
                                                                document->id, error);
  if (document->passages == NULL)
    return FALSE;

  document->language = g_steal_pointer (&text.language);
  document->text = g_steal_pointer (&parsed->text);
  document->blocks = g_array_ref (parsed->blocks);
  document->runs = g_array_ref (parsed->runs);
  document->n_passages = document->passages->len;

  return check_positions (document, error);
}

PsgDocument *
psg_collection_file_load_document (PsgCollection  *collection,
                                   const char     *id,
                                   GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (self->db, &psg_schema_document, "WHERE id = ?", error);
  g_autoptr (PsgDocument) document = NULL;
  gint64 n;

  if (reader == NULL)
    return NULL;

  psg_record_reader_bind_text (reader, id);
  if (!psg_record_reader_next (reader, (gpointer *) &document, &n, error))
    return NULL;

  if (document == NULL || n != psg_collection_file_find (self, PSG_THING_DOCUMENT, id))
    {
      g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "there is no document “%s”", id);
      return NULL;
    }

  return fill_text (self, document, (guint) n, error) ? g_steal_pointer (&document) : NULL;
}

static GBytes *
take_image (PsgDbStatement  *select,
            const char      *name,
            GError         **error)
{
  gsize size;
  const guint8 *data = psg_db_statement_get_blob (select, 0, &size);
  guint width, height;
  const char *wrong = data != NULL ? psg_image_check (data, size, &width, &height) : "it is empty";

  if (wrong != NULL)
    {
      psg_collection_file_fail (error, "image “%s”: %s", name, wrong);
      return NULL;
    }

  return g_bytes_new (data, size);
}

GBytes *
psg_collection_file_load_image (PsgCollection  *collection,
                                const char     *name,
                                GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autoptr (PsgDbStatement) select = psg_db_statement_new (self->db, "SELECT data FROM image WHERE name = ?", error);

  if (select == NULL)
    return NULL;

  psg_db_statement_bind_text (select, 1, name);
  switch (psg_db_statement_step (select, error))
    {
    case PSG_DB_ROW:
      return take_image (select, name, error);
    case PSG_DB_DONE:
      g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "there is no image “%s”", name);
      return NULL;
    case PSG_DB_ERROR:
    default:
      return NULL;
    }
}
