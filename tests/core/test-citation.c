/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation.h"

#include <string.h>

/* Citations as they are written, letter by letter, and what hostile texts become of in each format. The
 * records of whole collections are cited in tests/store. */

static PsgCitation *
new_citation (PsgKind     kind,
              const char *title)
{
  PsgCitation *self = g_new0 (PsgCitation, 1);

  self->kind = kind;
  self->key = g_strdup ("valley-thing");
  self->title = g_strdup (title);
  self->accessed = psg_day_from_ymd (2025, 1, 2);
  self->collection = g_strdup ("The Valley");
  self->version = g_strdup ("1.2.3");
  self->link = g_strdup ("passages:valley/event/thing?v=1.2.3#t=2020-01-15");

  return self;
}

static PsgCitation *
new_source (void)
{
  PsgCitation *self = new_citation (PSG_KIND_SOURCE, "Who said \"peace\"?");

  self->author = g_strdup ("Ona Ąžuolė");
  self->publisher = g_strdup ("Smith & Sons");
  self->issued = psg_edtf_parse ("2020-03", NULL);
  self->url = g_strdup ("https://valley.example/a_b?c=%20");
  self->archive_url = g_strdup ("https://archive.example/1");
  self->language = g_strdup ("en");

  return self;
}

static void
assert_written (const PsgCitation *citation,
                PsgCitationFormat  format,
                const char        *expected)
{
  g_autofree char *text = psg_citation_to_string (citation, format);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_source (void)
{
  g_autoptr (PsgCitation) source = new_source ();

  assert_written (source, PSG_CITATION_CHICAGO,
                  "Ona Ąžuolė, “Who said ‘peace’?” Smith & Sons, March 2020, https://valley.example/a_b?c=%20, "
                  "archived at https://archive.example/1, cited in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15.");
  assert_written (source, PSG_CITATION_BIBTEX,
                  "@misc{valley-thing,\n"
                  "  author = {{Ona Ąžuolė}},\n"
                  "  title = {{Who said \"peace\"?}},\n"
                  "  howpublished = {Smith \\& Sons},\n"
                  "  year = {2020},\n"
                  "  month = mar,\n"
                  "  date = {2020-03},\n"
                  "  url = {https://valley.example/a_b?c=%20},\n"
                  "  urldate = {2025-01-02},\n"
                  "  language = {en},\n"
                  "  note = {Archived at https://archive.example/1. Cited in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3\\#t=2020-01-15},\n"
                  "}\n");
  assert_written (source, PSG_CITATION_CSL_JSON,
                  "[\n  {\n"
                  "    \"id\": \"valley-thing\",\n"
                  "    \"type\": \"webpage\",\n"
                  "    \"title\": \"Who said \\\"peace\\\"?\",\n"
                  "    \"author\": [{ \"literal\": \"Ona Ąžuolė\" }],\n"
                  "    \"publisher\": \"Smith & Sons\",\n"
                  "    \"issued\": { \"date-parts\": [[2020, 3]] },\n"
                  "    \"accessed\": { \"date-parts\": [[2025, 1, 2]] },\n"
                  "    \"URL\": \"https://valley.example/a_b?c=%20\",\n"
                  "    \"language\": \"en\",\n"
                  "    \"note\": \"Archived at https://archive.example/1. Cited in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15\"\n"
                  "  }\n]\n");
  assert_written (source, PSG_CITATION_RIS,
                  "TY  - ELEC\r\nID  - valley-thing\r\nAU  - Ona Ąžuolė\r\nTI  - Who said \"peace\"?\r\n"
                  "PB  - Smith & Sons\r\nPY  - 2020\r\nDA  - 2020/03//\r\nLA  - en\r\n"
                  "UR  - https://valley.example/a_b?c=%20\r\nY2  - 2025/01/02/\r\n"
                  "N1  - Archived at https://archive.example/1. Cited in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15\r\nER  - \r\n");
}

static void
test_an_undated_source_tells_the_day_of_access (void)
{
  g_autoptr (PsgCitation) source = new_citation (PSG_KIND_SOURCE, "A notice");

  source->publisher = g_strdup ("The Hall");
  assert_written (source, PSG_CITATION_CHICAGO,
                  "“A notice,” The Hall, accessed 2 January 2025, cited in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15.");
}

static void
test_an_event (void)
{
  g_autoptr (PsgCitation) event = new_citation (PSG_KIND_EVENT, "The treaty");

  event->date = psg_edtf_parse ("2020-01-15/2020-02~", NULL);
  event->language = g_strdup ("en");
  assert_written (event, PSG_CITATION_CHICAGO,
                  "“The treaty” (15 January 2020 – c. February 2020), in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15.");
  assert_written (event, PSG_CITATION_CSL_JSON,
                  "[\n  {\n"
                  "    \"id\": \"valley-thing\",\n"
                  "    \"type\": \"entry\",\n"
                  "    \"title\": \"The treaty\",\n"
                  "    \"container-title\": \"The Valley\",\n"
                  "    \"version\": \"1.2.3\",\n"
                  "    \"event-date\": { \"date-parts\": [[2020, 1, 15], [2020, 2]], \"circa\": true },\n"
                  "    \"accessed\": { \"date-parts\": [[2025, 1, 2]] },\n"
                  "    \"URL\": \"passages:valley/event/thing?v=1.2.3#t=2020-01-15\",\n"
                  "    \"language\": \"en\",\n"
                  "    \"note\": \"Date of the event: 2020-01-15/2020-02~\"\n"
                  "  }\n]\n");
}

static void
test_a_passage (void)
{
  g_autoptr (PsgCitation) passage = new_citation (PSG_KIND_PASSAGE, "The charter");

  passage->quote = g_strdup ("keep the roads open");
  passage->section = g_strdup ("Peace");
  passage->issued = psg_edtf_parse ("2020", NULL);
  assert_written (passage, PSG_CITATION_CHICAGO,
                  "“keep the roads open” in “The charter,” sec. “Peace,” 2020, in The Valley, version 1.2.3, "
                  "passages:valley/event/thing?v=1.2.3#t=2020-01-15.");
  assert_written (passage, PSG_CITATION_RIS,
                  "TY  - CHAP\r\nID  - valley-thing\r\nTI  - The charter\r\nT2  - The Valley\r\nPY  - 2020\r\n"
                  "DA  - 2020///\r\nET  - 1.2.3\r\nUR  - passages:valley/event/thing?v=1.2.3#t=2020-01-15\r\n"
                  "Y2  - 2025/01/02/\r\nN1  - Passage: “keep the roads open”. Section: Peace\r\nER  - \r\n");
}

static void
test_dates_in_csl (void)
{
  static const struct { const char *edtf; const char *csl; } cases[] = {
    { "2024-03-01", "{ \"date-parts\": [[2024, 3, 1]] }" },
    { "2024-03-01T12:00:00Z", "{ \"date-parts\": [[2024, 3, 1]] }" },
    { "2024", "{ \"date-parts\": [[2024]] }" },
    { "2024-22", "{ \"date-parts\": [[2024]] }" },
    { "2024-03?", "{ \"date-parts\": [[2024, 3]], \"circa\": true }" },
    { "2024/2025-06", "{ \"date-parts\": [[2024], [2025, 6]] }" },
    { "2024-05/..", "{ \"date-parts\": [[2024, 5]] }" },
    { "../2024-05", "{ \"literal\": \"../2024-05\" }" },
    { "202X", "{ \"literal\": \"202X\" }" },
    { "-0044-03-15", "{ \"literal\": \"-0044-03-15\" }" },
    { "Y17E8", "{ \"literal\": \"Y17E8\" }" },
    { "[2020,2022]", "{ \"literal\": \"[2020,2022]\" }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgCitation) source = new_citation (PSG_KIND_SOURCE, "T");
      g_autofree char *expected = g_strconcat ("\"issued\": ", cases[i].csl, ",\n", NULL);
      g_autofree char *text = NULL;

      source->issued = psg_edtf_parse (cases[i].edtf, NULL);
      g_assert_nonnull (source->issued);
      text = psg_citation_to_string (source, PSG_CITATION_CSL_JSON);
      if (strstr (text, expected) == NULL)
        g_error ("no %s in %s", expected, text);
    }
}

/* A BibTeX value holds no brace that is not one of ours, and no command that is not one of ours. */
static void
test_bibtex_escapes (void)
{
  static const struct { const char *text; const char *title; } cases[] = {
    { "100 % & $5 #1 a_b", "100 \\% \\& \\$5 \\#1 a\\_b" },
    { "{", "\\textbraceleft{}" },
    { "}} @misc{x", "\\textbraceright{}\\textbraceright{} @misc\\textbraceleft{}x" },
    { "\\input{/etc/passwd}", "\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}" },
    { "~^", "\\textasciitilde{}\\textasciicircum{}" },
    { "Įžūlus “ы” ✓", "Įžūlus “ы” ✓" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgCitation) event = new_citation (PSG_KIND_EVENT, cases[i].text);
      g_autofree char *text = psg_citation_to_string (event, PSG_CITATION_BIBTEX);
      g_autofree char *expected = g_strconcat ("title = {{", cases[i].title, "}},\n", NULL);

      if (strstr (text, expected) == NULL)
        g_error ("no %s in %s", expected, text);
    }
}

static void
test_formats_have_names (void)
{
  for (guint i = 0; i < PSG_N_CITATION_FORMATS; i++)
    {
      g_assert_cmpuint (psg_citation_format_from_nick (psg_citation_format_get_nick (i)), ==, i);
      g_assert_nonnull (psg_citation_format_get_name (i));
      g_assert_nonnull (psg_citation_format_get_extension (i));
    }
  g_assert_cmpuint (psg_citation_format_from_nick ("mla"), ==, PSG_CITATION_CHICAGO);
  g_assert_cmpuint (psg_citation_format_from_nick (NULL), ==, PSG_CITATION_CHICAGO);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/citation/a-source", test_a_source);
  g_test_add_func ("/core/citation/an-undated-source-tells-the-day-of-access",
                   test_an_undated_source_tells_the_day_of_access);
  g_test_add_func ("/core/citation/an-event", test_an_event);
  g_test_add_func ("/core/citation/a-passage", test_a_passage);
  g_test_add_func ("/core/citation/dates-in-csl", test_dates_in_csl);
  g_test_add_func ("/core/citation/bibtex-escapes", test_bibtex_escapes);
  g_test_add_func ("/core/citation/formats-have-names", test_formats_have_names);

  return g_test_run ();
}
