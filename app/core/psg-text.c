/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text.h"

/*
 * A language map. It chooses by the person's languages and falls back to the
 * reference language; it does not translate, and it never mixes two languages
 * in one value.
 */

typedef struct
{
  char *language;
  char *value;
} Entry;

struct _PsgText
{
  guint n;
  Entry entries[];
};

G_DEFINE_BOXED_TYPE (PsgText, psg_text, psg_text_ref, psg_text_unref)

/* What psg_text_get() goes by; NULL until first needed, by whichever thread. */
static GStrv preferred;

/* g_get_language_names() gives locale names; BCP 47 writes `-` and no codeset. */
static char *
tag_from_locale (const char *locale)
{
  char *tag = g_strndup (locale, strcspn (locale, ".@"));

  return g_strdelimit (tag, "_", '-');
}

/* The same language comes several times: `lt_LT.UTF-8`, `lt_LT`. */
static GStrv
tags_from_locale (void)
{
  const char *const *names = g_get_language_names ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = tag_from_locale (names[i]);

      if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") || g_hash_table_contains (seen, tag))
        continue;

      g_strv_builder_add (builder, tag);
      g_hash_table_add (seen, g_steal_pointer (&tag));
    }

  return g_strv_builder_end (builder);
}

static void
load_preferred (void)
{
  GStrv tags = tags_from_locale ();

  if (!g_atomic_pointer_compare_and_exchange (&preferred, NULL, tags))
    g_strfreev (tags);
}

static void
clear_text (gpointer data)
{
  PsgText *self = data;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->entries[i].language);
      g_free (self->entries[i].value);
    }
}

/**
 * psg_text_new:
 * @pairs: (array zero-terminated=1): tag, value, tag, value, …, %NULL; at
 *   least one pair
 *
 * Returns: (transfer full): a new text
 */
PsgText *
psg_text_new (const char *const *pairs)
{
  PsgText *self;
  guint n;

  g_return_val_if_fail (pairs != NULL && pairs[0] != NULL, NULL);

  n = g_strv_length ((GStrv) pairs) / 2;
  g_return_val_if_fail (n > 0, NULL);

  self = g_atomic_rc_box_alloc0 (sizeof (PsgText) + n * sizeof (Entry));
  self->n = n;

  for (guint i = 0; i < n; i++)
    {
      self->entries[i].language = g_strdup (pairs[2 * i]);
      self->entries[i].value = g_strdup (pairs[2 * i + 1]);
    }

  return self;
}

/**
 * psg_text_new_single:
 * @language: a BCP 47 tag
 * @value: what it says
 *
 * Returns: (transfer full): a text in one language
 */
PsgText *
psg_text_new_single (const char *language,
                     const char *value)
{
  const char *pairs[] = { language, value, NULL };

  return psg_text_new (pairs);
}

PsgText *
psg_text_ref (PsgText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_text_unref (PsgText *self)
{
  g_atomic_rc_box_release_full (self, clear_text);
}

guint
psg_text_get_n (const PsgText *self)
{
  return self->n;
}

const char *
psg_text_get_language (const PsgText *self,
                       guint          index)
{
  g_return_val_if_fail (index < self->n, NULL);

  return self->entries[index].language;
}

const char *
psg_text_get_value (const PsgText *self,
                    guint          index)
{
  g_return_val_if_fail (index < self->n, NULL);

  return self->entries[index].value;
}

/**
 * psg_text_lookup:
 * @self: (nullable): a text
 * @language: a BCP 47 tag, compared without case
 *
 * Returns: (nullable): the value in exactly that language
 */
const char *
psg_text_lookup (const PsgText *self,
                 const char    *language)
{
  if (self == NULL)
    return NULL;

  for (guint i = 0; i < self->n; i++)
    if (g_ascii_strcasecmp (self->entries[i].language, language) == 0)
      return self->entries[i].value;

  return NULL;
}

/* The entry that is shown: in the first of the person's languages there is, else in the reference language. */
static guint
choose_entry (const PsgText *self)
{
  const char *const *languages = psg_text_get_preferred ();

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint k = 0; k < self->n; k++)
      if (g_ascii_strcasecmp (self->entries[k].language, languages[i]) == 0)
        return k;

  return 0;
}

/**
 * psg_text_get:
 * @self: (nullable): a text
 *
 * Returns: the value in the first of the person's languages it has, else in
 *   its reference language; the empty string for %NULL
 */
const char *
psg_text_get (const PsgText *self)
{
  return self != NULL ? self->entries[choose_entry (self)].value : "";
}

/**
 * psg_text_is_translated:
 * @self: (nullable): a text
 *
 * Returns: whether psg_text_get() gives it in another than its reference language, and in other words
 */
gboolean
psg_text_is_translated (const PsgText *self)
{
  return self != NULL && !g_str_equal (psg_text_get (self), self->entries[0].value);
}

/**
 * psg_text_get_preferred:
 *
 * Returns: (transfer none): the person's languages as BCP 47 tags, most wanted
 *   first; from the locale unless psg_text_set_preferred() was called
 */
const char *const *
psg_text_get_preferred (void)
{
  if (g_atomic_pointer_get (&preferred) == NULL)
    load_preferred ();

  return (const char *const *) g_atomic_pointer_get (&preferred);
}

/**
 * psg_text_set_preferred:
 * @languages: (nullable): BCP 47 tags, or %NULL for those of the locale
 *
 * For tests, and for reading a collection in another language. Main thread
 * only, before other threads read texts.
 */
void
psg_text_set_preferred (const char *const *languages)
{
  g_clear_pointer (&preferred, g_strfreev);

  if (languages != NULL)
    preferred = g_strdupv ((GStrv) languages);
}
