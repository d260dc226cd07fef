/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "psg-citation.h"
#include "psg-collection-file.h"
#include "psg-deep-link.h"
#include "psg-json.h"
#include "psg-memory-collection.h"
#include "psg-store-fixture.h"

/* Everything in the bundled collection can be cited in every format, and what comes out is well
 * formed: each format is read by a small reader of its own, written from its specification. */

#define DAY 20000

/* The only commands in BibTeX: what stands for a character. */
#define COMMAND "^\\\\([#$%&_]|text(backslash|brace(left|right)|ascii(tilde|circum))\\{\\})"

/* BibTeX: one entry, its fields as `name = {…},` or a month's word, its braces in balance, and no
 * command but those that stand for a character. Returns: the title, with its outer braces off. */
static char *
read_bibtex (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  char *title = NULL;

  g_assert_true (g_regex_match_simple ("^@misc\\{[a-z0-9-]+,$", lines[0], 0, 0));
  g_assert_cmpstr (lines[n - 2], ==, "}");
  g_assert_cmpstr (lines[n - 1], ==, "");

  for (guint i = 1; i < n - 2; i++)
    {
      int depth = 0;

      if (g_regex_match_simple ("^  month = (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec),$", lines[i], 0, 0))
        continue;
      g_assert_true (g_regex_match_simple ("^  [a-z]+ = \\{.+\\},$", lines[i], 0, 0));
      for (const char *at = lines[i]; *at != '\0'; at++)
        {
          depth += (*at == '{') - (*at == '}');
          g_assert_cmpint (depth, >=, 0);
          if (*at == '\\')
            g_assert_true (g_regex_match_simple (COMMAND, at, 0, 0));
          else if (strchr ("#$&_", *at) != NULL && !g_str_has_prefix (lines[i], "  url = "))
            g_assert_cmpint (at[-1], ==, '\\');
        }
      g_assert_cmpint (depth, ==, 0);
      if (g_str_has_prefix (lines[i], "  title = {{"))
        title = g_strndup (lines[i] + strlen ("  title = {{"), strlen (lines[i]) - strlen ("  title = {{}},"));
    }

  return title;
}

static void
assert_csl_date (const PsgJson *date)
{
  PsgJson *parts = psg_json_get (date, "date-parts");

  g_assert_cmpint (date->kind, ==, PSG_JSON_OBJECT);
  if (parts == NULL)
    {
      g_assert_cmpint (psg_json_get (date, "literal")->kind, ==, PSG_JSON_STRING);
      return;
    }

  g_assert_cmpuint (parts->items->len, >=, 1);
  g_assert_cmpuint (parts->items->len, <=, 2);
  for (guint i = 0; i < parts->items->len; i++)
    {
      PsgJson *each = g_ptr_array_index (parts->items, i);

      g_assert_cmpuint (each->items->len, >=, 1);
      g_assert_cmpuint (each->items->len, <=, 3);
      for (guint k = 0; k < each->items->len; k++)
        g_assert_cmpint (((PsgJson *) g_ptr_array_index (each->items, k))->kind, ==, PSG_JSON_NUMBER);
    }
}

/* CSL-JSON: what csl-data.json lets an item have. Returns: the title. */
static char *
read_csl (const char *text)
{
  static const char *const strings[] = { "id", "type", "title", "publisher", "container-title", "version",
                                         "URL", "language", "note", NULL };
  static const char *const dates[] = { "issued", "event-date", "accessed", NULL };
  static const char *const types[] = { "webpage", "chapter", "entry", "dataset", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgJson) json = psg_json_parse (text, strlen (text), NULL, &error);
  PsgJson *item;

  g_assert_no_error (error);
  g_assert_cmpint (json->kind, ==, PSG_JSON_ARRAY);
  g_assert_cmpuint (json->items->len, ==, 1);
  item = g_ptr_array_index (json->items, 0);

  for (guint i = 0; i < item->members->len; i++)
    {
      const PsgJsonMember *member = &g_array_index (item->members, PsgJsonMember, i);

      g_assert_false (member->again);
      if (g_strv_contains (dates, member->name))
        assert_csl_date (member->value);
      else if (g_str_equal (member->name, "author"))
        g_assert_nonnull (psg_json_get (g_ptr_array_index (member->value->items, 0), "literal"));
      else
        {
          g_assert_true (g_strv_contains (strings, member->name));
          g_assert_cmpint (member->value->kind, ==, PSG_JSON_STRING);
        }
    }
  g_assert_true (g_strv_contains (types, psg_json_get (item, "type")->string));

  return g_strdup (psg_json_get (item, "title")->string);
}

/* RIS: TY first, ER last, nothing but tags. Returns: the title. */
static char *
read_ris (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n = g_strv_length (lines);
  char *title = NULL;

  g_assert_true (g_regex_match_simple ("^TY  - (ELEC|CHAP|ENCYC|DATA)$", lines[0], 0, 0));
  g_assert_cmpstr (lines[n - 2], ==, "ER  - ");
  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 1; i < n - 2; i++)
    {
      g_assert_true (g_regex_match_simple ("^(ID|AU|TI|T2|PB|PY|DA|ET|LA|UR|Y2|N1)  - .+$", lines[i], 0, 0));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      if (g_str_has_prefix (lines[i], "DA") || g_str_has_prefix (lines[i], "Y2"))
        g_assert_true (g_regex_match_simple ("^..  - [0-9]{4}/([0-9]{2})?/([0-9]{2})?/$", lines[i], 0, 0));
      if (g_str_has_prefix (lines[i], "TI"))
        title = g_strdup (lines[i] + strlen ("TI  - "));
    }

  return title;
}

static void
assert_well_formed (const PsgCitation *citation)
{
  g_autofree char *chicago = psg_citation_to_string (citation, PSG_CITATION_CHICAGO);
  g_autofree char *bibtex = psg_citation_to_string (citation, PSG_CITATION_BIBTEX);
  g_autofree char *csl = psg_citation_to_string (citation, PSG_CITATION_CSL_JSON);
  g_autofree char *ris = psg_citation_to_string (citation, PSG_CITATION_RIS);
  g_autofree char *in_bibtex = read_bibtex (bibtex);
  g_autofree char *in_csl = read_csl (csl);
  g_autofree char *in_ris = read_ris (ris);

  g_assert_nonnull (in_bibtex);
  g_assert_cmpstr (in_csl, ==, citation->title);
  g_assert_cmpstr (in_ris, ==, citation->title);
  g_assert_true (g_utf8_validate (chicago, -1, NULL));
  g_assert_null (strpbrk (chicago, "\r\n"));
  g_assert_nonnull (strstr (chicago, citation->version));
  g_assert_nonnull (strstr (chicago, citation->link));
  g_assert_null (strstr (chicago, ",,"));
  g_assert_null (strstr (chicago, "  "));
}

static void
cite (PsgSession *session,
      PsgKind     kind,
      const char *id)
{
  PsgCollection *collection = psg_session_get_collection (session);
  g_autoptr (PsgDeepLink) link = psg_deep_link_new (session, kind, id, NULL);
  g_autofree char *address = psg_deep_link_to_string (link);
  g_autoptr (PsgDeepLink) again = NULL;
  g_autoptr (PsgCitation) citation = NULL;
  g_autoptr (GError) error = NULL;

  citation = psg_citation_new (collection, kind, id, address, DAY, &error);
  g_assert_no_error (error);
  assert_well_formed (citation);

  again = psg_deep_link_parse (citation->link, &error);
  g_assert_no_error (error);
  psg_deep_link_open (again, session, &error);
  g_assert_no_error (error);
}

static void
cite_passages (PsgSession *session,
               const char *document)
{
  g_autoptr (PsgDocument) text = NULL;

  text = psg_collection_load_document (psg_session_get_collection (session), document, NULL);
  for (guint i = 0; i < text->passages->len; i++)
    cite (session, PSG_KIND_PASSAGE, ((PsgPassage *) g_ptr_array_index (text->passages, i))->id);
}

static void
cite_event (PsgSession *session,
            guint       row,
            GHashTable *sources)
{
  g_autoptr (PsgEvent) event = psg_collection_load_event (psg_session_get_collection (session), row, NULL);

  cite (session, PSG_KIND_EVENT, event->id);
  for (guint i = 0; event->claims != NULL && event->claims[i] != NULL; i++)
    cite (session, PSG_KIND_CLAIM, event->claims[i]);
  for (guint i = 0; event->sources[i] != NULL; i++)
    if (g_hash_table_add (sources, g_strdup (event->sources[i])))
      cite (session, PSG_KIND_SOURCE, event->sources[i]);
}

static void
test_the_bundled_collection (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSession) session = psg_session_new ();
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *documents, *crossings;

  psg_session_set_collection (session, PSG_COLLECTION (file));
  documents = psg_collection_get_documents (PSG_COLLECTION (file));
  crossings = psg_collection_get_crossings (PSG_COLLECTION (file));

  cite (session, PSG_KIND_NONE, NULL);
  for (guint row = 0; row < psg_event_table_get_n (psg_collection_get_events (PSG_COLLECTION (file))); row++)
    cite_event (session, row, sources);
  for (guint i = 0; i < crossings->len; i++)
    cite (session, PSG_KIND_CROSSING, ((PsgCrossing *) g_ptr_array_index (crossings, i))->id);
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (documents, i);

      cite (session, PSG_KIND_DOCUMENT, document->id);
      cite_passages (session, document->id);
    }
  g_assert_cmpuint (g_hash_table_size (sources), >, 100);
}

static void
replace (char      **field,
         const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* What a source may hold that somebody wrote to do harm. */
static void
test_hostile_texts (void)
{
  static const char *const texts[] = {
    "}}\n@misc{x, title = {y", "\\write18{rm}", "a\r\nER  - \r\nTY  - BOOK", "\"}], \"x\": [{\"", "\\\"",
    "\x01\x1f\x7f", "\xE2\x80\xAEgnp.exe", "\xE2\x80\xA8line\xE2\x80\xA9paragraph", "\xC2\x85", "</script>",
    "{{{{", "%s%n", "$\\{#}~^_&", "?", "!", "…", "\"", "“”", " ", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
      g_autoptr (PsgSource) source = psg_collection_load_source (collection, "gazette", NULL);
      g_autoptr (PsgCitation) citation = NULL;

      replace (&source->title, texts[i]);
      replace (&source->author, texts[i]);
      replace (&source->publisher, texts[i]);
      replace (&source->language, texts[i]);
      g_free (source->url);
      source->url = g_strconcat ("https://valley.example/", texts[i], NULL);
      replace (&source->archive_url, "javascript:alert(1)");

      citation = psg_citation_new (collection, PSG_KIND_SOURCE, "gazette", "passages:valley/source/gazette", DAY, NULL);
      assert_well_formed (citation);
      g_assert_null (citation->archive_url);
      g_assert_null (strstr (citation->title, "\xE2\x80\xAE"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/citations/the-bundled-collection", test_the_bundled_collection);
  g_test_add_func ("/store/citations/hostile-texts", test_hostile_texts);

  return g_test_run ();
}
