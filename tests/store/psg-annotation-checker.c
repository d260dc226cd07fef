/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include <string.h>

/*
 * Whether a file is what the Web Annotation Data Model wants (W3C Recommendation of 23 February 2017): what must
 * be there in sections 3, 4 and 5, how often anything may be, and what kinds of values there are. Written from the
 * Recommendation, not from what we write; members it does not know must have a prefix that the context tells.
 */

static const char *const motivations[] = {
  "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
  "linking", "moderating", "questioning", "replying", "tagging", NULL
};

static void check_selectors (const PsgJson *selectors);

static PsgJson *
need (const PsgJson *json,
      const char    *member,
      PsgJsonKind    kind)
{
  PsgJson *value = psg_json_get (json, member);

  if (value == NULL || value->kind != kind)
    g_error ("line %u: “%s” must be %s", json->line, member, psg_json_kind_get_label (kind));

  return value;
}

/* At most one; of this kind. */
static PsgJson *
may (const PsgJson *json,
     const char    *member,
     PsgJsonKind    kind)
{
  return psg_json_get (json, member) != NULL ? need (json, member, kind) : NULL;
}

/* A scheme, and nothing that RFC 3987 keeps out. */
static void
check_iri (const PsgJson *json)
{
  g_assert_cmpint (json->kind, ==, PSG_JSON_STRING);
  if (!g_regex_match_simple ("^[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`\\x7f]*$", json->string,
                             G_REGEX_DOLLAR_ENDONLY, 0))
    g_error ("line %u: “%s” is no IRI", json->line, json->string);
}

static void
check_only (const PsgJson     *json,
            const char *const *known)
{
  for (guint i = 0; i < json->members->len; i++)
    {
      const PsgJsonMember *member = &g_array_index (json->members, PsgJsonMember, i);

      g_assert_false (member->again);
      if (!g_strv_contains (known, member->name) && !g_str_has_prefix (member->name, "psg:")
          && !g_str_has_prefix (member->name, "wgs84:"))
        g_error ("line %u: “%s” is not in the model", member->line, member->name);
    }
}

static void
check_type (const PsgJson *json,
            const char    *type)
{
  g_assert_cmpstr (need (json, "type", PSG_JSON_STRING)->string, ==, type);
}

/* xsd:dateTime, in UTC with a Z (3.3.2). */
static void
check_time (const PsgJson *json,
            const char    *member)
{
  const PsgJson *time = may (json, member, PSG_JSON_STRING);

  if (time != NULL)
    g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$", time->string, 0, 0));
}

static void
check_words (const PsgJson     *json,
             const char *const *allowed)
{
  for (guint i = 0; i < psg_exchange_get_n (json); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (json, i);

      g_assert_cmpint (each->kind, ==, PSG_JSON_STRING);
      g_assert_true (g_strv_contains (allowed, each->string));
    }
}

static guint
check_count (const PsgJson *json,
             const char    *member)
{
  const PsgJson *count = need (json, member, PSG_JSON_NUMBER);

  g_assert_cmpfloat (count->number, >=, 0);
  g_assert_cmpfloat (count->number, ==, (double) (guint64) count->number);

  return count->number;
}

/* 4.2.1, 4.2.4, 4.2.5 */
static void
check_selector (const PsgJson *json)
{
  const char *type = need (json, "type", PSG_JSON_STRING)->string;

  if (g_str_equal (type, "TextQuoteSelector"))
    {
      check_only (json, (const char *[]) { "type", "exact", "prefix", "suffix", "refinedBy", NULL });
      need (json, "exact", PSG_JSON_STRING);
      may (json, "prefix", PSG_JSON_STRING);
      may (json, "suffix", PSG_JSON_STRING);
    }
  else if (g_str_equal (type, "TextPositionSelector"))
    {
      check_only (json, (const char *[]) { "type", "start", "end", "refinedBy", NULL });
      g_assert_cmpuint (check_count (json, "start"), <=, check_count (json, "end"));
    }
  else if (g_str_equal (type, "FragmentSelector"))
    {
      check_only (json, (const char *[]) { "type", "value", "conformsTo", "refinedBy", NULL });
      need (json, "value", PSG_JSON_STRING);
      if (psg_json_get (json, "conformsTo") != NULL)
        check_iri (psg_json_get (json, "conformsTo"));
    }
  else
    g_error ("line %u: “%s” is no selector of the model", json->line, type);

  check_selectors (psg_json_get (json, "refinedBy"));
}

static void
check_selectors (const PsgJson *selectors)
{
  for (guint i = 0; i < psg_exchange_get_n (selectors); i++)
    check_selector (psg_exchange_get_nth (selectors, i));
}

/* 4.1: a part of exactly one source. */
static void
check_specific_resource (const PsgJson *json)
{
  check_only (json, (const char *[]) { "type", "source", "selector", "purpose", NULL });
  check_type (json, "SpecificResource");
  check_iri (need (json, "source", PSG_JSON_STRING));
  check_selectors (psg_json_get (json, "selector"));
  check_words (psg_json_get (json, "purpose"), motivations);
}

/* 3.2 */
static void
check_body (const PsgJson *json)
{
  if (json->kind == PSG_JSON_STRING)
    {
      check_iri (json);
      return;
    }
  if (!g_str_equal (need (json, "type", PSG_JSON_STRING)->string, "TextualBody"))
    {
      check_specific_resource (json);
      return;
    }

  check_only (json, (const char *[]) { "type", "value", "format", "language", "purpose", NULL });
  need (json, "value", PSG_JSON_STRING);
  g_assert_true (g_regex_match_simple ("^[a-z]+/[a-z0-9.+-]+$", need (json, "format", PSG_JSON_STRING)->string, 0, 0));
  check_words (psg_json_get (json, "purpose"), motivations);
}

/* 3.1 to 3.3 */
static void
check_annotation (const PsgJson *json)
{
  const PsgJson *bodies = psg_json_get (json, "body");
  const PsgJson *targets = psg_json_get (json, "target");

  check_only (json, (const char *[]) { "id", "type", "motivation", "created", "modified", "body", "target", NULL });
  check_iri (need (json, "id", PSG_JSON_STRING));
  check_type (json, "Annotation");
  check_time (json, "created");
  check_time (json, "modified");
  g_assert_cmpuint (psg_exchange_get_n (psg_json_get (json, "motivation")), >, 0);
  check_words (psg_json_get (json, "motivation"), motivations);

  for (guint i = 0; i < psg_exchange_get_n (bodies); i++)
    check_body (psg_exchange_get_nth (bodies, i));
  g_assert_cmpuint (psg_exchange_get_n (targets), >, 0);
  for (guint i = 0; i < psg_exchange_get_n (targets); i++)
    check_specific_resource (psg_exchange_get_nth (targets, i));
}

/* The model's context comes first; ours tells the prefixes, which must end so that they can be one (JSON-LD 1.1,
 * 4.1.5). */
static void
check_context (const PsgJson *json)
{
  const PsgJson *context = need (json, "@context", PSG_JSON_ARRAY);
  const PsgJson *own;

  g_assert_cmpuint (context->items->len, ==, 2);
  g_assert_cmpstr (((PsgJson *) g_ptr_array_index (context->items, 0))->string, ==, "http://www.w3.org/ns/anno.jsonld");
  own = g_ptr_array_index (context->items, 1);
  g_assert_true (g_str_has_suffix (need (own, "psg", PSG_JSON_STRING)->string, "#"));
  g_assert_true (g_str_has_suffix (need (own, "wgs84", PSG_JSON_STRING)->string, "#"));
}

/* 5.2 */
static void
check_page (const PsgJson *page,
            const char    *collection)
{
  const PsgJson *items = need (page, "items", PSG_JSON_ARRAY);

  check_only (page, (const char *[]) { "id", "type", "partOf", "startIndex", "items", NULL });
  check_iri (need (page, "id", PSG_JSON_STRING));
  check_type (page, "AnnotationPage");
  g_assert_cmpstr (need (page, "partOf", PSG_JSON_STRING)->string, ==, collection);
  g_assert_cmpuint (check_count (page, "startIndex"), ==, 0);
  for (guint i = 0; i < items->items->len; i++)
    check_annotation (g_ptr_array_index (items->items, i));
}

/* Fails the test where a file is not a conforming collection (5.1). */
void
psg_exchange_fixture_check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgJson) root = psg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  const PsgJson *first;

  g_assert_no_error (error);
  check_only (root, (const char *[]) { "@context", "id", "type", "label", "total", "first", NULL });
  check_context (root);
  check_iri (need (root, "id", PSG_JSON_STRING));
  check_type (root, "AnnotationCollection");
  need (root, "label", PSG_JSON_STRING);
  first = need (root, "first", PSG_JSON_OBJECT);
  check_page (first, psg_json_get (root, "id")->string);
  g_assert_cmpuint (check_count (root, "total"), ==, psg_json_get (first, "items")->items->len);
}
