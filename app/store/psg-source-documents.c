/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

#include <string.h>

/* The list of documents, and each document's texts: read, parsed, and their
 * citations and links taken down to be resolved. */

static gpointer
create_document (void)
{
  PsgSourceDocument *self = g_new0 (PsgSourceDocument, 1);

  return self;
}

static void destroy_document (gpointer data);

/* The described part is read as psg_schema_document says; the file is added. */
static const PsgField file_field = {
  "file", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, .offset = G_STRUCT_OFFSET (PsgSourceDocument, files)
};

static PsgSchema *
get_schema (void)
{
  static PsgField fields[16];
  static PsgSchema schema;

  if (schema.fields == NULL)
    {
      g_assert (psg_schema_document.n_fields < G_N_ELEMENTS (fields));
      memcpy (fields, psg_schema_document.fields, psg_schema_document.n_fields * sizeof (PsgField));
      fields[psg_schema_document.n_fields] = file_field;

      schema = psg_schema_document;
      schema.create = create_document;
      schema.destroy = destroy_document;
      schema.n_fields++;
      schema.fields = fields;
    }

  return &schema;
}

static void
free_text (gpointer data)
{
  PsgSourceText *self = data;

  g_free (self->language);
  g_free (self->file);
  g_free (self->markdown);
  g_clear_pointer (&self->parsed, psg_markdown_free);
  g_free (self);
}

static void
destroy_document (gpointer data)
{
  PsgSourceDocument *self = data;

  psg_schema_clear_record (get_schema (), self);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

static PsgThing
thing_of_link (const char  *target,
               const char **id)
{
  static const PsgThing things[] = {
    PSG_THING_EVENT, PSG_THING_CROSSING, PSG_THING_DOCUMENT, PSG_THING_CLAIM, PSG_THING_SOURCE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      const char *label = psg_thing_get_label (things[i]);

      if (g_str_has_prefix (target, label) && target[strlen (label)] == ':')
        {
          *id = target + strlen (label) + 1;
          return things[i];
        }
    }

  return PSG_THING_NONE;
}

/* A link into a document may name a passage: `document:ID#PASSAGE`. */
static void
refer_link (PsgSourceReader *reader,
            const char      *file,
            guint            line,
            const char      *target)
{
  const char *id = NULL;
  PsgThing thing = thing_of_link (target, &id);
  const char *hash = thing == PSG_THING_DOCUMENT ? strchr (id, '#') : NULL;
  g_autofree char *before = hash != NULL ? g_strndup (id, hash - id) : g_strdup (id);

  if (thing != PSG_THING_NONE)
    psg_source_reader_refer_from (reader, file, line, thing, before);
  if (hash != NULL)
    psg_source_reader_refer_from (reader, file, line, PSG_THING_PASSAGE, hash + 1);
}

static void
refer_runs (PsgSourceReader     *reader,
            const PsgSourceText *text)
{
  for (guint i = 0; i < text->parsed->runs->len; i++)
    {
      const PsgRun *run = &g_array_index (text->parsed->runs, PsgRun, i);
      guint line = g_array_index (text->parsed->run_lines, guint, i);

      if (run->kind == PSG_RUN_CITATION)
        psg_source_reader_refer_from (reader, text->file, line, PSG_THING_SOURCE, run->target);
      else if (run->kind == PSG_RUN_LINK)
        refer_link (reader, text->file, line, run->target);
    }
}

static void
check_text (PsgSourceReader     *reader,
            PsgDiagnostics      *diagnostics,
            const PsgSourceText *text)
{
  const PsgBlock *first = text->parsed->blocks->len > 0 ? &g_array_index (text->parsed->blocks, PsgBlock, 0) : NULL;

  for (guint i = 0; i < text->parsed->mistakes->len; i++)
    {
      PsgMarkdownMistake *mistake = &g_array_index (text->parsed->mistakes, PsgMarkdownMistake, i);

      psg_diagnostics_add (diagnostics, text->file, mistake->line, NULL, "%s", mistake->message);
    }

  if (text->markdown[strspn (text->markdown, " ")] == '\n'
      || first == NULL || first->kind != PSG_BLOCK_HEADING || first->level != 1)
    psg_diagnostics_add (diagnostics, text->file, 1, NULL, "the first line is not the title: a heading of level 1");

  refer_runs (reader, text);
}

static PsgSourceText *
read_text (PsgSourceFolder *folder,
           const char      *language,
           const char      *file)
{
  gsize length;
  char *markdown = psg_source_folder_read_text (folder, file, PSG_MAX_DOCUMENT, &length);
  PsgSourceText *text;

  if (markdown == NULL)
    return NULL;

  text = g_new0 (PsgSourceText, 1);
  text->language = g_strdup (language);
  text->file = g_strdup (file);
  text->markdown = markdown;
  text->parsed = psg_markdown_parse (markdown, length);

  return text;
}

static void
read_texts (PsgSourceReader   *reader,
            PsgSourceFolder   *folder,
            PsgDiagnostics    *diagnostics,
            PsgSourceDocument *document)
{
  document->texts = g_ptr_array_new_with_free_func (free_text);

  for (guint i = 0; document->files != NULL && i < psg_text_get_n (document->files); i++)
    {
      const char *file = psg_text_get_value (document->files, i);
      const char *wrong = psg_source_folder_check_path (file);
      PsgSourceText *text = NULL;

      if (wrong != NULL)
        psg_source_reader_mistake_in (reader, document, "file", "“%.200s”: %s", file, wrong);
      else if (!psg_source_folder_exists (folder, file))
        psg_source_reader_mistake_in (reader, document, "file", "there is no file “%.200s”", file);
      else
        text = read_text (folder, psg_text_get_language (document->files, i), file);

      if (text == NULL)
        continue;
      g_ptr_array_add (document->texts, text);
      check_text (reader, diagnostics, text);
    }
}

/**
 * psg_source_read_documents:
 * @reader: a reader
 * @folder: the collection's folder
 * @diagnostics: where mistakes in documents go
 *
 * Returns: (transfer full) (element-type PsgSourceDocument): the documents, with their texts
 */
GPtrArray *
psg_source_read_documents (PsgSourceReader *reader,
                           PsgSourceFolder *folder,
                           PsgDiagnostics  *diagnostics)
{
  GPtrArray *documents = psg_source_read_file_list (reader, folder, "documents.json", "documents",
                                                    get_schema (), PSG_MAX_OF_A_KIND);

  for (guint i = 0; i < documents->len; i++)
    read_texts (reader, folder, diagnostics, g_ptr_array_index (documents, i));

  return documents;
}
