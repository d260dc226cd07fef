/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

#include <string.h>

/* Passages: read from their files and found in their documents, by the words
 * themselves (W3C Web Annotation, TextQuoteSelector). */

typedef struct
{
  char          *document;
  const PsgJson *passages;
} PassageFile;

#define AT(Type, member) .offset = G_STRUCT_OFFSET (Type, member)
#define IDS(thing) .type = PSG_FIELD_IDS, .refers = PSG_THING_##thing

static const PsgField file_fields[] = {
  { "document", NULL, PSG_FIELD_REF, PSG_FIELD_MUST, AT (PassageFile, document), .refers = PSG_THING_DOCUMENT },
  { "passages", NULL, PSG_FIELD_RAW, PSG_FIELD_MUST, AT (PassageFile, passages) },
};

static const PsgSchema schema_file = { .fields = file_fields, .n_fields = G_N_ELEMENTS (file_fields) };

static const PsgField passage_fields[] = {
  { "id", NULL, PSG_FIELD_ID, PSG_FIELD_MUST, AT (PsgSourcePassage, base.id) },
  { "exact", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgSourcePassage, exact) },
  { "prefix", NULL, PSG_FIELD_TEXT, 0, AT (PsgSourcePassage, prefix) },
  { "suffix", NULL, PSG_FIELD_TEXT, 0, AT (PsgSourcePassage, suffix) },
  { "events", NULL, IDS (EVENT), .flags = 0, AT (PsgSourcePassage, base.events) },
  { "crossings", NULL, IDS (CROSSING), .flags = 0, AT (PsgSourcePassage, base.crossings) },
  { "claims", NULL, IDS (CLAIM), .flags = 0, AT (PsgSourcePassage, base.claims) },
  { "note", NULL, PSG_FIELD_TEXT, 0, AT (PsgSourcePassage, base.note) },
};

static gpointer
create_passage (void)
{
  PsgSourcePassage *self = g_new0 (PsgSourcePassage, 1);

  self->quotes = g_array_new (FALSE, FALSE, sizeof (PsgSourceQuote));

  return self;
}

static void destroy_passage (gpointer data);

static const PsgSchema schema_passage = {
  "passage", PSG_THING_PASSAGE, create_passage, destroy_passage, NULL,
  passage_fields, G_N_ELEMENTS (passage_fields)
};

static void
destroy_passage (gpointer data)
{
  PsgSourcePassage *self = data;

  psg_schema_clear_record (&schema_passage, self);
  g_free (self->base.document);
  g_array_unref (self->quotes);
  g_free (self);
}

static const PsgSourceDocument *
find_document (GPtrArray  *documents,
               const char *id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgSourceDocument *each = g_ptr_array_index (documents, i);

      if (g_strcmp0 (each->base.id, id) == 0)
        return each;
    }

  return NULL;
}

static const PsgSourceText *
find_text (const PsgSourceDocument *document,
           const char              *language)
{
  for (guint i = 0; document->texts != NULL && i < document->texts->len; i++)
    {
      const PsgSourceText *each = g_ptr_array_index (document->texts, i);

      if (g_str_equal (each->language, language))
        return each;
    }

  return NULL;
}

/* Whether the words just before @at are @prefix; the space between does not count. */
static gboolean
follows_prefix (const char *text,
                const char *at,
                const char *prefix)
{
  g_autofree char *wanted = g_strstrip (g_strdup (prefix != NULL ? prefix : ""));
  gsize length = strlen (wanted);

  while (at > text && (at[-1] == ' ' || at[-1] == '\n'))
    at--;

  return (gsize) (at - text) >= length && memcmp (at - length, wanted, length) == 0;
}

static gboolean
precedes_suffix (const char *at,
                 const char *suffix)
{
  g_autofree char *wanted = g_strstrip (g_strdup (suffix != NULL ? suffix : ""));

  return g_str_has_prefix (at + strspn (at, " \n"), wanted);
}

/* Returns: how many times the quotation is there, and in @found the first place. */
static guint
count_quotes (const char  *text,
              const char  *exact,
              const char  *prefix,
              const char  *suffix,
              const char **found)
{
  guint n = 0;

  for (const char *at = strstr (text, exact); at != NULL; at = strstr (g_utf8_next_char (at), exact))
    if (follows_prefix (text, at, prefix) && precedes_suffix (at + strlen (exact), suffix))
      {
        if (n++ == 0)
          *found = at;
      }

  return n;
}

/* Whether the quotation would be there if blocks were joined by a space. */
static gboolean
spans_blocks (const char *text,
              const char *exact)
{
  g_autofree char *joined = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *wanted = g_strdelimit (g_strdup (exact), "\n", ' ');

  return strstr (joined, wanted) != NULL;
}

static void
locate_in (PsgSourceReader     *reader,
           PsgSourcePassage    *passage,
           const PsgSourceText *text,
           const char          *exact)
{
  const char *plain = text->parsed->text;
  const char *prefix = psg_text_lookup (passage->prefix, text->language);
  const char *suffix = psg_text_lookup (passage->suffix, text->language);
  const char *found = NULL;
  guint n = strchr (exact, '\n') == NULL ? count_quotes (plain, exact, prefix, suffix, &found) : 0;

  if (n == 0 && spans_blocks (plain, exact) && strstr (plain, exact) == NULL)
    psg_source_reader_mistake_in (reader, passage, "exact", "these words run over the end of a block of %s; "
                                  "a passage lies within one", text->file);
  else if (n == 0 && strchr (exact, '\n') != NULL)
    psg_source_reader_mistake_in (reader, passage, "exact", "a passage lies within one block; it has no line feed");
  else if (n == 0)
    psg_source_reader_mistake_in (reader, passage, "exact", "these words are not in the plain text of %s%s", text->file,
                                  strstr (plain, exact) != NULL ? " with this prefix and suffix" : "");
  else if (n > 1)
    psg_source_reader_mistake_in (reader, passage, "exact", "these words are in %s %u times; "
                                  "a prefix or suffix must tell which are meant", text->file, n);
  else
    {
      PsgSourceQuote quote = { text->language, g_utf8_strlen (plain, found - plain), 0 };

      quote.end = quote.start + g_utf8_strlen (exact, -1);
      g_array_append_val (passage->quotes, quote);
    }
}

static void
locate (PsgSourceReader         *reader,
        PsgSourcePassage        *passage,
        const PsgSourceDocument *document)
{
  for (guint i = 0; passage->exact != NULL && i < psg_text_get_n (passage->exact); i++)
    {
      const char *language = psg_text_get_language (passage->exact, i);
      const PsgSourceText *text = find_text (document, language);

      if (text != NULL)
        locate_in (reader, passage, text, psg_text_get_value (passage->exact, i));
      else if (psg_text_lookup (document->files, language) == NULL)
        psg_source_reader_mistake_in (reader, passage, "exact", "the document “%s” is not there in “%s”",
                                      document->base.id, language);
    }

  if (passage->base.events == NULL && passage->base.crossings == NULL && passage->base.claims == NULL)
    psg_source_reader_mistake_in (reader, passage, NULL, "a passage must bear on an event, a crossing or a claim");
}

static void
read_passage_file (PsgSourceReader *reader,
                   PsgSourceFolder *folder,
                   const char      *file,
                   GPtrArray       *documents,
                   GHashTable      *done,
                   GPtrArray       *passages)
{
  PassageFile whole = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  const PsgSourceDocument *document;
  gsize mark;

  if (!psg_source_read_file (reader, folder, file, &schema_file, &whole))
    {
      psg_source_reader_give_up (reader, PSG_THING_PASSAGE);
      return;
    }

  document = find_document (documents, whole.document);
  if (document != NULL && !g_hash_table_add (done, (gpointer) document))
    psg_source_reader_mistake_in (reader, &whole, "document", "another file has passages of this document");

  mark = psg_source_reader_enter (reader, "passages");
  if (whole.passages != NULL)
    list = psg_source_read_list (reader, &schema_passage, whole.passages, PSG_MAX_OF_A_KIND);
  psg_source_reader_leave (reader, mark);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      PsgSourcePassage *passage = g_ptr_array_index (list, i);

      passage->base.document = g_strdup (whole.document);
      if (document != NULL)
        locate (reader, passage, document);
    }

  if (list != NULL)
    g_ptr_array_extend_and_steal (passages, g_steal_pointer (&list));
  psg_schema_clear_record (&schema_file, &whole);
}

/**
 * psg_source_read_passages:
 * @reader: a reader
 * @folder: the collection's folder
 * @documents: (element-type PsgSourceDocument): its documents
 *
 * Returns: (transfer full) (element-type PsgSourcePassage): the passages, each with its quotes
 */
GPtrArray *
psg_source_read_passages (PsgSourceReader *reader,
                          PsgSourceFolder *folder,
                          GPtrArray       *documents)
{
  g_autoptr (GPtrArray) files = psg_source_folder_list (folder, "passages", ".json");
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GPtrArray *passages = g_ptr_array_new_with_free_func (destroy_passage);

  for (guint i = 0; i < files->len; i++)
    read_passage_file (reader, folder, g_ptr_array_index (files, i), documents, done, passages);

  return passages;
}
