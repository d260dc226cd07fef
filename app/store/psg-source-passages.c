/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

/* Passages: read from their files. psg-source-quotes.c finds them in their documents. */

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

static void
clear_quote (gpointer data)
{
  psg_anchor_unref (((PsgSourceQuote *) data)->anchor);
}

static gpointer
create_passage (void)
{
  PsgSourcePassage *self = g_new0 (PsgSourcePassage, 1);

  self->quotes = g_array_new (FALSE, FALSE, sizeof (PsgSourceQuote));
  g_array_set_clear_func (self->quotes, clear_quote);

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
    ((PsgSourcePassage *) g_ptr_array_index (list, i))->base.document = g_strdup (whole.document);
  if (list != NULL && document != NULL)
    psg_source_find_quotes (reader, document, list);

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
