/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

/* Reads a collection's folder, file after file, and reports every mistake in
 * it. What is particular to one kind of thing has a file of its own. */

gboolean
psg_source_read_file (PsgSourceReader *reader,
                      PsgSourceFolder *folder,
                      const char      *file,
                      const PsgSchema *schema,
                      gpointer         record)
{
  PsgJson *root = psg_source_folder_read_json (folder, file);

  if (root == NULL)
    return FALSE;

  psg_source_reader_begin (reader, file, root);
  if (!psg_source_expect (reader, root, PSG_JSON_OBJECT))
    return FALSE;

  psg_source_read_into (reader, schema, root, record);

  return TRUE;
}

GPtrArray *
psg_source_read_file_list (PsgSourceReader *reader,
                           PsgSourceFolder *folder,
                           const char      *file,
                           const char      *member,
                           const PsgSchema *schema,
                           guint            most)
{
  GPtrArray *list = NULL;
  PsgField field = {
    member, NULL, PSG_FIELD_LIST, PSG_FIELD_MUST, .offset = 0, .most = most, .schema = schema,
  };
  PsgSchema whole = { .fields = &field, .n_fields = 1 };

  if (psg_source_folder_exists (folder, file))
    {
      psg_source_read_file (reader, folder, file, &whole, &list);
      if (list == NULL)
        psg_source_reader_give_up (reader, schema->thing);
    }

  return list != NULL ? list : g_ptr_array_new_with_free_func (schema->destroy);
}

/* The reference language must be known before any text is read. */
static void
find_language (PsgSourceReader *reader,
               const PsgJson   *root)
{
  PsgJson *language = psg_json_get (root, "language");

  if (language != NULL && language->kind == PSG_JSON_STRING)
    psg_source_reader_set_language (reader, language->string);
}

static PsgCollectionHead *
read_head (PsgSourceReader *reader,
           PsgSourceFolder *folder)
{
  PsgJson *root = psg_source_folder_read_json (folder, "collection.json");
  PsgCollectionHead *head = psg_schema_head.create ();

  if (root == NULL)
    {
      psg_source_reader_give_up (reader, PSG_THING_LANE);
      return head;
    }

  psg_source_reader_begin (reader, "collection.json", root);
  find_language (reader, root);
  if (psg_source_expect (reader, root, PSG_JSON_OBJECT))
    psg_source_read_into (reader, &psg_schema_head, root, head);
  if (head->lanes == NULL)
    psg_source_reader_give_up (reader, PSG_THING_LANE);

  return head;
}

static void
read_everything (PsgCollectionSource *self,
                 PsgSourceReader     *reader,
                 PsgSourceFolder     *folder,
                 PsgDiagnostics      *diagnostics)
{
  self->head = read_head (reader, folder);
  self->sources = psg_source_read_file_list (reader, folder, "sources.json", "sources",
                                             &psg_schema_source, PSG_MAX_OF_A_KIND);
  self->actors = psg_source_read_file_list (reader, folder, "actors.json", "actors",
                                            &psg_schema_actor, PSG_MAX_OF_A_KIND);
  self->places = psg_source_read_features (reader, folder, "places.geojson", &psg_schema_place);
  self->crossings = psg_source_read_features (reader, folder, "crossings.geojson", &psg_schema_crossing);
  self->events = psg_source_read_file_list (reader, folder, "events.json", "events",
                                            &psg_schema_event, PSG_MAX_EVENTS);
  self->claims = psg_source_read_file_list (reader, folder, "claims.json", "claims",
                                            &psg_schema_claim, PSG_MAX_OF_A_KIND);
  self->documents = psg_source_read_documents (reader, folder, diagnostics);
  self->images = psg_source_read_images (folder, diagnostics, self->documents);
  self->passages = psg_source_read_passages (reader, folder, self->documents);
  self->lessons = psg_source_read_file_list (reader, folder, "lessons.json", "lessons",
                                             &psg_schema_lesson, PSG_MAX_OF_A_KIND);
}

/**
 * psg_collection_source_read:
 * @folder: a folder as data/collections/README.md describes it
 * @diagnostics: where every mistake goes
 *
 * Returns: (transfer full) (nullable): the collection; %NULL if there is any mistake
 */
PsgCollectionSource *
psg_collection_source_read (const char     *folder,
                            PsgDiagnostics *diagnostics)
{
  g_autoptr (PsgCollectionSource) self = g_new0 (PsgCollectionSource, 1);
  g_autoptr (PsgSourceReader) reader = psg_source_reader_new (diagnostics);
  g_autoptr (PsgSourceFolder) files = psg_source_folder_new (folder, diagnostics);

  read_everything (self, reader, files, diagnostics);
  psg_source_check_crossings (reader, self->crossings);
  psg_source_check_events (reader, self->events);
  psg_source_check_lessons (reader, self->lessons);
  psg_source_reader_resolve (reader);

  return psg_diagnostics_get_n (diagnostics) == 0 ? g_steal_pointer (&self) : NULL;
}

void
psg_collection_source_free (PsgCollectionSource *self)
{
  g_clear_pointer (&self->head, psg_schema_head.destroy);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->crossings, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_free (self);
}
