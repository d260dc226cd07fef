/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-query.h"

#include <glib/gi18n-lib.h>

#include "psg-filter-words.h"
#include "psg-terms.h"

/*
 * The search's own terms, around a filter that reads all others. Every text means
 * something; what is not understood is told in a sentence, and the rest counts.
 */

static const struct
{
  PsgKind kind;
  const char *word;
  const char *plural; /* also what a group of results is called */
} kinds[] = {
  { PSG_KIND_EVENT, "event", N_("Events") },
  { PSG_KIND_DOCUMENT, "document", N_("Documents") },
  { PSG_KIND_NOTE, "note", N_("Notes") },
  { PSG_KIND_CROSSING, "crossing", N_("Crossings") },
  { PSG_KIND_CLAIM, "claim", N_("Claims") },
  { PSG_KIND_SOURCE, "source", N_("Sources") },
  { PSG_KIND_PLACE, "place", N_("Places") },
  { PSG_KIND_OWN, "own", N_("Your documents") },
};

struct _PsgQuery
{
  PsgFilter *filter;
  PsgFilter *terms; /* the same without words */
  guint kinds;      /* a bit for each; 0: all */
  char *problem;    /* (nullable) */
};

static void
psg_query_clear (gpointer data)
{
  PsgQuery *self = data;

  psg_filter_unref (self->filter);
  psg_filter_unref (self->terms);
  g_free (self->problem);
}

/* Whether the term is one of `kind:`. */
static gboolean
take_kind (PsgQuery   *self,
           const char *term)
{
  g_autofree char *value = psg_term_dup_value (term, "kind:");

  if (value == NULL)
    return FALSE;
  if (*value == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (value, kinds[i].word))
      {
        self->kinds |= 1u << kinds[i].kind;
        return TRUE;
      }

  if (self->problem == NULL)
    /* Translators: a term of the search that is not understood; the words in English are what must be typed */
    self->problem = g_strdup_printf (_("“%s” is ignored: a kind is event, document, note, crossing, claim, source, "
                                       "place or own"), term);

  return TRUE;
}

/**
 * psg_query_parse:
 * @text: what a person typed, as #PsgQuery describes it
 *
 * Returns: (transfer full): what it asks; text that psg_filter_parse() would not take asks nothing
 */
PsgQuery *
psg_query_parse (const char *text)
{
  PsgQuery *self = g_atomic_rc_box_new0 (PsgQuery);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) terms = psg_terms_split (valid);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; terms[i] != NULL; i++)
    if (!take_kind (self, terms[i]))
      g_strv_builder_add (others, terms[i]);

  rest = g_strv_builder_end (others);
  joined = g_strjoinv (" ", rest);
  self->filter = psg_filter_parse (joined);
  self->terms = psg_filter_with_query (self->filter, "");

  return self;
}

PsgQuery *
psg_query_ref (PsgQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_query_unref (PsgQuery *self)
{
  g_atomic_rc_box_release_full (self, psg_query_clear);
}

/**
 * psg_query_get_filter:
 *
 * Returns: (transfer none): which events its terms choose; without words
 */
PsgFilter *
psg_query_get_filter (const PsgQuery *self)
{
  return self->terms;
}

/**
 * psg_query_get_words:
 *
 * Returns: (transfer none): the words and phrases that are looked up in the text
 */
const char *
psg_query_get_words (const PsgQuery *self)
{
  return psg_filter_get_query (self->filter);
}

/* Whether any term chooses among events. */
gboolean
psg_query_has_terms (const PsgQuery *self)
{
  return !psg_filter_is_empty (self->terms);
}

/* Whether it asks nothing. */
gboolean
psg_query_is_empty (const PsgQuery *self)
{
  return *psg_query_get_words (self) == '\0' && !psg_query_has_terms (self) && self->kinds == 0;
}

gboolean
psg_query_wants (const PsgQuery *self,
                 PsgKind         kind)
{
  return self->kinds == 0 || (self->kinds & 1u << kind) != 0;
}

/* How many kinds are named; 0 if all are wanted. */
guint
psg_query_get_n_kinds (const PsgQuery *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    n += (self->kinds >> kinds[i].kind) & 1;

  return n;
}

/**
 * psg_query_explain:
 * @self: a query
 * @collection: what is searched
 *
 * Returns: (transfer full) (nullable): in a sentence, what is not understood, or names nothing in the
 *   collection; %NULL if all is well
 */
char *
psg_query_explain (const PsgQuery *self,
                   PsgCollection  *collection)
{
  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (psg_filter_get_problem (self->filter) != NULL)
    return g_strdup (psg_filter_get_problem (self->filter));

  return psg_filter_find_unknown (self->terms, collection);
}

/**
 * psg_query_describe:
 * @self: a query
 * @collection: what is searched
 *
 * Returns: (transfer full) (element-type PsgFilterWords): what was understood, a piece a term
 */
GPtrArray *
psg_query_describe (const PsgQuery *self,
                    PsgCollection  *collection)
{
  GPtrArray *words = psg_filter_describe (self->terms, collection);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((self->kinds & 1u << kinds[i].kind) != 0)
      {
        g_autofree char *term = psg_term_write ("kind:", kinds[i].word);

        g_ptr_array_add (words, psg_filter_words_new (term, _(kinds[i].plural)));
      }

  return words;
}

/**
 * psg_query_narrow:
 * @text: what a person typed
 * @kind: one of the kinds that are searched
 *
 * Returns: (transfer full): text that asks the same of one kind only
 */
char *
psg_query_narrow (const char *text,
                  PsgKind     kind)
{
  g_auto (GStrv) terms = psg_terms_split (text);
  GString *narrow = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      g_string_printf (narrow, "kind:%s", kinds[i].word);
  for (guint i = 0; terms[i] != NULL; i++)
    if (!g_str_has_prefix (terms[i], "kind:"))
      g_string_append_printf (narrow, " %s", terms[i]);

  return g_string_free (narrow, FALSE);
}

/**
 * psg_kind_get_plural:
 *
 * Returns: (transfer none): “Events”, “Documents”, …
 */
const char *
psg_kind_get_plural (PsgKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _(kinds[i].plural);

  return "";
}
