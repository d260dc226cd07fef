/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Which word means which month. It knows nothing of how words make a date:
 * that is in psg-date-words.c. The person's own language comes before English,
 * since "mar" is March to some and November (marraskuu) to others.
 */

/* So many letters of a name stand for it. */
#define LEAST_PREFIX 3

/* A name of so many letters may have so many more at its end: "elokuu", and "elokuuta" in
 * a date. */
#define LEAST_STEM 5
#define MOST_ENDING 3

/* Any year will do, and one that begins on a Monday gives the days of the week. */
#define ANY_YEAR 2001

typedef struct
{
  char *folded;
  PsgDateWord word;
  int value;
} Name;

struct _PsgDateNames
{
  GArray *names; /* of Name; English last */
  guint n_own;   /* how many come before English */
};

/* The English words, and what to translate them with: several may be given, with | between
 * them. The context says what they are for. */
static const struct
{
  PsgDateWord word;
  int value;
  const char *english;
} words[] = {
  { PSG_DATE_WORD_MONTH, 1, "january" },
  { PSG_DATE_WORD_MONTH, 2, "february" },
  { PSG_DATE_WORD_MONTH, 3, "march" },
  { PSG_DATE_WORD_MONTH, 4, "april" },
  { PSG_DATE_WORD_MONTH, 5, "may" },
  { PSG_DATE_WORD_MONTH, 6, "june" },
  { PSG_DATE_WORD_MONTH, 7, "july" },
  { PSG_DATE_WORD_MONTH, 8, "august" },
  { PSG_DATE_WORD_MONTH, 9, "september" },
  { PSG_DATE_WORD_MONTH, 10, "october" },
  { PSG_DATE_WORD_MONTH, 11, "november" },
  { PSG_DATE_WORD_MONTH, 12, "december" },
  /* Translators: words that people type to name a date, in any form they may
   * take there; put | between several. The English words work in every language. */
  { PSG_DATE_WORD_SEASON, 21, NC_("typed date", "spring") },
  { PSG_DATE_WORD_SEASON, 22, NC_("typed date", "summer") },
  { PSG_DATE_WORD_SEASON, 23, NC_("typed date", "autumn|fall") },
  { PSG_DATE_WORD_SEASON, 24, NC_("typed date", "winter") },
  /* Translators: before the number of a quarter of a year, as in "Q3 2023" */
  { PSG_DATE_WORD_QUARTER, 0, NC_("typed date", "q|quarter") },
  /* Translators: the middle of a year, as in "mid-2022" */
  { PSG_DATE_WORD_MIDDLE, 0, NC_("typed date", "mid|middle") },
  { PSG_DATE_WORD_TODAY, 0, NC_("typed date", "today|now") },
  /* Translators: the date after these words is approximate, as in "c. August 2023" */
  { PSG_DATE_WORD_ABOUT, 0, NC_("typed date", "c|ca|circa|about|around") },
  /* Translators: between two dates, as in "May to August 2021" */
  { PSG_DATE_WORD_TO, 0, NC_("typed date", "to|until|till|through") },
  /* Translators: words in dates that say nothing, as in "the 2nd of May" */
  { PSG_DATE_WORD_NOISE, 0, NC_("typed date", "of|the|in|on|at|from|year") },
  { PSG_DATE_WORD_NOISE, 0, "monday|tuesday|wednesday|thursday|friday|saturday|sunday" },
};

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->folded);
}

/* The forms of one month or day of the week in the current locale: as after a day and as
 * it stands alone, in full and short. */
static void
add_forms (PsgDateNames *self,
           PsgDateWord   word,
           int           value,
           int           month,
           int           day,
           const char   *forms)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (ANY_YEAR, month, day, 0, 0, 0);
  g_autofree char *names = g_date_time_format (date, forms);

  if (names != NULL)
    psg_date_names_add (self, word, value, names);
}

static void
add_own (PsgDateNames *self)
{
  for (int month = 1; month <= 12; month++)
    add_forms (self, PSG_DATE_WORD_MONTH, month, month, 1, "%B|%OB|%b|%Ob");
  for (int day = 1; day <= 7; day++)
    add_forms (self, PSG_DATE_WORD_NOISE, 0, 1, day, "%A|%a");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *own = g_dpgettext2 (GETTEXT_PACKAGE, "typed date", words[i].english);

      if (own != words[i].english)
        psg_date_names_add (self, words[i].word, words[i].value, own);
    }
}

static void
add_english (PsgDateNames *self)
{
  guint n_own = self->n_own;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    psg_date_names_add (self, words[i].word, words[i].value, words[i].english);

  self->n_own = n_own;
}

/**
 * psg_date_names_new:
 *
 * Returns: (transfer full): the English names alone
 */
PsgDateNames *
psg_date_names_new (void)
{
  PsgDateNames *self = g_new0 (PsgDateNames, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  add_english (self);

  return self;
}

/**
 * psg_date_names_new_for_locale:
 *
 * Returns: (transfer full): the names in the current locale, and the English ones
 */
PsgDateNames *
psg_date_names_new_for_locale (void)
{
  PsgDateNames *self = psg_date_names_new ();

  add_own (self);

  return self;
}

void
psg_date_names_free (PsgDateNames *self)
{
  g_array_unref (self->names);
  g_free (self);
}

/**
 * psg_date_names_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without case and accents
 */
char *
psg_date_names_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = apart != NULL ? apart : ""; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_utf8_casefold (plain->str, (gssize) plain->len);
}

/**
 * psg_date_names_add:
 * @self: names
 * @word: what they say
 * @value: which month or season
 * @names: the names, with | between them
 *
 * Adds names of the person's own language.
 */
void
psg_date_names_add (PsgDateNames *self,
                    PsgDateWord   word,
                    int           value,
                    const char   *names)
{
  g_auto (GStrv) each = g_strsplit (names, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      Name name = { psg_date_names_fold (g_strstrip (each[i])), word, value };

      /* What is written short has its full stop, which need not be typed. */
      if (g_str_has_suffix (name.folded, "."))
        name.folded[strlen (name.folded) - 1] = '\0';

      if (*name.folded == '\0')
        clear_name (&name);
      else
        g_array_insert_val (self->names, self->n_own++, name);
    }
}

static gboolean
may_be_short (const Name *name)
{
  return name->word == PSG_DATE_WORD_MONTH || name->word == PSG_DATE_WORD_SEASON;
}

static gboolean
is_inflected (const Name *name,
              const char *folded)
{
  return g_utf8_strlen (name->folded, -1) >= LEAST_STEM && g_str_has_prefix (folded, name->folded) &&
         g_utf8_strlen (folded + strlen (name->folded), -1) <= MOST_ENDING;
}

static gboolean
matches (const Name *name,
         const char *folded,
         gboolean    whole)
{
  if (whole)
    return g_str_equal (name->folded, folded);
  if (!may_be_short (name))
    return FALSE;

  return (g_utf8_strlen (folded, -1) >= LEAST_PREFIX && g_str_has_prefix (name->folded, folded)) ||
         is_inflected (name, folded);
}

/* Looks in the names from @first to before @end. */
static PsgDateWord
search (const PsgDateNames *self,
        guint               first,
        guint               end,
        const char         *folded,
        gboolean            whole,
        int                *value,
        int                *other)
{
  const Name *found = NULL;

  for (guint i = first; i < end; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (!matches (name, folded, whole) || (found != NULL && found->word == name->word && found->value == name->value))
        continue;

      /* A month goes before a season or a day of the week that is written alike. */
      if (found == NULL)
        found = name;
      else if (found->word == PSG_DATE_WORD_MONTH && name->word == PSG_DATE_WORD_MONTH)
        {
          *value = MIN (found->value, name->value);
          *other = MAX (found->value, name->value);
          return PSG_DATE_WORD_AMBIGUOUS;
        }
    }

  if (found == NULL)
    return PSG_DATE_WORD_UNKNOWN;

  *value = found->value;

  return found->word;
}

/**
 * psg_date_names_look_up:
 * @self: names
 * @name: a word as it was typed
 * @value: (out): which month or season
 * @other: (out): which other month, if it is %PSG_DATE_WORD_AMBIGUOUS
 *
 * Returns: what it says
 */
PsgDateWord
psg_date_names_look_up (const PsgDateNames *self,
                        const char         *name,
                        int                *value,
                        int                *other)
{
  g_autofree char *folded = psg_date_names_fold (name);
  const struct { guint first, end; gboolean whole; } passes[] = {
    { 0, self->n_own, TRUE },
    { self->n_own, self->names->len, TRUE },
    { 0, self->n_own, FALSE },
    { self->n_own, self->names->len, FALSE },
  };

  *value = *other = 0;

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      PsgDateWord word = search (self, passes[i].first, passes[i].end, folded, passes[i].whole, value, other);

      if (word != PSG_DATE_WORD_UNKNOWN)
        return word;
    }

  return PSG_DATE_WORD_UNKNOWN;
}
