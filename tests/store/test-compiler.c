/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compiler.h"
#include "psg-db.h"
#include "psg-store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* From sources to a file: the same bytes for the same sources, and everything in
 * it that was in them. */

static void
compile (const char *folder,
         const char *path)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = psg_compiler_run (folder, path, diagnostics, &error);
  g_autofree char *mistakes = psg_diagnostics_to_string (diagnostics);

  g_assert_no_error (error);
  g_assert_cmpstr (mistakes, ==, "");
  g_assert_true (done);
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return g_bytes_new_take (content, length);
}

static void
test_same_sources_same_bytes (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *copy = g_build_filename (folder, "another name", NULL);
  g_autofree char *first = g_build_filename (folder, "first.passages", NULL);
  g_autofree char *second = g_build_filename (folder, "second.passages", NULL);
  g_autoptr (GBytes) a = NULL, b = NULL, c = NULL;

  psg_fixture_copy_folder (psg_fixture_get_sources (), copy);
  compile (psg_fixture_get_sources (), first);
  compile (copy, second);
  a = read_file (first);
  b = read_file (second);
  g_assert_true (g_bytes_equal (a, b));

  /* Over a file that is there already. */
  compile (copy, first);
  c = read_file (first);
  g_assert_true (g_bytes_equal (a, c));
  psg_fixture_remove (folder);
}

static void
test_file_says_what_it_is (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.passages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDb) db = NULL;
  gint64 id, version, page_size, journal;

  compile (psg_fixture_get_sources (), path);
  db = psg_db_open_untrusted (path, &error);
  g_assert_no_error (error);
  g_assert_true (psg_db_get_int (db, "PRAGMA application_id", &id, NULL));
  g_assert_true (psg_db_get_int (db, "PRAGMA user_version", &version, NULL));
  g_assert_true (psg_db_get_int (db, "PRAGMA page_size", &page_size, NULL));
  g_assert_true (psg_db_get_int (db, "PRAGMA freelist_count", &journal, NULL));
  g_assert_cmpint (id, ==, 0x50534753);
  g_assert_cmpint (version, ==, 4);
  g_assert_cmpint (page_size, ==, 4096);
  g_assert_cmpint (journal, ==, 0);
  g_clear_pointer (&db, psg_db_free);
  psg_fixture_remove (folder);
}

static void
assert_same_text (const PsgText *a,
                  const PsgText *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;

  g_assert_cmpuint (psg_text_get_n (a), ==, psg_text_get_n (b));
  for (guint i = 0; i < psg_text_get_n (a); i++)
    {
      g_assert_cmpstr (psg_text_get_language (a, i), ==, psg_text_get_language (b, i));
      g_assert_cmpstr (psg_text_get_value (a, i), ==, psg_text_get_value (b, i));
    }
}

static void
assert_same_date (const PsgEdtf *a,
                  const PsgEdtf *b)
{
  g_assert_cmpstr (a != NULL ? psg_edtf_get_text (a) : NULL, ==, b != NULL ? psg_edtf_get_text (b) : NULL);
}

static void
assert_same_ids (GStrv a,
                 GStrv b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  g_assert_true (a == NULL || g_strv_equal ((const char *const *) a, (const char *const *) b));
}

/* Compares a field by what it holds; the schema says how. */
static void assert_same_record (const PsgSchema *schema, gconstpointer a, gconstpointer b);

static void
assert_same_list (const PsgSchema *schema,
                  GPtrArray       *a,
                  GPtrArray       *b)
{
  g_assert_cmpuint (a != NULL ? a->len : 0, ==, b != NULL ? b->len : 0);
  for (guint i = 0; a != NULL && i < a->len; i++)
    assert_same_record (schema, g_ptr_array_index (a, i), g_ptr_array_index (b, i));
}

static void
assert_same_field (const PsgField *field,
                   gconstpointer   a,
                   gconstpointer   b)
{
  switch (field->type)
    {
    case PSG_FIELD_TEXT:
      assert_same_text (PSG_FIELD_AT (PsgText *, field, a), PSG_FIELD_AT (PsgText *, field, b));
      break;
    case PSG_FIELD_DATE:
    case PSG_FIELD_INTERVAL:
      assert_same_date (PSG_FIELD_AT (PsgEdtf *, field, a), PSG_FIELD_AT (PsgEdtf *, field, b));
      break;
    case PSG_FIELD_SPAN:
      g_assert_true (psg_time_span_equal (&PSG_FIELD_AT (PsgTimeSpan, field, a),
                                          &PSG_FIELD_AT (PsgTimeSpan, field, b)));
      break;
    case PSG_FIELD_CONFIDENCE:
      g_assert_cmpint (PSG_FIELD_AT (char, field, a), ==, PSG_FIELD_AT (char, field, b));
      break;
    case PSG_FIELD_NUMBER:
      g_assert_cmpfloat (PSG_FIELD_AT (double, field, a), ==, PSG_FIELD_AT (double, field, b));
      break;
    case PSG_FIELD_DAY:
    case PSG_FIELD_ENUM:
    case PSG_FIELD_COUNT:
    case PSG_FIELD_FLAG:
    case PSG_FIELD_COLOR:
    case PSG_FIELD_LANE:
      g_assert_cmpuint (PSG_FIELD_AT (guint, field, a), ==, PSG_FIELD_AT (guint, field, b));
      break;
    case PSG_FIELD_IDS:
    case PSG_FIELD_STRINGS:
    case PSG_FIELD_TAGS:
      assert_same_ids (PSG_FIELD_AT (GStrv, field, a), PSG_FIELD_AT (GStrv, field, b));
      break;
    case PSG_FIELD_LIST:
      assert_same_list (field->schema, PSG_FIELD_AT (GPtrArray *, field, a), PSG_FIELD_AT (GPtrArray *, field, b));
      break;
    case PSG_FIELD_OBJECT:
      for (guint i = 0; i < field->n_inner; i++)
        assert_same_field (&field->inner[i], a, b);
      break;
    default:
      g_assert_cmpstr (PSG_FIELD_AT (char *, field, a), ==, PSG_FIELD_AT (char *, field, b));
      break;
    }
}

static void
assert_same_record (const PsgSchema *schema,
                    gconstpointer    a,
                    gconstpointer    b)
{
  for (guint i = 0; i < schema->n_fields; i++)
    assert_same_field (&schema->fields[i], a, b);
}

static void
compare_events (const PsgCollectionSource *source,
                PsgCollection             *collection)
{
  PsgEventTable *table = psg_collection_get_events (collection);

  g_assert_cmpuint (psg_event_table_get_n (table), ==, source->events->len);
  for (guint i = 0; i < source->events->len; i++)
    {
      const PsgEvent *event = g_ptr_array_index (source->events, i);
      guint row = psg_event_table_find (table, event->id);
      g_autoptr (PsgEvent) loaded = psg_collection_load_event (collection, row, NULL);

      assert_same_record (&psg_schema_event, event, loaded);
    }
}

static void
compare_claims (const PsgCollectionSource *source,
                PsgCollection             *collection)
{
  for (guint i = 0; i < source->claims->len; i++)
    {
      const PsgClaim *claim = g_ptr_array_index (source->claims, i);
      g_autoptr (PsgClaim) loaded = psg_collection_load_claim (collection, claim->id, NULL);

      assert_same_record (&psg_schema_claim, claim, loaded);
    }

  for (guint i = 0; i < source->sources->len; i++)
    {
      const PsgSource *each = g_ptr_array_index (source->sources, i);
      g_autoptr (PsgSource) loaded = psg_collection_load_source (collection, each->id, NULL);

      assert_same_record (&psg_schema_source, each, loaded);
    }

  for (guint i = 0; i < source->actors->len; i++)
    {
      const PsgActor *actor = g_ptr_array_index (source->actors, i);
      g_autoptr (PsgActor) loaded = psg_collection_load_actor (collection, actor->id, NULL);

      assert_same_record (&psg_schema_actor, actor, loaded);
    }
}

static void
compare_passages (const PsgCollectionSource *source,
                  PsgCollection             *collection)
{
  for (guint i = 0; i < source->passages->len; i++)
    {
      const PsgSourcePassage *passage = g_ptr_array_index (source->passages, i);
      g_autoptr (PsgPassage) loaded = psg_collection_load_passage (collection, passage->base.id, NULL);

      assert_same_record (&psg_schema_passage, &passage->base, loaded);
      g_assert_cmpstr (loaded->anchor->exact, ==, psg_text_lookup (passage->exact, "en"));
    }
}

static void
test_everything_comes_back (void)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (PsgCollectionSource) source = psg_collection_source_read (psg_fixture_get_sources (), diagnostics);
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  const PsgCollectionInfo *info = psg_collection_get_info (collection);

  g_assert_nonnull (source);
  assert_same_text (source->head->info.title, info->title);
  assert_same_text (source->head->info.credits, info->credits);
  g_assert_cmpfloat (source->head->info.map.zoom, ==, info->map.zoom);
  assert_same_list (&psg_schema_lane, source->head->lanes, psg_collection_get_lanes (collection));
  assert_same_list (&psg_schema_era, source->head->eras, psg_collection_get_eras (collection));
  assert_same_list (&psg_schema_place, source->places, psg_collection_get_places (collection));
  assert_same_list (&psg_schema_crossing, source->crossings, psg_collection_get_crossings (collection));
  assert_same_list (&psg_schema_document, source->documents, psg_collection_get_documents (collection));
  assert_same_list (&psg_schema_lesson, source->lessons, psg_collection_get_lessons (collection));
  compare_events (source, collection);
  compare_claims (source, collection);
  compare_passages (source, collection);
}

static void
test_mistakes_leave_the_file_alone (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.passages", NULL);
  g_autofree char *content = NULL;
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_assert_false (psg_compiler_run (folder, path, diagnostics, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (psg_diagnostics_get_n (diagnostics), >, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "as it was");
  psg_fixture_remove (folder);
}

static void
test_nothing_is_left_behind (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.passages", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "folder", "a.passages", NULL);
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  compile (psg_fixture_get_sources (), path);
  g_assert_false (psg_compiler_run (psg_fixture_get_sources (), nowhere, diagnostics, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.passages");
  g_assert_null (g_dir_read_name (dir));
  psg_fixture_remove (folder);
}

/* What is there may be a device: here it is a pipe. */
static void
test_only_files_are_replaced (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (psg_compiler_run (psg_fixture_get_sources (), path, diagnostics, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO);
  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
  psg_fixture_remove (folder);
}

/* The words the schema allows are those that core knows what to call. */
static void
check_words_cb (const PsgField *field,
                gpointer        data)
{
  for (guint i = 0; field->words != NULL && field->words[i] != NULL; i++)
    {
      if (g_strcmp0 (field->member, "affiliation") == 0)
        g_assert_true (psg_affiliation_is_known (field->words[i]));
      else if (g_strcmp0 (field->member, "verdict") == 0)
        g_assert_true (psg_verdict_is_known (field->words[i]));
    }
}

static void
test_words_are_those_of_core (void)
{
  for (guint i = 0; i < psg_n_schemas; i++)
    psg_schema_each_column (psg_schemas[i], check_words_cb, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/compiler/same-sources-same-bytes", test_same_sources_same_bytes);
  g_test_add_func ("/store/compiler/file-says-what-it-is", test_file_says_what_it_is);
  g_test_add_func ("/store/compiler/everything-comes-back", test_everything_comes_back);
  g_test_add_func ("/store/compiler/mistakes-leave-the-file-alone", test_mistakes_leave_the_file_alone);
  g_test_add_func ("/store/compiler/nothing-is-left-behind", test_nothing_is_left_behind);
  g_test_add_func ("/store/compiler/only-files-are-replaced", test_only_files_are_replaced);
  g_test_add_func ("/store/compiler/words-are-those-of-core", test_words_are_those_of_core);

  return g_test_run ();
}
