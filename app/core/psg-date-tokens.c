/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-day-private.h"

/* Takes what was typed apart: numbers, words that are known, and what stands
 * between them. It does not know which of them make a date. */

/* More digits than any year, month or day has. */
#define MAX_DIGITS 8

#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define MINUS 0x2212

typedef struct
{
  PsgDateTokens *tokens;
  const PsgDateNames *names;
  const char *at;
  gboolean after_space;
  const char *number; /* (nullable): where it begins that was read directly before, if it may have an ending */
  GError **error;
} Reader;

static gboolean
fail_unknown (Reader     *reader,
              const char *what)
{
  g_set_error (reader->error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN,
               /* Translators: %s is what was typed where a date is asked for */
               _("“%s” is not a month, season or year"), what);

  return FALSE;
}

static gboolean
add (Reader          *reader,
     PsgDateTokenKind kind,
     PsgDateWord      word,
     int              value,
     int              digits)
{
  if (reader->tokens->n == PSG_DATE_MAX_TOKENS)
    {
      g_set_error_literal (reader->error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN,
                           _("That is too long to be a date"));
      return FALSE;
    }

  reader->tokens->tokens[reader->tokens->n++] = (PsgDateToken) { kind, word, value, digits };

  return TRUE;
}

static gboolean
read_number (Reader *reader)
{
  const char *start = reader->at;
  int value = 0, digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (reader->at)); reader->at = g_utf8_next_char (reader->at), digits++)
    if (digits < MAX_DIGITS)
      value = 10 * value + g_unichar_digit_value (g_utf8_get_char (reader->at));

  if (digits > MAX_DIGITS)
    {
      g_autofree char *number = g_strndup (start, (gsize) (reader->at - start));

      return fail_unknown (reader, number);
    }

  /* A year has no ending that says nothing: the 1960s are not 1960. */
  reader->number = digits <= 2 ? start : NULL;

  return add (reader, PSG_DATE_TOKEN_NUMBER, PSG_DATE_WORD_UNKNOWN, value, digits);
}

static gboolean
fail_ambiguous (Reader     *reader,
                const char *word,
                int         one,
                int         other)
{
  g_autofree char *first = psg_day_expand_pattern ("%OB", NULL, one, NULL);
  g_autofree char *second = psg_day_expand_pattern ("%OB", NULL, other, NULL);

  g_set_error (reader->error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN,
               /* Translators: the beginning of a name, and the two months whose names begin so */
               _("“%s” could be %s or %s"), word, first, second);

  return FALSE;
}

/* "2nd", "1er": two letters on a number make it no other number. But X is a digit that is not known, as in EDTF. */
static gboolean
is_ending (const char *number,
           const char *name)
{
  return number != NULL && g_utf8_strlen (name, -1) <= 2 && strpbrk (name, "xX") == NULL;
}

static gboolean
fail_word (Reader     *reader,
           const char *number,
           const char *name)
{
  g_autofree char *what = number != NULL ? g_strndup (number, (gsize) (reader->at - number)) : g_strdup (name);

  return fail_unknown (reader, what);
}

static gboolean
read_word (Reader *reader)
{
  const char *start = reader->at;
  g_autofree char *name = NULL;
  const char *number = reader->number;
  PsgDateWord word;
  int value, other;

  while (g_unichar_isalpha (g_utf8_get_char (reader->at)) || g_unichar_ismark (g_utf8_get_char (reader->at)))
    reader->at = g_utf8_next_char (reader->at);
  name = g_strndup (start, (gsize) (reader->at - start));
  reader->number = NULL;

  word = psg_date_names_look_up (reader->names, name, &value, &other);
  if (word == PSG_DATE_WORD_AMBIGUOUS)
    return fail_ambiguous (reader, name, value, other);
  if (word == PSG_DATE_WORD_UNKNOWN)
    return is_ending (number, name) || fail_word (reader, number, name);
  if (word == PSG_DATE_WORD_NOISE)
    return TRUE;
  if (word == PSG_DATE_WORD_TO)
    return add (reader, PSG_DATE_TOKEN_RANGE, word, 0, 0);

  return add (reader, PSG_DATE_TOKEN_WORD, word, value, 0);
}

static gboolean
read_mark (Reader  *reader,
           gunichar mark)
{
  gboolean spaced = reader->after_space;

  reader->at = g_utf8_next_char (reader->at);
  reader->number = NULL;
  if (mark == EN_DASH || mark == EM_DASH || mark == MINUS)
    return add (reader, PSG_DATE_TOKEN_RANGE, PSG_DATE_WORD_TO, 0, 0);
  if (mark == '-' && spaced && g_unichar_isspace (g_utf8_get_char (reader->at)))
    return add (reader, PSG_DATE_TOKEN_RANGE, PSG_DATE_WORD_TO, 0, 0);
  if (mark == '-' || mark == '/' || mark == '.')
    return add (reader, PSG_DATE_TOKEN_SEPARATOR, PSG_DATE_WORD_UNKNOWN, (int) mark, 0);
  if (mark == '?' || mark == '~' || mark == '%')
    return add (reader, PSG_DATE_TOKEN_QUALIFIER, PSG_DATE_WORD_UNKNOWN, (int) mark, 0);
  if (mark == ',' || mark == '\'' || mark == 0x2019 || mark == 0x00ba || mark == 0x00aa)
    return TRUE;

  {
    char quoted[7] = { 0 };

    g_unichar_to_utf8 (mark, quoted);
    return fail_unknown (reader, quoted);
  }
}

/* Takes @text, which is UTF-8, apart; @error is set in %PSG_DATE_WORDS_ERROR. */
gboolean
psg_date_tokens_read (PsgDateTokens      *self,
                      const char         *text,
                      const PsgDateNames *names,
                      GError            **error)
{
  Reader reader = { .tokens = self, .names = names, .at = text, .error = error };
  gboolean fine = TRUE;

  self->n = 0;

  while (fine && *reader.at != '\0')
    {
      gunichar character = g_utf8_get_char (reader.at);

      if (g_unichar_isspace (character))
        {
          reader.at = g_utf8_next_char (reader.at);
          reader.after_space = TRUE;
          reader.number = NULL;
          continue;
        }

      if (g_unichar_isdigit (character))
        fine = read_number (&reader);
      else if (g_unichar_isalpha (character))
        fine = read_word (&reader);
      else
        fine = read_mark (&reader, character);
      reader.after_space = FALSE;
    }

  return fine;
}
