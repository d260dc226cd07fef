/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-page.h"

/* Pages as links and back; what is no link leads nowhere. */

typedef struct
{
  const char *link;
  PsgPage page;
} Link;

#define S(text) ((char *) (text))

static const Link links[] = {
  { "collection:", { PSG_KIND_NONE, NULL, NULL } },
  { "event:treaty", { PSG_KIND_EVENT, S ("treaty"), NULL } },
  { "event:treaty#accounts", { PSG_KIND_EVENT, S ("treaty"), S ("accounts") } },
  { "crossing:pass#accounts=a,b", { PSG_KIND_CROSSING, S ("pass"), S ("accounts=a,b") } },
  { "event:treaty#other", { PSG_KIND_EVENT, S ("treaty#other"), NULL } },
  { "claim:c1#accounts", { PSG_KIND_CLAIM, S ("c1#accounts"), NULL } },
  { "crossing:pass", { PSG_KIND_CROSSING, S ("pass"), NULL } },
  { "document:charter", { PSG_KIND_DOCUMENT, S ("charter"), NULL } },
  { "document:charter#peace", { PSG_KIND_DOCUMENT, S ("charter"), S ("peace") } },
  { "claim:c1", { PSG_KIND_CLAIM, S ("c1"), NULL } },
  { "source:s1", { PSG_KIND_SOURCE, S ("s1"), NULL } },
  { "own:doc-1", { PSG_KIND_OWN, S ("doc-1"), NULL } },
  { "own:doc-1#page=3&char=10,20", { PSG_KIND_OWN, S ("doc-1"), S ("page=3&char=10,20") } },
};

static void
test_links_and_pages_are_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (PsgPage) page = psg_page_from_link (links[i].link);
      g_autofree char *link = psg_page_to_link (&links[i].page);

      g_assert_nonnull (page);
      g_assert_true (psg_page_equal (page, &links[i].page));
      g_assert_cmpstr (link, ==, links[i].link);
    }
}

static const char *const others[] = {
  "", "event", "event:", "crossing:", "document:", "document:#", "document:#peace", "claim:", "own:", "own:#page=1",
  "source:", "collection:x", "Event:treaty", " event:treaty", "https://valley.example/",
  "place:hall", "passage:charter-peace", ":", "#",
};

static void
test_what_is_no_link_leads_nowhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (psg_page_from_link (others[i]));
}

static void
test_an_empty_anchor_is_none (void)
{
  g_autoptr (PsgPage) page = psg_page_from_link ("document:charter#");

  g_assert_cmpstr (page->id, ==, "charter");
  g_assert_null (page->passage);
}

static void
test_only_documents_have_anchors (void)
{
  g_autoptr (PsgPage) page = psg_page_from_link ("event:a#b");

  g_assert_cmpstr (page->id, ==, "a#b");
  g_assert_null (page->passage);
}

static void
test_pages_differ_in_any_part (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    for (guint j = 0; j < G_N_ELEMENTS (links); j++)
      g_assert_cmpint (psg_page_equal (&links[i].page, &links[j].page), ==, i == j);
}

static void
test_a_copy_is_its_own (void)
{
  g_autoptr (PsgPage) page = psg_page_from_link ("document:charter#peace");
  g_autoptr (PsgPage) copy = psg_page_copy (page);

  g_assert_true (copy->id != page->id && copy->passage != page->passage);
  g_assert_true (psg_page_equal (copy, page));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/page/links-and-pages-are-one", test_links_and_pages_are_one);
  g_test_add_func ("/core/page/what-is-no-link-leads-nowhere", test_what_is_no_link_leads_nowhere);
  g_test_add_func ("/core/page/an-empty-anchor-is-none", test_an_empty_anchor_is_none);
  g_test_add_func ("/core/page/only-documents-have-anchors", test_only_documents_have_anchors);
  g_test_add_func ("/core/page/pages-differ-in-any-part", test_pages_differ_in_any_part);
  g_test_add_func ("/core/page/a-copy-is-its-own", test_a_copy_is_its_own);

  return g_test_run ();
}
